import { int64Column } from '../columnar/columns.ts';
import { Int64Values } from '../columnar/int64-values.ts';
import { newRelation } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';
import { rowCount } from './relation.ts';

/** `count`: the number of rows, in one row. */
export const count: TabularOperator<'count'> = {
  kind: 'count',
  async execute(node, context) {
    const rows = rowCount(await context.run(node.input));
    const column = int64Column('long', Int64Values.from(BigInt64Array.of(BigInt(rows))), undefined);
    return newRelation(node.columns, [column], 1, context);
  },
};
