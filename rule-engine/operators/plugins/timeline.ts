import { type ScalarKey, scalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import { groupRows } from '../grouping.ts';
import { splitRows } from '../partition.ts';
import { rowsOf } from '../relation.ts';
import type { PluginCall } from './plugin.ts';

/** Something that an id did at a time (ticks, or a whole number). */
export interface TimelineEvent {
  readonly id: ScalarKey;
  readonly at: bigint;
}

/** The events of the rows that share the dimensions' values, in input order. */
export interface Timeline {
  readonly dimensions: readonly Scalar[];
  readonly events: readonly TimelineEvent[];
}

/** Reads `plugin(id, timeline, …, dimension, …)`: a timeline for each combination of the dimensions from `firstDimension` on. */
export async function readTimelines(call: PluginCall, firstDimension: number): Promise<readonly Timeline[]> {
  const ids = await call.column(0, 'IdColumn');
  const times = await call.column(1, 'TimelineColumn');
  const dimensions = await call.columnsFrom(firstDimension);
  const rows = rowsOf(call.input).filter((row) => times.get(row) !== null);
  const { groups, groupCount, firstRows } = groupRows(dimensions, rows);
  return splitRows(rows, groups, groupCount).map((part, group) => ({
    dimensions: dimensions.map((column) => column.get(firstRows[group])),
    events: Array.from(part, (row) => ({ id: scalarKey(ids.get(row)), at: asTicks(times.get(row)) })),
  }));
}

/** A time or whole number as a bigint. */
export function asTicks(value: Scalar): bigint {
  return typeof value === 'bigint' ? value : BigInt(Math.trunc(Number(value)));
}

/** The start of the bin that holds a time; bins are counted from `origin`. */
export function binOf(at: bigint, size: bigint, origin = 0n): bigint {
  const rest = (at - origin) % size;
  return at - (rest < 0n ? rest + size : rest);
}

/** A value of the timeline's type. */
export function fromTicks(at: bigint, type: string): Scalar {
  return type === 'int' || type === 'real' ? Number(at) : at;
}
