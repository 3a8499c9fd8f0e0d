import { groupRows } from './grouping.ts';
import { concatRelations } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';

/**
 * `partition by`: the subquery over the rows of each key, in order of the keys' first appearance.
 * @see https://learn.microsoft.com/kusto/query/partition-operator
 */
export const partition: TabularOperator<'partition'> = {
  kind: 'partition',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const rows = rowsOf(input);
    const { groups, groupCount } = groupRows([await context.column(node.by, input)], rows);
    const results: Relation[] = [];
    for (const part of splitRows(rows, groups, groupCount)) {
      results.push(await context.runSubquery(node.subquery, { ...input, rows: part }));
      await context.checkpoint();
    }
    return concatRelations(node.columns, results, context);
  },
};

/** The rows of each group, in order. */
export function splitRows(rows: Uint32Array, groups: Uint32Array, groupCount: number): readonly Uint32Array[] {
  const sizes = new Uint32Array(groupCount);
  for (const group of groups) sizes[group]++;
  const parts = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(groupCount);
  for (let i = 0; i < rows.length; i++) parts[groups[i]][filled[groups[i]]++] = rows[i];
  return parts;
}
