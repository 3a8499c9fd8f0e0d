import type { Column } from '../columnar/column.ts';
import { constantColumn } from '../columnar/columns.ts';
import { newRelation } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';

/** `print`: one row of constants. */
export const print: TabularOperator<'print'> = {
  kind: 'print',
  async execute(node, context) {
    const columns: Column[] = [];
    for (const { expr } of node.items) columns.push(constantColumn(expr.type, await context.constant(expr), 1));
    return newRelation(node.columns, columns, 1, context);
  },
};
