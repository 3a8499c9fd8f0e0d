import { type Expression, is, withoutParentheses } from './syntax.ts';

/** True for a name, or a pipe from a name, that is nothing: without `isfuzzy` the service refuses it. */
export function isFromNothing(operand: Expression): boolean {
  const inner = withoutParentheses(operand);
  if (is(inner, 'PipeExpression')) return isFromNothing(inner.Expression!);
  return is(inner, 'NameReference') && inner.ReferencedSymbol === null;
}
