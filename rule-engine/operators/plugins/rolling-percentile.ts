import { compareScalars } from '../../schema/scalar-order.ts';
import { nearestRank } from '../../schema/sketch.ts';
import type { Scalar } from '../../schema/value.ts';
import { groupRows } from '../grouping.ts';
import { relationFromRows } from '../new-relation.ts';
import { splitRows } from '../partition.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin } from './plugin.ts';
import { asTicks, binOf, fromTicks } from './timeline.ts';

/**
 * `rolling_percentile(value, percentile, timeline, bin, binsPerWindow [, dimension …])`: for each bin the percentile of
 * the values of that bin and those before it in the window.
 */
export const rollingPercentile: Plugin = {
  name: 'rolling_percentile',
  evaluate: async (call) => {
    const { node, input, context } = call;
    const values = await call.column(0, 'ValueColumn');
    const percentile = Number(await call.constant(1, 'Percentile'));
    const times = await call.column(2, 'IndexColumn');
    const bin = await call.ticks(3, 'BinSize');
    const binsPerWindow = await call.ticks(4, 'BinsPerWindow');
    const dimensions = await call.columnsFrom(5);
    const rows = rowsOf(input).filter((row) => values.get(row) !== null && times.get(row) !== null);
    const { groups, groupCount, firstRows } = groupRows(dimensions, rows);
    const result: Scalar[][] = [];
    for (const [group, part] of splitRows(rows, groups, groupCount).entries()) {
      const byBin = new Map<bigint, Scalar[]>();
      for (const row of part) {
        const at = binOf(asTicks(times.get(row)), bin);
        const known = byBin.get(at);
        if (known === undefined) byBin.set(at, [values.get(row)]);
        else known.push(values.get(row));
      }
      const own = dimensions.map((column) => column.get(firstRows[group]));
      for (const at of byBin.keys()) {
        const window: Scalar[] = [];
        for (let back = 0n; back < binsPerWindow; back++) window.push(...(byBin.get(at - back * bin) ?? []));
        const sorted = window.sort(compareScalars).map((value) => ({ value, weight: 1 }));
        result.push([fromTicks(at, times.type), ...own, nearestRank(sorted, percentile) ?? null]);
      }
      await context.checkpoint();
    }
    return relationFromRows(node.columns, result, context);
  },
};
