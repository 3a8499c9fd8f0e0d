import type { DistinctPlan, Plan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { projectItems } from './project.ts';

/** `distinct a, b` and `distinct *`. */
export function lowerDistinct(
  node: Kusto.Language.Syntax.DistinctOperator,
  input: Plan,
  lowering: Lowering,
): DistinctPlan {
  const columns = resultColumns(node, lowering);
  const items = projectItems(node.Expressions, columns, input, lowering);
  return { kind: 'distinct', input, items, columns, span: lowering.span(node) };
}
