import type { ScalarKey } from '../../schema/scalar-key.ts';
import type { Scalar } from '../../schema/value.ts';
import { relationFromRows } from '../new-relation.ts';
import type { Plugin, PluginCall } from './plugin.ts';
import { binOf, fromTicks, readTimelines, type TimelineEvent } from './timeline.ts';

/** `sliding_window_counts(id, timeline, start, end, lookback, bin [, dimension …])`: events and ids of each window. */
const slidingWindowCounts: Plugin = {
  name: 'sliding_window_counts',
  evaluate: async (call) => {
    const start = await call.ticks(2, 'Start');
    const end = await call.ticks(3, 'End');
    const lookback = await call.ticks(4, 'LookbackWindow');
    const bin = await call.ticks(5, 'Bin');
    return tabulate(call, 6, start, end, bin, (events, at) => {
      const inside = events.filter((event) => event.at < at + bin && event.at >= at + bin - lookback);
      return inside.length === 0 ? undefined : [BigInt(inside.length), countIds(inside)];
    });
  },
};

/**
 * `activity_counts_metrics(id, timeline, start, end, window [, dimension …])`: events, ids, ids not seen before, and all
 * ids so far.
 */
const activityCountsMetrics: Plugin = {
  name: 'activity_counts_metrics',
  evaluate: async (call) => {
    const start = await call.ticks(2, 'Start');
    const end = await call.ticks(3, 'End');
    const window = await call.ticks(4, 'Window');
    return tabulate(call, 5, start, end, window, (events, at) => {
      const inside = events.filter((event) => event.at >= at && event.at < at + window && event.at <= end);
      if (inside.length === 0) return undefined;
      const before = new Set(events.filter((event) => event.at >= start && event.at < at).map(({ id }) => id));
      const ids = new Set(inside.map(({ id }) => id));
      const fresh = [...ids].filter((id) => !before.has(id)).length;
      return [BigInt(inside.length), BigInt(ids.size), BigInt(fresh), BigInt(before.size + fresh)];
    });
  },
};

/**
 * `active_users_count(id, timeline, start, end, lookback, period, activePeriods, bin [, dimension …])`: ids with events
 * in at least so many periods of the lookback that ends with one of their events in the bin.
 */
const activeUsersCount: Plugin = {
  name: 'active_users_count',
  evaluate: async (call) => {
    const start = await call.ticks(2, 'Start');
    const end = await call.ticks(3, 'End');
    const lookback = await call.ticks(4, 'LookbackWindow');
    const period = await call.ticks(5, 'Period');
    const wanted = await call.ticks(6, 'ActivePeriodsCount');
    const bin = await call.ticks(7, 'Bin');
    return tabulate(call, 8, start, end, bin, (events, at) => {
      const active = events.filter((event) => {
        if (event.at < at || event.at >= at + bin || event.at > end) return false;
        const periods = events
          .filter(({ id, at: other }) => id === event.id && other <= event.at && event.at - other < lookback)
          .map(({ at: other }) => binOf(other, period, start));
        return BigInt(new Set(periods).size) >= wanted;
      });
      return active.length === 0 ? undefined : [countIds(active)];
    });
  },
};

export const windowCounts: readonly Plugin[] = [slidingWindowCounts, activityCountsMetrics, activeUsersCount];

/** Rows of time, dimensions and numbers for each bin from `start` to `end` that has any. */
async function tabulate(
  call: PluginCall,
  firstDimension: number,
  start: bigint,
  end: bigint,
  bin: bigint,
  measure: (events: readonly TimelineEvent[], at: bigint) => readonly Scalar[] | undefined,
) {
  const { node, context } = call;
  const [time] = node.columns;
  const rows: Scalar[][] = [];
  for (const { dimensions, events } of await readTimelines(call, firstDimension)) {
    for (let at = start; at <= end && bin > 0n; at += bin) {
      const numbers = measure(events, at);
      if (numbers !== undefined) rows.push([fromTicks(at, time.type), ...dimensions, ...numbers]);
      await context.checkpoint();
    }
  }
  return relationFromRows(node.columns, rows, context);
}

function countIds(events: readonly TimelineEvent[]): bigint {
  return BigInt(new Set<ScalarKey>(events.map(({ id }) => id)).size);
}
