import type { ScalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import { relationFromRows } from '../new-relation.ts';
import type { Plugin } from './plugin.ts';
import { fromTicks, readTimelines, type TimelineEvent } from './timeline.ts';

/**
 * `activity_engagement(id, timeline, start, end, inner, outer [, dimension …])`: for each inner window from `start` on
 * the ids in it, those in the outer window that ends with it, and their ratio.
 */
export const activityEngagement: Plugin = {
  name: 'activity_engagement',
  evaluate: async (call) => {
    const { node, context } = call;
    const start = await call.ticks(2, 'Start');
    const end = await call.ticks(3, 'End');
    const inner = await call.ticks(4, 'InnerActivityWindow');
    const outer = await call.ticks(5, 'OuterActivityWindow');
    const [time] = node.columns;
    const rows: Scalar[][] = [];
    for (const { dimensions, events } of await readTimelines(call, 6)) {
      const inside = events.filter(({ at }) => at >= start && at <= end);
      for (let at = start; at <= end && inner > 0n; at += inner) {
        const active = idsWithin(inside, at, at + inner);
        if (active === 0) continue;
        const known = idsWithin(inside, at + inner - outer, at + inner);
        rows.push([fromTicks(at, time.type), ...dimensions, BigInt(active), BigInt(known), active / known]);
        await context.checkpoint();
      }
    }
    return relationFromRows(node.columns, rows, context);
  },
};

function idsWithin(events: readonly TimelineEvent[], from: bigint, to: bigint): number {
  const ids = new Set<ScalarKey>();
  for (const { id, at } of events) if (at >= from && at < to) ids.add(id);
  return ids.size;
}
