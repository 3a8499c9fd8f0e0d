import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { Bitmap } from './bitmap.ts';
import type { Codes } from './codes.ts';
import type {
  CodedColumn,
  ConstantColumn,
  Int64Column,
  MaskColumn,
  NumberColumn,
  StringColumn,
  ValueColumn,
} from './column.ts';
import type { Int64Values } from './int64-values.ts';
import type { StringDictionary } from './string-dictionary.ts';

/** A string column: `codes[row]` is a code of `dictionary`. */
export function stringColumn(codes: Codes, dictionary: StringDictionary): StringColumn {
  return {
    kind: 'string',
    type: 'string',
    length: codes.length,
    codes,
    dictionary,
    get: (row) => dictionary.get(codes[row]),
  };
}

/** A `bool` (bytes 0 and 1), `int` or `real` column. */
export function numberColumn(
  type: NumberColumn['type'],
  values: NumberColumn['values'],
  nulls: Bitmap | undefined,
): NumberColumn {
  const value: (row: number) => Scalar = type === 'bool' ? (row) => values[row] !== 0 : (row) => values[row];
  const get = nulls === undefined ? value : (row: number) => (nulls.has(row) ? null : value(row));
  return { kind: 'number', type, length: values.length, values, nulls, get };
}

/** A `long`, `datetime` or `timespan` column. */
export function int64Column(type: Int64Column['type'], values: Int64Values, nulls: Bitmap | undefined): Int64Column {
  return {
    kind: 'int64',
    type,
    length: values.length,
    values,
    nulls,
    get: nulls === undefined ? (row) => values.get(row) : (row) => (nulls.has(row) ? null : values.get(row)),
  };
}

/** A column of any type whose rows are codes into `distinct`. */
export function codedColumn(type: ScalarType, codes: Codes, distinct: readonly Scalar[]): CodedColumn {
  return { kind: 'coded', type, length: codes.length, codes, distinct, get: (row) => distinct[codes[row]] };
}

/** `length` rows of one value. */
export function constantColumn(type: ScalarType, value: Scalar, length: number): ConstantColumn {
  return { kind: 'constant', type, length, value, get: () => value };
}

/** `length` rows without a value: null, or `''` for a string. */
export function missingColumn(type: ScalarType, length: number): ConstantColumn {
  return constantColumn(type, type === 'string' ? '' : null, length);
}

/** A value a row. */
export function valueColumn(type: ScalarType, values: readonly Scalar[]): ValueColumn {
  return { kind: 'value', type, length: values.length, values, get: (row) => values[row] };
}

/** A truth value a row. A row is in at most one of the two bitmaps. */
export function maskColumn(isTrue: Bitmap, isNull: Bitmap | undefined): MaskColumn {
  return {
    kind: 'mask',
    type: 'bool',
    length: isTrue.length,
    true: isTrue,
    null: isNull,
    get: (row) => (isNull?.has(row) ? null : isTrue.has(row)),
  };
}
