import type { Column } from '../columnar/column.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import type { PartitionPlan } from '../plan/plan.ts';
import { groupRows } from './grouping.ts';
import { concatRelations } from './new-relation.ts';
import type { TabularOperator } from './operator.ts';
import { type Relation, rowCount, rowsOf } from './relation.ts';

/** The most values of the key: Kusto's limit of the legacy strategy. */
const MOST_PARTITIONS = 64;

/**
 * `partition by`: the subquery over the rows of each key, in order of the keys' first appearance.
 * @see https://learn.microsoft.com/kusto/query/partition-operator
 */
export const partition: TabularOperator<'partition'> = {
  kind: 'partition',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const rows = rowsOf(input);
    const key = await context.column(node.by, input);
    const { groups, groupCount, firstRows } = groupRows([key], rows);
    if (node.legacy) refuseManyValues(node, groupCount);
    const parts =
      node.id === undefined
        ? splitRows(rows, groups, groupCount).map((part) => ({ ...input, rows: part }))
        : keyValues(node, input, key, firstRows);
    const results: Relation[] = [];
    for (const part of parts) {
      const result = await context.runSubquery(node.subquery, part, node.id);
      context.reserve(rowCount(result) * 4 * result.columns.length, node.span);
      results.push(result);
      await context.checkpoint();
    }
    return concatRelations(node.columns, results, context);
  },
};

function refuseManyValues({ by }: PartitionPlan, count: number): void {
  if (count <= MOST_PARTITIONS) return;
  const message = `The key has ${count} values: partition takes ${MOST_PARTITIONS} at most without hint.strategy=native or shuffle`;
  throw invalid('partition-limit', message, by.span);
}

/** For each value of the key a relation of that value alone. */
function keyValues(node: PartitionPlan, input: Relation, key: Column, firstRows: Uint32Array): readonly Relation[] {
  const schema = [{ name: 'key', type: node.by.type }];
  return Array.from(firstRows, (row) => ({ ...input, schema, columns: [key], rows: Uint32Array.of(row) }));
}

/** The rows of each group, in order. */
export function splitRows(rows: Uint32Array, groups: Uint32Array, groupCount: number): readonly Uint32Array[] {
  const sizes = new Uint32Array(groupCount);
  for (const group of groups) sizes[group]++;
  const parts = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(groupCount);
  for (let i = 0; i < rows.length; i++) parts[groups[i]][filled[groups[i]]++] = rows[i];
  return parts;
}
