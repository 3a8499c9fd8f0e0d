import type { TabularOperator } from './operator.ts';
import { rowsOf } from './relation.ts';
import { rowComparer } from './row-comparer.ts';
import { topRows } from './sort-rows.ts';
import { rowLimit } from './take.ts';

/** `top`: the first rows in the order of a key, without sorting all of them. */
export const top: TabularOperator<'top'> = {
  kind: 'top',
  async execute(node, context) {
    const input = await context.run(node.input);
    const count = await rowLimit(node.count, context);
    const compare = await rowComparer([node.key], input, context);
    const rows = await topRows(rowsOf(input), count, compare, () => context.checkpoint());
    return { ...input, rows, serialized: true };
  },
};
