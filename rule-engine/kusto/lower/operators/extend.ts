import type { NamedExpr } from '../../../plan/expr.ts';
import type { ExtendPlan, Plan } from '../../../plan/plan.ts';
import type { Expression } from '../../syntax.ts';
import { columnSymbols } from '../../types.ts';
import type { Lowering } from '../lowering.ts';
import { assignments, destructure, resultColumns } from '../named-expressions.ts';

/** `extend`: columns are added, or replaced in place. */
export function lowerExtend(node: Kusto.Language.Syntax.ExtendOperator, input: Plan, lowering: Lowering): ExtendPlan {
  const columns = resultColumns(node, lowering);
  const found = extendItems(node, node.Expressions, input, lowering);
  return { kind: 'extend', input, items: found, columns, span: lowering.span(node) };
}

/** The items of `extend` and `serialize`. An unnamed item has the name of the result column that the binder made of it. */
export function extendItems(
  operator: Expression,
  list: Parameters<typeof assignments>[0],
  input: Plan,
  lowering: Lowering,
): NamedExpr[] {
  const inside = lowering.over(input);
  const result = columnSymbols(operator.ResultType);
  return assignments(list).flatMap(({ names, node }): NamedExpr[] => {
    if (node === undefined) return [];
    const value = inside.expr(node);
    if (names !== undefined) return destructure(names, value);
    const made = result.find((column) => column.Source === node);
    return made === undefined ? [] : [{ name: made.Name ?? '', expr: value }];
  });
}
