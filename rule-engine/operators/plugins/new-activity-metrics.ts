import { unsupported } from '../../diagnostics/diagnostic.ts';
import { type ScalarKey, scalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import { relationFromRows } from '../new-relation.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';
import { binOf, fromTicks, readTimelines, type Timeline } from './timeline.ts';

/**
 * `new_activity_metrics(id, timeline, start, end, window [, cohort] [, dimension …] [, lookback])`: of the ids first seen
 * in each window (a cohort) how many are seen in it and in each later one. Ids of the table `lookback` are never new.
 */
export const newActivityMetrics: Plugin = {
  name: 'new_activity_metrics',
  evaluate: async (call) => {
    const { node, context } = call;
    const start = await call.ticks(2, 'Start');
    const end = await call.ticks(3, 'End');
    const window = await windowOf(call);
    const cohort = await cohortOf(call);
    const known = await lookback(call);
    const [time] = node.columns;
    const rows: Scalar[][] = [];
    for (const timeline of await readTimelines(call, cohort === undefined ? 5 : 6)) {
      const windows = windowsOf(timeline, start, end, window);
      for (const [from, ...numbers] of metrics(windows, known)) {
        if (cohort !== undefined && windows[from].at !== cohort) continue;
        const [to, ...values] = numbers;
        const times = [from, to].map((index) => fromTicks(windows[index].at, time.type));
        rows.push([...times, ...timeline.dimensions, ...values.slice(0, 3).map(BigInt), ...values.slice(3)]);
        await context.checkpoint();
      }
    }
    return relationFromRows(node.columns, rows, context);
  },
};

interface Window {
  readonly at: bigint;
  readonly ids: ReadonlySet<ScalarKey>;
}

async function windowOf(call: PluginCall): Promise<bigint> {
  const value = await call.constant(4, 'Window');
  if (typeof value === 'string') throw unsupported(`new_activity_metrics by ${value}`, call.node.span);
  return call.ticks(4, 'Window');
}

/** The window that is asked for alone: a constant where dimensions are columns. */
async function cohortOf(call: PluginCall): Promise<bigint | undefined> {
  const expr = call.scalar(5, 'Cohort');
  return expr === undefined || expr.kind === 'column' ? undefined : call.ticks(5, 'Cohort');
}

/** The ids of the table among the arguments: its column of the id's name, or its first. */
async function lookback(call: PluginCall): Promise<ReadonlySet<ScalarKey>> {
  const table = call.node.arguments.find((argument) => argument.kind === 'table');
  if (table === undefined) return new Set();
  const relation = await call.context.run(table.plan);
  const id = call.required(0, 'IdColumn');
  const named = relation.schema.findIndex(({ name }) => id.kind === 'column' && name === id.name);
  const column = relation.columns[Math.max(0, named)];
  return new Set(Array.from(rowsOf(relation), (row) => scalarKey(column.get(row))));
}

function windowsOf({ events }: Timeline, start: bigint, end: bigint, size: bigint): readonly Window[] {
  if (size <= 0n) return [];
  const ids = new Map<bigint, Set<ScalarKey>>();
  for (let at = start; at <= end; at += size) ids.set(at, new Set());
  for (const { id, at } of events) if (at >= start && at <= end) ids.get(binOf(at, size, start))?.add(id);
  return [...ids].map(([at, of]) => ({ at, ids: of }));
}

/** The numbers of the two windows, new ids, retained, churned, and the rates of both. */
function* metrics(windows: readonly Window[], known: ReadonlySet<ScalarKey>): Generator<readonly number[]> {
  const seen = new Set(known);
  for (const [from, { ids }] of windows.entries()) {
    const cohort = [...ids].filter((id) => !seen.has(id));
    const before = new Set(seen);
    for (const id of ids) seen.add(id);
    for (let to = from; to < windows.length; to++) {
      const fresh = [...windows[to].ids].filter((id) => !(to === from ? before : seen).has(id)).length;
      const retained = cohort.filter((id) => windows[to].ids.has(id)).length;
      const { length } = cohort;
      yield [from, to, fresh, retained, length - retained, retained / length, (length - retained) / length];
    }
  }
}
