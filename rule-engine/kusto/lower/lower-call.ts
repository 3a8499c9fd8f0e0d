import { invalid } from '../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../../plan/make-expr.ts';
import type { CallExpr, Expr, LiteralExpr } from '../../plan/plan.ts';
import { argumentsOf, type Expression, type FunctionCall } from '../syntax.ts';
import { columnsOf, scalarTypeOf } from '../types.ts';
import { isAggregate, lowerAggregateCall } from './aggregates.ts';
import { coerce } from './coerce.ts';
import { lowerNodeCall, lowerPathCall } from './graph-paths.ts';
import { inlineFunction } from './inline-function.ts';
import { lowerColumnCall, valuesOf } from './lower-column-call.ts';
import type { Lowering } from './lowering.ts';
import { refuseInvalidCall } from './refusals.ts';

/** A call of a scalar function: of the query's own, inlined; of a built-in one, as a call by its Kusto name. */
export function lowerCall(node: FunctionCall, lowering: Lowering): Expr {
  const args = argumentsOf(node.ArgumentList);
  const body = inlineFunction(node, args, lowering);
  if (body !== undefined) return body.lowering.expr(body.node);
  if (isAggregate(node, lowering)) return lowerAggregateCall(node, lowering);
  if (node.Name?.SimpleName === 'column_names_of') return columnNames(node, args[0], lowering);
  const name = node.ReferencedSymbol?.Name ?? node.Name?.SimpleName ?? '';
  const ofPath = lowerPathCall(name, node, lowering) ?? lowerNodeCall(name, node, lowering);
  if (ofPath !== undefined) return ofPath;
  const ofColumns = lowerColumnCall(name, node, lowering);
  if (ofColumns !== undefined) return ofColumns;
  const call = callExpr(
    name,
    name === 'pack_all' ? [] : valuesOf(args, lowering),
    scalarTypeOf(node.ResultType),
    lowering.span(node),
  );
  refuseInvalidCall(call);
  if (name === 'datetime_diff') return coerce({ ...call, type: 'long' }, call.type);
  if (name === 'not' && call.args[0].type !== 'bool') {
    throw invalid('KS107', 'A value of type bool expected.', call.args[0].span);
  }
  return name === 'pack_all' ? packAll(call, args.length > 0 ? lowering.expr(args[0]) : undefined, lowering) : call;
}

/** `column_names_of(T)`: known when the query is bound. */
function columnNames(node: FunctionCall, table: Expression, lowering: Lowering): LiteralExpr {
  const names = (columnsOf(table.ResultType) ?? []).map((column) => column.name);
  return literalExpr(names, 'dynamic', lowering.span(node));
}

/** `pack_all()` reads every column in sight: it becomes `bag_pack`, or a `pack_all` that names them. */
function packAll(call: CallExpr, ignoreEmpty: Expr | undefined, lowering: Lowering): CallExpr {
  const pairs = lowering.columns.flatMap((column): Expr[] => [
    literalExpr(column.name, 'string', call.span),
    columnExpr(column, call.span),
  ]);
  return ignoreEmpty === undefined
    ? { ...call, name: 'bag_pack', args: pairs }
    : { ...call, args: [ignoreEmpty, ...pairs] };
}
