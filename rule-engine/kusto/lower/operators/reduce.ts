import type { Plan, ReducePlan } from '../../../plan/plan.ts';
import { elements, type NamedParameter } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

/** `reduce by x with threshold=…, characters=…`. */
export function lowerReduce(node: Kusto.Language.Syntax.ReduceByOperator, input: Plan, lowering: Lowering): ReducePlan {
  const options = new Map(
    elements<NamedParameter>(node.With?.Parameters ?? null).map((parameter) => [
      parameter.Name?.SimpleName ?? '',
      lowering.expr(parameter.Expression!),
    ]),
  );
  return {
    kind: 'reduce',
    input,
    expr: lowering.over(input).expr(node.Expression!),
    threshold: options.get('threshold'),
    characters: options.get('characters'),
    columns: resultColumns(node, lowering),
    span: lowering.span(node),
  };
}
