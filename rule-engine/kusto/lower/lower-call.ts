import type { CallExpr, Expr } from '../../plan/expr.ts';
import { argumentsOf, type FunctionCall } from '../syntax.ts';
import { scalarTypeOf } from '../types.ts';
import { isAggregate, lowerAggregateCall } from './aggregates.ts';
import { inlineFunction } from './inline-function.ts';
import type { Lowering } from './lowering.ts';

/** A call of a scalar function: of the query's own, inlined; of a built-in one, as a call by its Kusto name. */
export function lowerCall(node: FunctionCall, lowering: Lowering): Expr {
  const args = argumentsOf(node.ArgumentList);
  const body = inlineFunction(node, args, lowering);
  if (body !== undefined) return body.lowering.expr(body.node);
  if (isAggregate(node)) return lowerAggregateCall(node, lowering);
  const name = node.ReferencedSymbol?.Name ?? node.Name?.SimpleName ?? '';
  const call: CallExpr = {
    kind: 'call',
    name,
    args: name === 'pack_all' ? [] : args.map((arg) => lowering.expr(arg)),
    type: scalarTypeOf(node.ResultType),
    span: lowering.span(node),
  };
  return name === 'pack_all' ? packAll(call, args.length > 0 ? lowering.expr(args[0]) : undefined, lowering) : call;
}

/** `pack_all()` reads every column in sight: it becomes `bag_pack`, or a `pack_all` that names them. */
function packAll(call: CallExpr, ignoreEmpty: Expr | undefined, lowering: Lowering): CallExpr {
  const pairs = lowering.columns.flatMap((column): Expr[] => [
    { kind: 'literal', type: 'string', span: call.span, value: column.name },
    { kind: 'column', name: column.name, type: column.type, span: call.span },
  ]);
  return ignoreEmpty === undefined
    ? { ...call, name: 'bag_pack', args: pairs }
    : { ...call, args: [ignoreEmpty, ...pairs] };
}
