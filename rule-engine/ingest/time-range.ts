import type { Int64Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';

const [LOW, HIGH] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0];

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

/** Compares halves: a bigint a row would be garbage. */
function findRange({ values, nulls, length }: Int64Column): TimeRange | undefined {
  const highs = new Int32Array(values.buffer, values.byteOffset, 2 * length);
  const lows = new Uint32Array(values.buffer, values.byteOffset, 2 * length);
  let oldest = -1;
  let newest = -1;
  for (let row = 0, at = 0; row < length; row++, at += 2) {
    if (nulls?.has(row)) continue;
    const high = highs[at + HIGH];
    const low = lows[at + LOW];
    if (oldest < 0 || high < highs[oldest + HIGH] || (high === highs[oldest + HIGH] && low < lows[oldest + LOW]))
      oldest = at;
    if (newest < 0 || high > highs[newest + HIGH] || (high === highs[newest + HIGH] && low > lows[newest + LOW]))
      newest = at;
  }
  return oldest < 0 ? undefined : { oldest: values[oldest / 2], newest: values[newest / 2] };
}
