import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { Bitmap } from './bitmap.ts';
import type { Codes } from './codes.ts';
import type { Int64Values } from './int64-values.ts';
import type { StringDictionary } from './string-dictionary.ts';

/** What every column can do. Code that wants speed switches on `kind` and reads the typed arrays. */
interface ColumnBase {
  readonly type: ScalarType;
  /** The number of physical rows. */
  readonly length: number;
  /** The value of a physical row; `null` where the value is missing. A string is never null. */
  get(row: number): Scalar;
}

/** Text: a code a row into a dictionary of distinct values. Two equal values always share one code. */
export interface StringColumn extends ColumnBase {
  readonly kind: 'string';
  readonly type: 'string';
  readonly codes: Codes;
  readonly dictionary: StringDictionary;
}

/** `bool` in bytes 0 and 1, `int` in 32 bits, `real` in doubles. `nulls` holds the rows that are null. */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
  readonly type: 'bool' | 'int' | 'real';
  readonly values: Uint8Array | Int32Array | Float64Array;
  readonly nulls: Bitmap | undefined;
}

/** `long`, `datetime` and `timespan` in 64 bits. `nulls` holds the rows that are null. */
export interface Int64Column extends ColumnBase {
  readonly kind: 'int64';
  readonly type: 'long' | 'datetime' | 'timespan';
  readonly values: Int64Values;
  readonly nulls: Bitmap | undefined;
}

/** Any type as a code a row into a short list of distinct values: what a function of a string column gives. */
export interface CodedColumn extends ColumnBase {
  readonly kind: 'coded';
  readonly codes: Codes;
  readonly distinct: readonly Scalar[];
}

/** One value for all rows. */
export interface ConstantColumn extends ColumnBase {
  readonly kind: 'constant';
  readonly value: Scalar;
}

/** Values as they come: `dynamic`, `decimal`, `guid`, and results that are not worth packing. */
export interface ValueColumn extends ColumnBase {
  readonly kind: 'value';
  readonly values: readonly Scalar[];
}

/** A truth value a row, as the rows where it is true and the rows where it is null. */
export interface MaskColumn extends ColumnBase {
  readonly kind: 'mask';
  readonly type: 'bool';
  readonly true: Bitmap;
  readonly null: Bitmap | undefined;
}

/** Values that are evaluated when they are read with `get`, and kept: what `extend` adds. */
export interface ComputedColumn extends ColumnBase {
  readonly kind: 'computed';
}

export type Column =
  | StringColumn
  | NumberColumn
  | Int64Column
  | CodedColumn
  | ConstantColumn
  | ValueColumn
  | MaskColumn
  | ComputedColumn;
