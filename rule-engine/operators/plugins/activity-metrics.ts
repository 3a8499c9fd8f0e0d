import { unsupported } from '../../diagnostics/diagnostic.ts';
import type { ScalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import { relationFromRows } from '../new-relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';
import { fromTicks, readTimelines, type Timeline } from './timeline.ts';

/**
 * `activity_metrics(id, timeline, start, end, window [, dimension …])`: for each window from `start` on its ids, those
 * that the window before lacks, and of the ids of the window before the share that returned and that did not.
 *
 * Which window comes before one that follows a gap is not documented: gaps are refused, and so is a call without start
 * and end.
 * @see https://learn.microsoft.com/kusto/query/activity-metrics-plugin
 */
export const activityMetrics: Plugin = {
  name: 'activity_metrics',
  evaluate: async (call) => {
    const { node, context } = call;
    const [start, end, window] = await rangeOf(call);
    const [time] = node.columns;
    const rows: Scalar[][] = [];
    for (const timeline of await readTimelines(call, 5)) {
      let before: ReadonlySet<ScalarKey> = new Set();
      for (const { at, ids } of windowsOf(timeline, start, end, window, call)) {
        const fresh = [...ids].filter((id) => !before.has(id)).length;
        const retention = (ids.size - fresh) / before.size;
        const numbers = [BigInt(ids.size), BigInt(fresh), retention, 1 - retention];
        rows.push([fromTicks(at, time.type), ...timeline.dimensions, ...numbers]);
        before = ids;
        await context.checkpoint();
      }
    }
    return relationFromRows(node.columns, rows, context);
  },
};

async function rangeOf(call: PluginCall): Promise<readonly [start: bigint, end: bigint, window: bigint]> {
  const { span } = call.node;
  if (call.scalar(4, 'Window') === undefined) throw unsupported('activity_metrics without start and end', span);
  const window = await call.constant(4, 'Window');
  if (typeof window === 'string') throw unsupported(`activity_metrics by ${window}`, span);
  return [await call.ticks(2, 'Start'), await call.ticks(3, 'End'), await call.ticks(4, 'Window')];
}

interface Window {
  readonly at: bigint;
  readonly ids: ReadonlySet<ScalarKey>;
}

/** The windows that have events, in order. */
function windowsOf(
  { events }: Timeline,
  start: bigint,
  end: bigint,
  size: bigint,
  { node }: PluginCall,
): readonly Window[] {
  if (size <= 0n) return [];
  const windows = new Map<bigint, Set<ScalarKey>>();
  for (const { id, at } of events) {
    if (at < start || at > end) continue;
    const number = (at - start) / size;
    const ids = windows.get(number) ?? new Set<ScalarKey>();
    windows.set(number, ids.add(id));
  }
  const inOrder = [...windows].sort(([a], [b]) => Number(a - b));
  const gap = inOrder.some(([number], i) => i > 0 && number !== inOrder[i - 1][0] + 1n);
  if (gap) throw unsupported('activity_metrics over a window without events', node.span);
  return inOrder.map(([number, ids]) => ({ at: start + number * size, ids }));
}
