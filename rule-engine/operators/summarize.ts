import type { Column } from '../columnar/column.ts';
import { gatherColumn } from '../columnar/gather.ts';
import type { SummarizeItem } from '../plan/plan.ts';
import { aggregateRows, type GroupedRows } from './aggregation.ts';
import { groupRows } from './grouping.ts';
import type { OperatorContext, TabularOperator } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';

/**
 * `summarize`: a row a group, groups in order of first appearance. Without keys there is one row, also of no input.
 * @see https://learn.microsoft.com/kusto/query/summarize-operator
 */
export const summarize: TabularOperator<'summarize'> = {
  kind: 'summarize',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const keys: Column[] = [];
    for (const { expr } of node.by) keys.push(await context.column(expr, input));
    const rows = rowsOf(input);
    context.reserve(rows.length * 8, node.span);
    const grouping = groupRows(keys, rows);
    const columns = keys.map((key) => gatherColumn(key, grouping.firstRows));
    columns.push(...(await aggregateItems(node.aggregates, input, { ...grouping, rows }, context)));
    return {
      schema: node.columns,
      columns,
      physicalLength: grouping.groupCount,
      rows: undefined,
      space: context.newSpace(),
      serialized: false,
    };
  },
};

/** The columns of `summarize`'s items, of one row a group. */
export async function aggregateItems(
  items: readonly SummarizeItem[],
  input: Relation,
  grouped: GroupedRows,
  context: OperatorContext,
): Promise<readonly Column[]> {
  const results = await aggregateRows(
    items.flatMap((item) => item.aggregates),
    input,
    grouped,
    context,
  );
  const columns: Column[] = [];
  let at = 0;
  for (const item of items) {
    const relation: Relation = {
      schema: item.aggregates.flatMap((aggregate) => aggregate.columns),
      columns: results.slice(at, at + item.aggregates.length).flat(),
      physicalLength: grouped.groupCount,
      rows: undefined,
      space: context.newSpace(),
      serialized: false,
    };
    at += item.aggregates.length;
    for (const { expr } of item.items) columns.push(await context.column(expr, relation));
  }
  return columns;
}
