import { literalExpr } from '../../../plan/make-expr.ts';
import { project } from '../../../plan/make-plan.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';

/** `consume`: reads its input and gives nothing of it. */
export function lowerConsume(node: Kusto.Language.Syntax.ConsumeOperator, input: Plan, lowering: Lowering): Plan {
  const span = lowering.span(node);
  const none = project(input, [], span);
  return {
    kind: 'take',
    input: none,
    count: literalExpr(0n, 'long', span),
    columns: none.columns,
    span,
  };
}
