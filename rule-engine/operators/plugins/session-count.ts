import type { ScalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import { relationFromRows } from '../new-relation.ts';
import type { Plugin } from './plugin.ts';
import { binOf, fromTicks, readTimelines, type TimelineEvent } from './timeline.ts';

/**
 * `session_count(id, timeline, start, end, bin, lookback [, dimension …])`: the sessions that begin in each bin. An event
 * begins one when its id has none in the `lookback` before it.
 */
export const sessionCount: Plugin = {
  name: 'session_count',
  evaluate: async (call) => {
    const { node, context } = call;
    const start = await call.ticks(2, 'Start');
    const end = await call.ticks(3, 'End');
    const bin = await call.ticks(4, 'Bin');
    const lookback = await call.ticks(5, 'LookBackWindow');
    const [time] = node.columns;
    const rows: Scalar[][] = [];
    for (const { dimensions, events } of await readTimelines(call, 6)) {
      const inside = events.filter(({ at }) => at >= start && at <= end);
      for (const [at, sessions] of countSessions(inside, bin, lookback)) {
        rows.push([fromTicks(at, time.type), ...dimensions, sessions]);
      }
      await context.checkpoint();
    }
    return relationFromRows(node.columns, rows, context);
  },
};

function countSessions(events: readonly TimelineEvent[], bin: bigint, lookback: bigint): Map<bigint, bigint> {
  const lastSeen = new Map<ScalarKey, bigint>();
  const sessions = new Map<bigint, bigint>();
  const inOrder = [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { id, at } of inOrder) {
    const last = lastSeen.get(id);
    lastSeen.set(id, at);
    if (last !== undefined && at - last < lookback) continue;
    const start = binOf(at, bin);
    sessions.set(start, (sessions.get(start) ?? 0n) + 1n);
  }
  return sessions;
}
