import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { Bitmap } from './bitmap.ts';
import type { Codes } from './codes.ts';
import type { Column, Int64Column, NumberColumn } from './column.ts';
import { constantColumn } from './columns.ts';
import { Int64Values } from './int64-values.ts';

/** In a list of row ids to gather: no row, so that the result has a missing value there. */
export const NO_ROW = 0xffffffff;

/**
 * The column of the given physical rows of another, in that order; `NO_ROW` gives null, or `''` for a string. Its arrays are
 * filled when they are first read: a join has the columns of both sides, and most queries look at few of them.
 */
export function gatherColumn(column: Column, rows: Uint32Array): Column {
  const missing = missingValue(column.type);
  const get = (row: number): Scalar => (rows[row] === NO_ROW ? missing : column.get(rows[row]));
  const base = { length: rows.length, get };
  switch (column.kind) {
    case 'string': {
      const { kind, type, dictionary } = column;
      return withLazy({ kind, type, dictionary, ...base }, { codes: () => gatherCodes(column.codes, rows, 0) });
    }
    case 'number': {
      const { kind, type } = column;
      const makers = { values: () => gatherNumbers(column, rows), nulls: () => gatherNulls(column.nulls, rows) };
      return withLazy({ kind, type, ...base }, makers);
    }
    case 'int64': {
      const { kind, type } = column;
      const makers = { values: () => gatherInt64(column, rows), nulls: () => gatherNulls(column.nulls, rows) };
      return withLazy({ kind, type, ...base }, makers);
    }
    case 'coded': {
      const { kind, type } = column;
      const makers = {
        codes: () => gatherCodes(column.codes, rows, column.distinct.length),
        distinct: () => [...column.distinct, missing],
      };
      return withLazy({ kind, type, ...base }, makers);
    }
    case 'constant':
      if (!rows.includes(NO_ROW)) return constantColumn(column.type, column.value, rows.length);
      break;
    default:
      break;
  }
  const values = () => Array.from(rows, (row) => (row === NO_ROW ? missing : column.get(row)));
  return withLazy({ kind: 'value', type: column.type, ...base }, { values });
}

/** An object with more fields, each made when it is first read. */
function withLazy<const Base extends object, Fields extends object>(
  base: Base,
  makers: { readonly [Name in keyof Fields]: () => Fields[Name] },
): Base & Fields {
  for (const name of Object.keys(makers) as (keyof Fields)[]) {
    Object.defineProperty(base, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = makers[name]();
        Object.defineProperty(base, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return base as Base & Fields;
}

/** What stands for a missing value of a type: null, or `''`. */
export function missingValue(type: ScalarType): Scalar {
  return type === 'string' ? '' : null;
}

function gatherCodes(codes: Codes, rows: Uint32Array, missing: number): Uint32Array {
  const gathered = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) gathered[i] = rows[i] === NO_ROW ? missing : codes[rows[i]];
  return gathered;
}

function gatherNumbers({ values, type }: NumberColumn, rows: Uint32Array): NumberColumn['values'] {
  const gathered =
    type === 'bool'
      ? new Uint8Array(rows.length)
      : type === 'int'
        ? new Int32Array(rows.length)
        : new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) if (rows[i] !== NO_ROW) gathered[i] = values[rows[i]];
  return gathered;
}

function gatherInt64({ values }: Int64Column, rows: Uint32Array): Int64Values {
  const half = (of: (row: number) => number) => (i: number) => (rows[i] === NO_ROW ? 0 : of(rows[i]));
  const [low, high] = [half((row) => values.low(row)), half((row) => values.high(row))];
  return Int64Values.ofHalves(rows.length, low, high);
}

function gatherNulls(nulls: Bitmap | undefined, rows: Uint32Array): Bitmap | undefined {
  const gathered = new Bitmap(rows.length);
  for (let i = 0; i < rows.length; i++) if (rows[i] === NO_ROW || nulls?.has(rows[i])) gathered.add(i);
  return gathered.isEmpty() ? undefined : gathered;
}
