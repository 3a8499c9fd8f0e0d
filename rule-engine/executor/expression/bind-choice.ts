import type { Expr } from '../../plan/plan.ts';
import { truth } from './bind-call.ts';
import type { BindScope } from './bind-scope.ts';
import type { Bound } from './bound.ts';
import { joinKey } from './bound-constant.ts';

/**
 * `iff` and `case` (pairs of condition and value, and last the value of no condition) as nested choices. Undefined where a
 * value has to be converted to the result's type: the function itself does that.
 */
export function choiceOf(args: readonly Bound[], expr: Expr, scope: BindScope): Bound | undefined {
  const { type } = expr;
  const values = args.filter((_, i) => i % 2 === 1 || i === args.length - 1);
  if (args.length < 3 || args.length % 2 === 0 || values.some((value) => value.type !== type)) return undefined;
  let result = args[args.length - 1];
  for (let i = args.length - 3; i >= 0; i -= 2) {
    const condition = truth(args[i], scope);
    const then = args[i + 1];
    const otherwise = result;
    if (condition.kind === 'constant') result = condition.value === true ? then : otherwise;
    else {
      const key = joinKey('iff', [condition, then, otherwise]);
      result = { kind: 'choice', type, condition, then, otherwise, key, expr };
    }
  }
  return result;
}
