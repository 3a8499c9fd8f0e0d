import type { Plan } from '../../../plan/plan.ts';
import { project } from '../../product-functions/plan-parts.ts';
import type { Lowering } from '../lowering.ts';

/** `consume`: reads its input and gives nothing of it. */
export function lowerConsume(node: Kusto.Language.Syntax.ConsumeOperator, input: Plan, lowering: Lowering): Plan {
  const span = lowering.span(node);
  const none = project(input, [], span);
  return {
    kind: 'take',
    input: none,
    count: { kind: 'literal', type: 'long', value: 0n, span },
    columns: none.columns,
    span,
  };
}
