import type { Decimal } from './decimal.ts';

/** A property bag. A Map keeps the order of its keys and is safe with keys such as `__proto__`. */
export type DynamicBag = ReadonlyMap<string, DynamicValue>;

/** A scalar within a dynamic value that JSON has no form for. */
export class DynamicScalar {
  readonly type: 'datetime' | 'timespan' | 'guid' | 'decimal';
  readonly value: bigint | string | Decimal;

  constructor(type: DynamicScalar['type'], value: bigint | string | Decimal) {
    this.type = type;
    this.value = value;
  }
}

/**
 * A value of type `dynamic`. A `bigint` is a Kusto long, a `number` a Kusto real; text is a string.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/dynamic
 */
export type DynamicValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly DynamicValue[]
  | DynamicBag
  | DynamicScalar;

/**
 * A scalar at run time; its Kusto type is known from the expression or column that holds it:
 *
 * | Kusto              | here                                                        |
 * | ------------------ | ----------------------------------------------------------- |
 * | bool               | `boolean`                                                   |
 * | int                | `number` (32-bit integer)                                   |
 * | long               | `bigint` (64-bit, wraps)                                    |
 * | real               | `number`                                                    |
 * | decimal            | `Decimal`                                                   |
 * | string             | `string`; never null: the missing string is `''`            |
 * | datetime           | `bigint`, ticks of 100 ns since 0001-01-01T00:00:00Z        |
 * | timespan           | `bigint`, ticks of 100 ns                                   |
 * | guid               | `string`, 36 characters, lower case                         |
 * | dynamic            | `DynamicValue`                                              |
 * | null of any type   | `null`                                                      |
 */
export type Scalar = DynamicValue | Decimal;
