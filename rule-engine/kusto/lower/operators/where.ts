import type { Plan, WherePlan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';

/** `where` and `filter`. */
export function lowerWhere(node: Kusto.Language.Syntax.FilterOperator, input: Plan, lowering: Lowering): WherePlan {
  const predicate = lowering.over(input).expr(node.Condition!);
  return { kind: 'where', input, predicate, columns: input.columns, span: lowering.span(node) };
}
