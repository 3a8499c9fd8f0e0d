import { gatherColumn } from '../columnar/gather.ts';
import type { AggregateExpr } from '../plan/plan.ts';
import { compareScalars } from '../schema/scalar-order.ts';
import { aggregateRows } from './aggregation.ts';
import { groupRows } from './grouping.ts';
import { newRelation } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';
import { rowsOf } from './relation.ts';

/**
 * `top-hitters`: the values with the most rows, or the largest sum; exact, where Kusto estimates.
 * @see https://learn.microsoft.com/kusto/query/top-hitters-operator
 */
export const topHitters: TabularOperator<'top-hitters'> = {
  kind: 'top-hitters',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const column = await context.column(node.of.expr, input);
    const rows = rowsOf(input);
    const grouping = groupRows([column], rows);
    const aggregate: AggregateExpr = {
      aggregate: node.by === undefined ? 'count' : 'sum',
      args: node.by === undefined ? [] : [node.by],
      columns: [node.columns[1]],
      span: node.span,
    };
    const [[totals]] = await aggregateRows([aggregate], input, { ...grouping, rows }, context);
    const wanted = Math.max(0, Number((await context.constant(node.count)) ?? 0));
    const order = Uint32Array.from({ length: grouping.groupCount }, (_, group) => group)
      .sort((a, b) => compareScalars(totals.get(b), totals.get(a)) || a - b)
      .slice(0, wanted);
    const columns = [gatherColumn(gatherColumn(column, grouping.firstRows), order), gatherColumn(totals, order)];
    return { ...newRelation(node.columns, columns, order.length, context), serialized: true };
  },
};
