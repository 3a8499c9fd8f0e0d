import type { Span } from '../../../base/span.ts';
import type { Expr, Plan, WherePlan } from '../../../plan/plan.ts';
import { walkPlan } from '../../../plan/walk.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import type { Lowering } from '../lowering.ts';

/**
 * `where` and `filter`. After `join kind=innerunique` a condition on the left side's columns alone goes before the join,
 * as Kusto's planner puts it: which of several left rows of a key is kept depends on it.
 */
export function lowerWhere(node: Kusto.Language.Syntax.FilterOperator, input: Plan, lowering: Lowering): Plan {
  const predicate = lowering.over(input).expr(node.Condition!);
  const span = lowering.span(node);
  if (input.kind === 'join' && input.join === 'innerunique' && readsOnly(predicate, input.left.columns)) {
    return { ...input, left: where(input.left, predicate, span) };
  }
  return where(input, predicate, span);
}

function where(input: Plan, predicate: Expr, span: Span): WherePlan {
  return { kind: 'where', input, predicate, columns: input.columns, span };
}

function readsOnly(expr: Expr, columns: readonly ColumnSchema[]): boolean {
  const names = new Set(columns.map((column) => column.name));
  let only = true;
  walkPlan(expr, (part) => {
    if (part.kind === 'column' && !names.has(part.name)) only = false;
  });
  return only;
}
