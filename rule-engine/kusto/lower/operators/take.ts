import type { Plan, TakePlan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';

/** `take` and `limit`. */
export function lowerTake(node: Kusto.Language.Syntax.TakeOperator, input: Plan, lowering: Lowering): TakePlan {
  const count = lowering.expr(node.Expression!);
  return { kind: 'take', input, count, columns: input.columns, span: lowering.span(node) };
}
