import { type Expression, is, type QueryOperator, withoutParentheses } from './syntax.ts';

/**
 * True for a table that cannot be read since a name that it begins with, or that it is joined with, is nothing: without
 * `isfuzzy` the service refuses it.
 */
export function isFromNothing(operand: Expression): boolean {
  const inner = withoutParentheses(operand);
  if (is(inner, 'PipeExpression')) return isFromNothing(inner.Expression!) || joinsNothing(inner.Operator!);
  return is(inner, 'NameReference') && inner.ReferencedSymbol === null;
}

function joinsNothing(operator: QueryOperator): boolean {
  return (is(operator, 'JoinOperator') || is(operator, 'LookupOperator')) && isFromNothing(operator.Expression!);
}
