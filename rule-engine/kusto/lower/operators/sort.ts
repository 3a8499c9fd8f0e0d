import type { Plan, SortKey, SortPlan } from '../../../plan/plan.ts';
import { type Expression, elements, is } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';

/** `sort` and `order`. */
export function lowerSort(node: Kusto.Language.Syntax.SortOperator, input: Plan, lowering: Lowering): SortPlan {
  const inside = lowering.over(input);
  const keys = elements<Expression>(node.Expressions).map((key) => sortKey(key, inside));
  return { kind: 'sort', input, keys, columns: input.columns, span: lowering.span(node) };
}

/** `x`, `x asc`, `x desc nulls first`: descending unless said otherwise, nulls below every value. */
export function sortKey(node: Expression, lowering: Lowering): SortKey {
  const ordering = is(node, 'OrderedExpression') ? node.Ordering : null;
  const expr = lowering.expr(is(node, 'OrderedExpression') ? node.Expression! : node);
  const order = /^(asc|granny-asc)$/.test(ordering?.AscOrDescKeyword?.Text ?? '') ? 'asc' : 'desc';
  const written = ordering?.NullsClause?.FirstOrLastKeyword?.Text;
  const nulls = written === 'first' || written === 'last' ? written : order === 'asc' ? 'first' : 'last';
  return { expr, order, nulls };
}
