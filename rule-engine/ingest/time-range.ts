import type { Int64Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';

interface TimeRange {
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
  let oldest: bigint | undefined;
  let newest: bigint | undefined;
  for (let row = 0; row < length; row++) {
    if (nulls?.has(row)) continue;
    const value = values[row];
    if (oldest === undefined || value < oldest) oldest = value;
    if (newest === undefined || value > newest) newest = value;
  }
  return oldest === undefined || newest === undefined ? undefined : { oldest, newest };
}
