import type { Span } from '../base/span.ts';
import type { Expr, NamedExpr, Plan, ProjectPlan, UnionPlan, WherePlan } from './plan.ts';

/** The rows for which the predicate holds; its span is that of the step. */
export function where(input: Plan, predicate: Expr): WherePlan {
  return { kind: 'where', input, predicate, columns: input.columns, span: predicate.span };
}

/** The columns of `items`, and no others. */
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
