import type { Expr, ListExpr } from '../../plan/plan.ts';
import { argumentsOf, type Expression, elements, is } from '../syntax.ts';
import { isTabular } from '../types.ts';
import type { Lowering } from './lowering.ts';
import { resolve } from './resolve.ts';

type ListSyntax =
  | Kusto.Language.Syntax.InExpression
  | Kusto.Language.Syntax.HasAnyExpression
  | Kusto.Language.Syntax.HasAllExpression;

/** `in`, `has_any` and their kin. A dynamic array, also one of a `let`, becomes its elements, each with its own place. */
export function lowerList(node: ListSyntax, lowering: Lowering): ListExpr {
  const args = argumentsOf(node.Right);
  const [only] = args;
  const list =
    args.length === 1 && isTabular(only.ResultType)
      ? { table: lowering.plan(only) }
      : args.flatMap((arg) => listElements(arg, lowering));
  return {
    kind: 'list',
    type: 'bool',
    span: lowering.span(node),
    operator: (node.Operator?.Text ?? '') as ListExpr['operator'],
    left: lowering.expr(node.Left!),
    list,
  };
}

function listElements(node: Expression, lowering: Lowering): Expr[] {
  const place = resolve(node, lowering);
  const values = constantArray(place.node);
  return values === undefined ? [lowering.expr(node)] : values.map((value) => place.lowering.expr(value));
}

/** The elements of `dynamic([...])` when each is a literal of its own. */
function constantArray(node: Expression): Expression[] | undefined {
  if (!is(node, 'DynamicExpression') || !is(node.Expression, 'JsonArrayExpression')) return undefined;
  const values = elements<Expression>(node.Expression.Values);
  return values.every((value) => is(value, 'LiteralExpression') && value.Token?.Text !== 'null') ? values : undefined;
}
