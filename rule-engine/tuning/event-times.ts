import type { Int64Column } from '../columnar/column.ts';
import type { Relation } from '../operators/relation.ts';

/** The columns that hold an event's time, the first that is there. */
const TIME_COLUMNS = ['Timestamp', 'TimeGenerated'];

/** The column with the time of a relation's events; its first datetime column where it has none of the known ones. */
export function timeColumn({
  schema,
  columns,
}: Relation): { readonly name: string; readonly column: Int64Column } | undefined {
  const names = [...TIME_COLUMNS, ...schema.filter(({ type }) => type === 'datetime').map(({ name }) => name)];
  for (const name of names) {
    const column = columns[schema.findIndex((candidate) => candidate.name === name)];
    if (column?.kind === 'int64' && column.type === 'datetime') return { name, column };
  }
  return undefined;
}

/** The ticks of a row's time less `base`, as a number: exact within 28 years. */
export function ticksSince(base: bigint, { values }: Int64Column): (row: number) => number {
  const low = Number(base & 0xffffffffn);
  const high = Number(base >> 32n);
  return (row) => (values.high(row) - high) * 0x1_0000_0000 + (values.low(row) - low);
}

/** The first and last time among some rows; undefined where none has a time. */
export function timeSpan(
  rows: Uint32Array,
  column: Int64Column,
): { readonly from: bigint; readonly to: bigint } | undefined {
  const { values, nulls } = column;
  let first: number | undefined;
  let earliest = 0;
  let latest = 0;
  let since: (row: number) => number = () => 0;
  for (const row of rows) {
    if (nulls?.has(row)) continue;
    if (first === undefined) {
      first = row;
      since = ticksSince(values.get(row), column);
    }
    const ticks = since(row);
    if (ticks < earliest) earliest = ticks;
    if (ticks > latest) latest = ticks;
  }
  if (first === undefined) return undefined;
  return { from: values.get(first) + BigInt(earliest), to: values.get(first) + BigInt(latest) };
}
