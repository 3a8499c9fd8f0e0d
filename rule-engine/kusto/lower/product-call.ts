import type { Plan } from '../../plan/plan.ts';
import { productFunction } from '../product-functions/registry.ts';
import type { FunctionCall, SyntaxElement } from '../syntax.ts';
import type { Lowering } from './lowering.ts';

/**
 * A call of a function of Sentinel or Defender that is lowered in a way of its own; undefined for all others, and where
 * the query has a function of that name.
 *
 * @param input what `invoke` pipes into it
 */
export function productCall(call: FunctionCall, input: Plan | undefined, lowering: Lowering): Plan | undefined {
  const name = call.Name?.SimpleName ?? '';
  if (lowering.scope.lookup(name) !== undefined) return undefined;
  noticeOf(name, call, lowering);
  return productFunction(name)?.lower?.(call, input, lowering);
}

/** Says what the author of a query should know of the function of Sentinel or Defender that a name calls. */
export function noticeOf(name: string, node: SyntaxElement, lowering: Lowering): void {
  const notice = productFunction(name)?.notice;
  if (notice !== undefined) lowering.notice('sources-of-function', notice, lowering.span(node));
}
