import type { Span } from '../../base/span.ts';
import { columnExpr } from '../../plan/make-expr.ts';
import type { Expr, Plan, SummarizePlan } from '../../plan/plan.ts';
import type { ColumnSchema, ScalarType } from '../../schema/scalar-type.ts';

/** A row for each value of the column `key`, with `aggregate` of each other column under its name. */
export function groupedBy(
  input: Plan,
  key: string,
  aggregate: string,
  types: (type: ScalarType) => ScalarType,
  span: Span,
): SummarizePlan {
  const by = input.columns.filter(({ name }) => name === key);
  const others = input.columns.filter(({ name }) => name !== key);
  const results = others.map(({ name, type }) => ({ name, type: types(type) }));
  return {
    kind: 'summarize',
    input,
    by: by.map((column) => ({ name: key, expr: columnExpr(column, span) })),
    aggregates: others.map((column, i) => ({
      aggregates: [{ aggregate, args: [columnExpr(column, span)], columns: [results[i]], span }],
      items: [{ name: column.name, expr: columnExpr(results[i], span) }],
    })),
    columns: [...by, ...results],
    span,
  };
}

/** Adds the columns of `right` but its key to the rows of `left` whose `key` it has. */
export function enriched(left: Plan, key: Expr, right: Plan, rightKey: ColumnSchema, span: Span): Plan {
  const added = right.columns.flatMap(({ name }, index) =>
    name === rightKey.name ? [] : [{ side: 'right' as const, index }],
  );
  const output = [...left.columns.map((_, index) => ({ side: 'left' as const, index })), ...added];
  return {
    kind: 'join',
    operator: 'join',
    join: 'leftouter',
    left,
    right,
    on: [{ left: key, right: columnExpr(rightKey, span) }],
    output,
    columns: output.map(({ side, index }) => (side === 'left' ? left : right).columns[index]),
    span,
  };
}
