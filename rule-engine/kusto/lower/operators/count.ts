import type { CountPlan, Plan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

/** `count`, also `count as Name`. */
export function lowerCount(node: Kusto.Language.Syntax.CountOperator, input: Plan, lowering: Lowering): CountPlan {
  return { kind: 'count', input, columns: resultColumns(node, lowering), span: lowering.span(node) };
}
