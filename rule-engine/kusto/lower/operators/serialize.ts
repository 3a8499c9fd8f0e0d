import type { Plan, SerializePlan } from '../../../plan/plan.ts';
import type { Lowering } from '../lowering.ts';
import { columnsKept } from '../named-expressions.ts';
import { extendItems } from './extend.ts';

/** `serialize`, also with columns to add. */
export function lowerSerialize(
  node: Kusto.Language.Syntax.SerializeOperator,
  input: Plan,
  lowering: Lowering,
): SerializePlan {
  const items = extendItems(node, node.Expressions, input, lowering);
  return { kind: 'serialize', input, items, columns: columnsKept(node, input, lowering), span: lowering.span(node) };
}
