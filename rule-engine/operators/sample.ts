import { gatherColumn } from '../columnar/gather.ts';
import { groupRows } from './grouping.ts';
import { newRelation } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';
import { rowsOf } from './relation.ts';

/**
 * `sample`: rows at even distances, so that a query gives the same ones each time; Kusto promises any.
 * @see https://learn.microsoft.com/kusto/query/sample-operator
 */
export const sample: TabularOperator<'sample'> = {
  kind: 'sample',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const rows = rowsOf(input);
    const wanted = Math.max(0, Math.min(rows.length, Number((await context.constant(node.count)) ?? 0)));
    const taken = Uint32Array.from({ length: wanted }, (_, i) => rows[Math.floor((i * rows.length) / wanted)]);
    return { ...input, rows: taken, serialized: false };
  },
};

/**
 * `sample-distinct`: the first distinct values of a column; Kusto promises any.
 * @see https://learn.microsoft.com/kusto/query/sample-distinct-operator
 */
export const sampleDistinct: TabularOperator<'sample-distinct'> = {
  kind: 'sample-distinct',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const column = await context.column(node.of.expr, input);
    const wanted = Math.max(0, Number((await context.constant(node.count)) ?? 0));
    const { firstRows } = groupRows([column], rowsOf(input));
    const taken = firstRows.slice(0, wanted);
    return newRelation(node.columns, [gatherColumn(column, taken)], taken.length, context);
  },
};
