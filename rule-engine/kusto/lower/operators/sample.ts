import type { Plan, SampleDistinctPlan, SamplePlan, TopHittersPlan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { rowCount } from '../row-count.ts';

/** `sample N`. */
export function lowerSample(node: Kusto.Language.Syntax.SampleOperator, input: Plan, lowering: Lowering): SamplePlan {
  const count = rowCount(node.Expression!, lowering);
  return { kind: 'sample', input, count, columns: input.columns, span: lowering.span(node) };
}

/** `sample-distinct N of x`. */
export function lowerSampleDistinct(
  node: Kusto.Language.Syntax.SampleDistinctOperator,
  input: Plan,
  lowering: Lowering,
): SampleDistinctPlan {
  const columns = resultColumns(node, lowering);
  const of = { name: columns[0].name, expr: lowering.over(input).expr(node.OfExpression!) };
  const count = rowCount(node.Expression!, lowering);
  return { kind: 'sample-distinct', input, count, of, columns, span: lowering.span(node) };
}

/** `top-hitters N of x by y`. */
export function lowerTopHitters(
  node: Kusto.Language.Syntax.TopHittersOperator,
  input: Plan,
  lowering: Lowering,
): TopHittersPlan {
  const columns = resultColumns(node, lowering);
  const inside = lowering.over(input);
  const by = node.ByClause?.Expression;
  return {
    kind: 'top-hitters',
    input,
    count: rowCount(node.Expression!, lowering),
    of: { name: columns[0].name, expr: inside.expr(node.OfExpression!) },
    by: by ? inside.expr(by) : undefined,
    columns,
    span: lowering.span(node),
  };
}
