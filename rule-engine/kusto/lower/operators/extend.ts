import type { ExtendPlan, NamedExpr, Plan } from '../../../plan/plan.ts';
import type { Expression } from '../../syntax.ts';
import { columnSymbols } from '../../types.ts';
import type { Lowering } from '../lowering.ts';
import { assignments, columnsKept, projected, tupleColumns } from '../named-expressions.ts';

/** `extend`: columns are added, or replaced in place. */
export function lowerExtend(node: Kusto.Language.Syntax.ExtendOperator, input: Plan, lowering: Lowering): ExtendPlan {
  const columns = columnsKept(node, input, lowering);
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
  return assignments(list).flatMap((assignment): NamedExpr[] => {
    const { names, node } = assignment;
    if (node === undefined) return [];
    const values = projected(assignment, inside);
    const own = tupleColumns(node)?.map((column) => column.name);
    const made = result.find((column) => column.Source === node)?.Name;
    const all = [...(names ?? []), ...(own ?? [made ?? undefined]).slice(names?.length ?? 0)];
    return values.flatMap((expr, i) => (all[i] === undefined ? [] : [{ name: all[i], expr }]));
  });
}
