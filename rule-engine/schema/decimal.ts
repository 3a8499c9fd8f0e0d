/** Digits that a division keeps, as Kusto's 128-bit decimal does. */
const SIGNIFICANT_DIGITS = 34;

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

  /** Reads `-12.50` or `1e-3`; undefined when the text is no decimal or has more than a thousand digits of exponent. */
  static parse(text: string): Decimal | undefined {
    const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
    if (parts === null) return undefined;
    const [, sign, whole, fraction = '', exponentText = '0'] = parts;
    if (whole === '' && fraction === '') return undefined;
    const exponent = Number(exponentText);
    if (Math.abs(exponent) > 1000) return undefined;
    const digits = BigInt(whole + fraction);
    const scale = fraction.length - exponent;
    const unscaled = sign === '-' ? -digits : digits;
    return scale < 0 ? new Decimal(unscaled * 10n ** BigInt(-scale), 0) : new Decimal(unscaled, scale);
  }

  /** The shortest decimal that names a finite double; undefined for NaN and the infinities. */
  static fromNumber(value: number): Decimal | undefined {
    return Number.isFinite(value) ? Decimal.parse(String(value)) : undefined;
  }

  toNumber(): number {
    return Number(this.toString());
  }

  /** The integer part, towards zero. */
  truncate(): bigint {
    return this.unscaled / 10n ** BigInt(this.scale);
  }

  negate(): Decimal {
    return new Decimal(-this.unscaled, this.scale);
  }

  add(other: Decimal): Decimal {
    const [a, b, scale] = aligned(this, other);
    return new Decimal(a + b, scale);
  }

  subtract(other: Decimal): Decimal {
    return this.add(other.negate());
  }

  multiply(other: Decimal): Decimal {
    return rounded(this.unscaled * other.unscaled, this.scale + other.scale);
  }

  /** The quotient to 34 significant digits; undefined when `other` is zero. */
  divide(other: Decimal): Decimal | undefined {
    if (other.unscaled === 0n) return undefined;
    const extra = SIGNIFICANT_DIGITS + digitCount(other.unscaled);
    const quotient = (this.unscaled * 10n ** BigInt(extra + other.scale)) / other.unscaled;
    return rounded(quotient, this.scale + extra).normalized();
  }

  /** The remainder in `[0, |other|)`, as Kusto's `%`; undefined when `other` is zero. */
  modulo(other: Decimal): Decimal | undefined {
    const [a, b, scale] = aligned(this, other);
    if (b === 0n) return undefined;
    const divisor = b < 0n ? -b : b;
    return new Decimal(((a % divisor) + divisor) % divisor, scale);
  }

  compare(other: Decimal): number {
    const [a, b] = aligned(this, other);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** The same value without zeros at the end of its fraction. */
  normalized(): Decimal {
    let { unscaled, scale } = this;
    while (scale > 0 && unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale--;
    }
    return new Decimal(unscaled, scale);
  }

  toString(): string {
    const digits = (this.unscaled < 0n ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
    const sign = this.unscaled < 0n ? '-' : '';
    if (this.scale === 0) return sign + digits;
    return `${sign}${digits.slice(0, -this.scale)}.${digits.slice(-this.scale)}`;
  }
}

function aligned(left: Decimal, right: Decimal): [bigint, bigint, number] {
  const scale = Math.max(left.scale, right.scale);
  return [
    left.unscaled * 10n ** BigInt(scale - left.scale),
    right.unscaled * 10n ** BigInt(scale - right.scale),
    scale,
  ];
}

function digitCount(value: bigint): number {
  return (value < 0n ? -value : value).toString().length;
}

/** Cuts a value to 34 significant digits, half away from zero, where its fraction allows. */
function rounded(unscaled: bigint, scale: number): Decimal {
  const excess = Math.min(digitCount(unscaled) - SIGNIFICANT_DIGITS, scale);
  if (excess <= 0) return new Decimal(unscaled, scale);
  const unit = 10n ** BigInt(excess);
  const half = unscaled < 0n ? -unit / 2n : unit / 2n;
  return new Decimal((unscaled + half) / unit, scale - excess);
}
