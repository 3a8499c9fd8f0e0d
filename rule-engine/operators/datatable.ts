import { tableFromRows } from '../columnar/table-builder.ts';
import { newRelation } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';

/** `datatable`: the rows that the query itself holds. */
export const datatable: TabularOperator<'datatable'> = {
  kind: 'datatable',
  async execute(node, context) {
    const { columns, length } = tableFromRows(node.columns, node.rows);
    return newRelation(node.columns, columns, length, context);
  },
};
