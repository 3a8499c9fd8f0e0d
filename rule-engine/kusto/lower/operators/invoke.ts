import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan } from '../../../plan/plan.ts';
import { argumentsOf, is } from '../../syntax.ts';
import { inlineFunction } from '../inline-function.ts';
import type { Lowering } from '../lowering.ts';
import { productCall } from '../product-call.ts';

/** `invoke f(…)`: the function's body over the piped table as its first argument. */
export function lowerInvoke(node: Kusto.Language.Syntax.InvokeOperator, input: Plan, lowering: Lowering): Plan {
  const call = node.Function;
  if (!is(call, 'FunctionCallExpression')) throw unsupported('This form of invoke', lowering.span(node));
  const own = productCall(call, input, lowering);
  if (own !== undefined) return own;
  const body = inlineFunction(call, argumentsOf(call.ArgumentList), lowering.over(input), input);
  if (body === undefined) throw unsupported(`The function ${call.Name?.SimpleName}()`, lowering.span(call));
  return body.lowering.plan(body.node);
}
