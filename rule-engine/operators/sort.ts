import type { TabularOperator } from './operator.ts';
import { rowsOf } from './relation.ts';
import { rowComparer } from './row-comparer.ts';
import { sortRows } from './sort-rows.ts';

/** `sort`: the rows in the order of their keys; rows of equal keys stay in the order that they came in. */
export const sort: TabularOperator<'sort'> = {
  kind: 'sort',
  async execute(node, context) {
    const input = await context.run(node.input);
    const compare = await rowComparer(node.keys, input, context);
    context.reserve(rowsOf(input).byteLength * 2, node.span);
    const rows = await sortRows(rowsOf(input), compare, () => context.checkpoint());
    return { ...input, rows, serialized: true };
  },
};
