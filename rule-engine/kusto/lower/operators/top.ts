import type { Plan, TopPlan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';
import { refuseDynamic } from '../refusals.ts';
import { rowCount } from '../row-count.ts';
import { sortKey } from './sort.ts';

/** `top N by x`. */
export function lowerTop(node: Kusto.Language.Syntax.TopOperator, input: Plan, lowering: Lowering): TopPlan {
  const count = rowCount(node.Expression!, lowering);
  const key = sortKey(node.ByExpression!, lowering.over(input));
  refuseDynamic(key.expr, 'The key of top');
  return { kind: 'top', input, count, key, columns: input.columns, span: lowering.span(node) };
}
