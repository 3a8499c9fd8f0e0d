import type { Plan, TakePlan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';
import { rowCount } from '../row-count.ts';

/** `take` and `limit`. */
export function lowerTake(node: Kusto.Language.Syntax.TakeOperator, input: Plan, lowering: Lowering): TakePlan {
  const count = rowCount(node.Expression!, lowering);
  return { kind: 'take', input, count, columns: input.columns, span: lowering.span(node) };
}
