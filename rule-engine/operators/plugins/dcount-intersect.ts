import { columnBuilder } from '../../columnar/column-builder.ts';
import { distinctSketchKeys } from '../../schema/sketch.ts';
import type { DynamicValue } from '../../schema/value.ts';
import { denseColumns, newRelation } from '../new-relation.ts';
import { rowsOf } from '../relation.ts';
import type { Plugin } from './plugin.ts';

/** `dcount_intersect(hll, hll, …)`: adds how many values the first, the first two, … of the sketches have in common. */
export const dcountIntersect: Plugin = {
  name: 'dcount_intersect',
  evaluate: async (call) => {
    const { node, input, context } = call;
    const sketches = await call.columnsFrom(0);
    const added = sketches.map(() => columnBuilder('long'));
    for (const row of rowsOf(input)) {
      let common: readonly string[] | undefined;
      sketches.forEach((sketch, at) => {
        const keys = distinctSketchKeys(sketch.get(row) as DynamicValue) ?? [];
        const known = new Set(keys);
        common = common === undefined ? keys : common.filter((key) => known.has(key));
        added[at].append(BigInt(common.length));
      });
    }
    const columns = [...denseColumns(input), ...added.map((builder) => builder.finish())];
    return newRelation(node.columns, columns, rowsOf(input).length, context);
  },
};
