import type { Column } from '../columnar/column.ts';
import { gatherColumn } from '../columnar/gather.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { type ArrayExpansion, expandArrays, limitOf } from './array-expansion.ts';
import { expandedColumns } from './mv-expand.ts';
import { concatRelations, denseColumns, newRelation } from './new-relation.ts';
import type { OperatorContext, PlanOf, TabularOperator } from './operator.ts';
import { type Relation, rowCount, rowsOf } from './relation.ts';

/**
 * `mv-apply`: expands the arrays of each row and applies a subquery to the rows that one row gives; its columns join
 * that row's. A row whose arrays are empty gives none.
 * @see https://learn.microsoft.com/kusto/query/mv-apply-operator
 */
export const mvApply: TabularOperator<'mv-apply'> = {
  kind: 'mv-apply',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const limit = await limitOf(node, context);
    const expansion = await expandArrays(node.items, 'bag', limit, input, context);
    const schema = subqueryInputSchema(node, input);
    const columns = expandedColumns(schema, node.items, input, expansion);
    const expanded = newRelation(schema, columns, expansion.sourceRows.length, context);
    const applied = isRowByRow(node.subquery)
      ? await applyAtOnce(node, expanded, expansion, context)
      : await applyToEach(node, expanded, expansion, context);
    return joinSource(node, input, applied, context);
  },
};

/** The columns that a subquery can read: the input's, the items', and the index. */
function subqueryInputSchema(node: PlanOf<'mv-apply'>, input: Relation): readonly ColumnSchema[] {
  const items = node.items.map(({ name, to }): ColumnSchema => ({ name, type: to ?? 'dynamic' }));
  const byName = new Map(items.map((item) => [item.name, item]));
  const kept = input.schema.map((column) => byName.get(column.name) ?? column);
  const added = items.filter((item) => !input.schema.some((column) => column.name === item.name));
  const index: ColumnSchema[] = node.withItemIndex === undefined ? [] : [{ name: node.withItemIndex, type: 'long' }];
  return [...kept, ...added, ...index];
}

/** What the subquery gave, and for each of its rows the row of `mv-apply`'s input that it belongs to. */
interface Applied {
  readonly result: Relation;
  readonly sourceRows: Uint32Array;
}

const ROW_BY_ROW = new Set(['where', 'extend', 'project']);

/** True when the subquery looks at one row at a time, so that all rows can go through it together. */
function isRowByRow(plan: PlanOf<'mv-apply'>['subquery']): boolean {
  if (plan.kind === 'subquery-input') return true;
  if (!ROW_BY_ROW.has(plan.kind) || !('input' in plan) || plan.input === undefined) return false;
  return isRowByRow(plan.input);
}

async function applyAtOnce(
  node: PlanOf<'mv-apply'>,
  expanded: Relation,
  expansion: ArrayExpansion,
  context: OperatorContext,
): Promise<Applied> {
  const result = await context.runSubquery(node.subquery, expanded);
  if (result.space !== expanded.space) return applyToEach(node, expanded, expansion, context);
  return { result, sourceRows: rowsOf(result).map((row) => expansion.sourceRows[row]) };
}

async function applyToEach(
  node: PlanOf<'mv-apply'>,
  expanded: Relation,
  { sourceRows }: ArrayExpansion,
  context: OperatorContext,
): Promise<Applied> {
  const results: Relation[] = [];
  const sources: number[] = [];
  for (let start = 0; start < sourceRows.length; ) {
    let end = start + 1;
    while (end < sourceRows.length && sourceRows[end] === sourceRows[start]) end++;
    const rows = Uint32Array.from({ length: end - start }, (_, i) => start + i);
    const result = await context.runSubquery(node.subquery, { ...expanded, rows });
    results.push({ ...result, columns: denseColumns(result), rows: undefined, physicalLength: rowCount(result) });
    for (let i = rowCount(result); i > 0; i--) sources.push(sourceRows[start]);
    start = end;
    await context.checkpoint();
  }
  return {
    result: concatRelations(node.subquery.columns, results, context),
    sourceRows: Uint32Array.from(sources),
  };
}

/** The output columns by name: the subquery's where it has one of that name, else the input's. */
function joinSource(
  node: PlanOf<'mv-apply'>,
  input: Relation,
  { result, sourceRows }: Applied,
  context: OperatorContext,
): Relation {
  const applied = denseColumns(result);
  const columns = node.columns.map(({ name }): Column => {
    const at = result.schema.findIndex((column) => column.name === name);
    if (at >= 0) return applied[at];
    const source = input.schema.findIndex((column) => column.name === name);
    return gatherColumn(input.columns[source], sourceRows);
  });
  return newRelation(node.columns, columns, sourceRows.length, context);
}
