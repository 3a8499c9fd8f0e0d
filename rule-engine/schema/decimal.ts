/**
 * A Kusto decimal: `unscaled × 10^-scale`.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/decimal
 */
export class Decimal {
  readonly unscaled: bigint;
  /** Digits after the point, at least 0. */
  readonly scale: number;

  constructor(unscaled: bigint, scale: number) {
    this.unscaled = unscaled;
    this.scale = scale;
  }
}
