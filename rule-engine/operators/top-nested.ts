import type { Column } from '../columnar/column.ts';
import type { TopNestedLevel } from '../plan/plan.ts';
import { compareScalars } from '../schema/scalar-order.ts';
import type { Scalar } from '../schema/value.ts';
import { groupRows } from './grouping.ts';
import { relationFromRows } from './new-relation.ts';
import type { OperatorContext, TabularOperator } from './operator.ts';
import { type Relation, rowsOf } from './relation.ts';
import { aggregateItems } from './summarize.ts';

/**
 * `top-nested`: the top values of the first level, within each the top values of the second, and so on.
 * @see https://learn.microsoft.com/kusto/query/top-nested-operator
 */
export const topNested: TabularOperator<'top-nested'> = {
  kind: 'top-nested',
  execute: async (node, context) => {
    const input = await context.run(node.input);
    const levels: Level[] = [];
    for (const level of node.levels) {
      levels.push({
        ...level,
        column: await context.column(level.of.expr, input),
        most: level.count === undefined ? Number.POSITIVE_INFINITY : Number(await context.constant(level.count)),
        othersValue: level.others === undefined ? undefined : await context.constant(level.others),
      });
    }
    const rows = await nest(levels, input, rowsOf(input), context);
    return { ...relationFromRows(node.columns, rows, context), serialized: true };
  },
};

interface Level extends TopNestedLevel {
  readonly column: Column;
  readonly most: number;
  readonly othersValue: Scalar | undefined;
}

/** The result rows that `levels` make of some rows of the input. */
async function nest(
  levels: readonly Level[],
  input: Relation,
  rows: Uint32Array,
  context: OperatorContext,
): Promise<readonly (readonly Scalar[])[]> {
  const [level, ...inner] = levels;
  await context.checkpoint();
  const { groups, groupCount, firstRows } = groupRows([level.column], rows);
  const [totals] = await aggregateItems([level.by], input, { rows, groups, groupCount }, context);
  const sign = level.order === 'asc' ? 1 : -1;
  const order = Array.from({ length: groupCount }, (_, group) => group).sort(
    (a, b) => sign * compareTotals(totals.get(a), totals.get(b)) || b - a,
  );
  const result: (readonly Scalar[])[] = [];
  for (const group of order.slice(0, level.most)) {
    const head = [level.column.get(firstRows[group]), totals.get(group)];
    const own = rows.filter((_, i) => groups[i] === group);
    const tails = inner.length === 0 ? [[]] : await nest(inner, input, own, context);
    for (const tail of tails) result.push([...head, ...tail]);
  }
  const rest = new Set(order.slice(level.most));
  if (level.othersValue !== undefined && rest.size > 0) {
    const others = rows.filter((_, i) => rest.has(groups[i]));
    result.push(await othersRow(levels, input, others, context));
  }
  return result;
}

/** One row for all that is not among the top: their aggregate at this level, and at inner levels that ask for it. */
async function othersRow(
  levels: readonly Level[],
  input: Relation,
  rows: Uint32Array,
  context: OperatorContext,
): Promise<readonly Scalar[]> {
  const row: Scalar[] = [];
  for (const level of levels) {
    const missing = level.of.expr.type === 'string' ? '' : null;
    if (level.othersValue === undefined) {
      row.push(missing, null);
      continue;
    }
    const grouped = { rows, groups: new Uint32Array(rows.length), groupCount: 1 };
    const [total] = await aggregateItems([level.by], input, grouped, context);
    row.push(level.othersValue, total.get(0));
  }
  return row;
}

function compareTotals(a: Scalar, b: Scalar): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return compareScalars(a, b);
}
