import type { Span } from '../../base/span.ts';
import type {
  CallExpr,
  ColumnExpr,
  Expr,
  LiteralExpr,
  NamedExpr,
  Plan,
  ProjectPlan,
  SummarizePlan,
  UnionPlan,
} from '../../plan/plan.ts';
import type { ColumnSchema, ScalarType } from '../../schema/scalar-type.ts';

export function columnOf({ name, type }: ColumnSchema, span: Span): ColumnExpr {
  return { kind: 'column', name, type, span };
}

export function textOf(value: string, span: Span): LiteralExpr {
  return { kind: 'literal', type: 'string', value, span };
}

export function callOf(name: string, args: readonly Expr[], type: ScalarType, span: Span): CallExpr {
  return { kind: 'call', name, args, type, span };
}

export function where(input: Plan, predicate: Expr): Plan {
  return { kind: 'where', input, predicate, columns: input.columns, span: predicate.span };
}

export function project(input: Plan, items: readonly NamedExpr[], span: Span): ProjectPlan {
  const columns = items.map(({ name, expr }) => ({ name, type: expr.type }));
  return { kind: 'project', operator: 'project', input, items, columns, span };
}

/** The rows of plans that have the same columns. */
export function unionOfSame(plans: readonly Plan[], span: Span): UnionPlan {
  const { columns } = plans[0];
  return {
    kind: 'union',
    inputs: plans.map((plan, i) => ({ plan, source: `union_arg${i}` })),
    mapping: columns.map((_, index) => plans.map(() => index)),
    withSource: undefined,
    columns,
    span,
  };
}

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
    by: by.map((column) => ({ name: key, expr: columnOf(column, span) })),
    aggregates: others.map((column, i) => ({
      aggregates: [{ aggregate, args: [columnOf(column, span)], columns: [results[i]], span }],
      items: [{ name: column.name, expr: columnOf(results[i], span) }],
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
    on: [{ left: key, right: columnOf(rightKey, span) }],
    output,
    columns: output.map(({ side, index }) => (side === 'left' ? left : right).columns[index]),
    span,
  };
}
