import type { Int64Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';

export interface TimeRange {
  readonly oldest: bigint;
  readonly newest: bigint;
}

/** The oldest and newest time of a table's Timestamp, else TimeGenerated column, in ticks; undefined without one. */
export function newestAndOldest(table: Table): TimeRange | undefined {
  for (const name of ['Timestamp', 'TimeGenerated']) {
    const column = table.column(name);
    if (column?.kind !== 'int64' || column.type !== 'datetime') continue;
    const range = rangeOf(column);
    if (range !== undefined) return range;
  }
  return undefined;
}

/** The range that holds both. */
export function widened(a: TimeRange | undefined, b: TimeRange | undefined): TimeRange | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const [first, last] = [a.oldest < b.oldest ? a : b, a.newest < b.newest ? b : a];
  return { oldest: first.oldest, newest: last.newest };
}

const ranges = new WeakMap<Int64Column, { readonly range: TimeRange | undefined }>();

/** A column's range, looked for once. */
function rangeOf(column: Int64Column): TimeRange | undefined {
  let known = ranges.get(column);
  if (known === undefined) {
    known = { range: findRange(column) };
    ranges.set(column, known);
  }
  return known.range;
}

function findRange({ values, nulls, length }: Int64Column): TimeRange | undefined {
  if (nulls === undefined) {
    const range = values.range();
    return range && { oldest: range.least, newest: range.greatest };
  }
  let oldest = -1;
  let newest = -1;
  for (let row = 0; row < length; row++) {
    if (nulls.has(row)) continue;
    if (oldest < 0 || values.compare(row, oldest) < 0) oldest = row;
    if (newest < 0 || values.compare(row, newest) > 0) newest = row;
  }
  return oldest < 0 ? undefined : { oldest: values.get(oldest), newest: values.get(newest) };
}
