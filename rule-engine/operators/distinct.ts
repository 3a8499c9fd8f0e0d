import { groupRows } from './grouping.ts';
import type { TabularOperator } from './operator.ts';
import { projected } from './project.ts';
import { rowsOf } from './relation.ts';

/** `distinct`: each combination of values once, in the order of its first row. */
export const distinct: TabularOperator<'distinct'> = {
  kind: 'distinct',
  async execute(node, context) {
    const input = await context.run(node.input);
    const relation = await projected(input, node.items, context);
    const keys = [];
    for (const { expr } of node.items) keys.push(await context.column(expr, input));
    const { firstRows } = groupRows(keys, rowsOf(input));
    return { ...relation, columns: keys, rows: firstRows, space: context.newSpace(), serialized: false };
  },
};
