import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { Bitmap } from './bitmap.ts';
import type { Column } from './column.ts';
import { codedColumn, constantColumn, int64Column, numberColumn, stringColumn, valueColumn } from './columns.ts';

/** In a list of row ids to gather: no row, so that the result has a missing value there. */
export const NO_ROW = 0xffffffff;

/** The column of the given physical rows of another, in that order; `NO_ROW` gives null, or `''` for a string. */
export function gatherColumn(column: Column, rows: Uint32Array): Column {
  switch (column.kind) {
    case 'string':
      return stringColumn(gatherCodes(column.codes, rows, 0), column.dictionary);
    case 'number':
      return gatherNumbers(column, rows);
    case 'int64':
      return gatherInt64(column, rows);
    case 'coded':
      if (!rows.includes(NO_ROW)) return codedColumn(column.type, gatherCodes(column.codes, rows, 0), column.distinct);
      return codedColumn(column.type, gatherCodes(column.codes, rows, column.distinct.length), [
        ...column.distinct,
        missingValue(column.type),
      ]);
    case 'constant':
      if (!rows.includes(NO_ROW)) return constantColumn(column.type, column.value, rows.length);
      break;
    default:
      break;
  }
  const missing = missingValue(column.type);
  return valueColumn(
    column.type,
    Array.from(rows, (row) => (row === NO_ROW ? missing : column.get(row))),
  );
}

/** What stands for a missing value of a type: null, or `''`. */
export function missingValue(type: ScalarType): Scalar {
  return type === 'string' ? '' : null;
}

function gatherCodes(codes: Uint32Array, rows: Uint32Array, missing: number): Uint32Array {
  const gathered = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = rows[i] === NO_ROW ? missing : codes[rows[i]];
  return gathered;
}

function gatherNumbers(column: Extract<Column, { kind: 'number' }>, rows: Uint32Array): Column {
  const { values, type } = column;
  const gathered =
    type === 'bool'
      ? new Uint8Array(rows.length)
      : type === 'int'
        ? new Int32Array(rows.length)
        : new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) if (rows[i] !== NO_ROW) gathered[i] = values[rows[i]];
  return numberColumn(type, gathered, gatherNulls(column.nulls, rows));
}

function gatherInt64(column: Extract<Column, { kind: 'int64' }>, rows: Uint32Array): Column {
  const gathered = new BigInt64Array(rows.length);
  const { values } = column;
  for (let i = 0; i < rows.length; i++) if (rows[i] !== NO_ROW) gathered[i] = values[rows[i]];
  return int64Column(column.type, gathered, gatherNulls(column.nulls, rows));
}

function gatherNulls(nulls: Bitmap | undefined, rows: Uint32Array): Bitmap | undefined {
  const gathered = new Bitmap(rows.length);
  for (let i = 0; i < rows.length; i++) if (rows[i] === NO_ROW || nulls?.has(rows[i])) gathered.add(i);
  return gathered.isEmpty() ? undefined : gathered;
}
