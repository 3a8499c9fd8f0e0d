import type { Column, Int64Column, NumberColumn, StringColumn } from '../columnar/column.ts';
import { sortComparer } from '../functions/comparison.ts';
import type { SortKey } from '../plan/plan.ts';
import type { OperatorContext } from './operator.ts';
import type { Relation } from './relation.ts';
import type { RowComparer } from './sort-rows.ts';

/** How a column sorts. */
export interface ColumnOrder {
  readonly order: SortKey['order'];
  readonly nulls: SortKey['nulls'];
}

/** Compares physical rows of a relation by sort keys. */
export async function rowComparer(
  keys: readonly SortKey[],
  relation: Relation,
  context: OperatorContext,
): Promise<RowComparer> {
  const comparers: RowComparer[] = [];
  for (const key of keys) comparers.push(columnComparer(await context.column(key.expr, relation), key));
  return chain(comparers);
}

/** Compares by the first comparer that tells two rows apart. */
export function chain(comparers: readonly RowComparer[]): RowComparer {
  if (comparers.length === 1) return comparers[0];
  return (a, b) => {
    for (const compare of comparers) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Compares rows by a column's values; nulls, and next to them NaN, come first or last whatever the order. */
export function columnComparer(column: Column, { order, nulls }: ColumnOrder): RowComparer {
  const sign = order === 'asc' ? 1 : -1;
  const compare = valueComparer(column);
  const values: RowComparer = sign === 1 ? compare : (a, b) => -compare(a, b);
  const rank = missingRank(column);
  if (rank === undefined) return values;
  const side = nulls === 'first' ? 1 : -1;
  return (a, b) => {
    const left = rank(a);
    const right = rank(b);
    if (left === right) return left === 2 ? values(a, b) : 0;
    return (left - right) * side;
  };
}

/** 0 for null, 1 for NaN, 2 for any other value; undefined where all rows are of the last kind. */
function missingRank(column: Column): ((row: number) => number) | undefined {
  if (column.type === 'string') return undefined;
  if (column.kind === 'int64') {
    const { nulls } = column;
    return nulls === undefined ? undefined : (row) => (nulls.has(row) ? 0 : 2);
  }
  const rankOf = (value: unknown): number => (value === null ? 0 : Number.isNaN(value) ? 1 : 2);
  return (row) => rankOf(column.get(row));
}

/** Compares rows that have values. */
function valueComparer(column: Column): RowComparer {
  switch (column.kind) {
    case 'string':
      return stringComparer(column);
    case 'int64':
      return int64Comparer(column);
    case 'number':
      return numberComparer(column);
    case 'constant':
      return () => 0;
    default: {
      const compare = sortComparer(column.type);
      return (a, b) => compare(column.get(a), column.get(b));
    }
  }
}

/** UTF-8 bytes are in the order of the code points that they encode, so no text is decoded. */
function stringComparer({ codes, dictionary }: StringColumn): RowComparer {
  const { arena, offsets } = dictionary;
  return (a, b) => {
    const left = codes[a];
    const right = codes[b];
    if (left === right) return 0;
    const leftStart = offsets[left];
    const rightStart = offsets[right];
    const leftLength = offsets[left + 1] - leftStart;
    const rightLength = offsets[right + 1] - rightStart;
    const length = Math.min(leftLength, rightLength);
    for (let i = 0; i < length; i++) {
      const order = arena[leftStart + i] - arena[rightStart + i];
      if (order !== 0) return order;
    }
    return leftLength - rightLength;
  };
}

function int64Comparer({ values }: Int64Column): RowComparer {
  return (a, b) => values.compare(a, b);
}

function numberComparer({ values }: NumberColumn): RowComparer {
  return (a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : 0);
}
