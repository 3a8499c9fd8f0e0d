import { missingColumn } from '../columnar/columns.ts';
import { newRelation } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';

/** A table of the catalogue. One that is not loaded has no rows, and a column that no source filled has no values. */
export const table: TabularOperator<'table'> = {
  kind: 'table',
  async execute(node, context) {
    const found = context.table(node.name);
    const length = found?.table.length ?? 0;
    const columns = node.columns.map(({ name, type }) => {
      const column = found?.table.column(name);
      return column?.type === type ? column : missingColumn(type, length);
    });
    const relation = newRelation(node.columns, columns, length, context);
    return found === undefined ? relation : { ...relation, space: found.space };
  },
};
