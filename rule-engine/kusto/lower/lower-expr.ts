import { invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../../plan/make-expr.ts';
import type { CallExpr, Expr } from '../../plan/plan.ts';
import { expressionChildren } from '../../plan/walk.ts';
import { dynamicValue } from '../literals/dynamic-literal.ts';
import { parseLiteral } from '../literals/literal.ts';
import { parseStringLiteral } from '../literals/string-literal.ts';
import { className, type Expression, elements, is, type NameReference, nodes, textOf } from '../syntax.ts';
import { isTabular, literalTypeOf, scalarTypeOf } from '../types.ts';
import { clockLiteral } from './clock-literal.ts';
import { lowerBinary } from './lower-binary.ts';
import { lowerCall } from './lower-call.ts';
import { lowerList } from './lower-list.ts';
import { lowerName } from './lower-name.ts';
import type { Lowering } from './lowering.ts';

/** A bound scalar expression as an `Expr`. */
export function lowerExpr(node: Expression, lowering: Lowering): Expr {
  if (is(node, 'ParenthesizedExpression')) return lowering.expr(node.Expression!);
  if (is(node, 'NameReference')) return lowerName(node, lowering);
  if (is(node, 'FunctionCallExpression')) return lowerCall(node, lowering);
  if (is(node, 'BinaryExpression')) return lowerBinary(node, lowering);
  if (is(node, 'InExpression') || is(node, 'HasAnyExpression') || is(node, 'HasAllExpression')) {
    return lowerList(node, lowering);
  }
  return lowerLiteral(node, lowering) ?? lowerAccess(node, lowering) ?? lowerOther(node, lowering);
}

function lowerLiteral(node: Expression, lowering: Lowering): Expr | undefined {
  const span = lowering.span(node);
  if (is(node, 'LiteralExpression')) {
    const raw = node.Token?.Text ?? '';
    if (raw === 'null') return literalExpr(null, 'dynamic', span);
    const type = literalTypeOf(node);
    const onClock = type === 'datetime' ? clockLiteral(raw, span, lowering) : undefined;
    return onClock ?? literalExpr(parseLiteral(type, raw, span), type, span);
  }
  if (is(node, 'CompoundStringLiteralExpression')) {
    const parts = nodes(node.Tokens).map((token) => parseStringLiteral(token.Text ?? '') ?? '');
    return literalExpr(parts.join(''), 'string', span);
  }
  if (is(node, 'DynamicExpression')) {
    return literalExpr(dynamicValue(node, lowering), 'dynamic', span);
  }
  if (is(node, 'TypeOfLiteralExpression')) {
    const [named] = elements<Expression>(node.Types);
    return literalExpr(named === undefined ? '' : textOf(named), 'string', span);
  }
  return undefined;
}

/** `x.name`, `x["name"]`, `x[0]`: all are `[]`. */
function lowerAccess(node: Expression, lowering: Lowering): Expr | undefined {
  if (is(node, 'ElementExpression')) {
    const selector = is(node.Selector, 'BracketedExpression') ? node.Selector.Expression : node.Selector;
    return access(node, lowering.expr(node.Expression!), lowering.expr(selector!), lowering);
  }
  if (!is(node, 'PathExpression')) return undefined;
  if (is(node.Expression, 'NameReference') && /^\$(left|right)$/.test(node.Expression.SimpleName ?? '')) {
    return lowering.expr(node.Selector!);
  }
  if (is(node.Expression, 'NameReference') && isStep(node.Expression.ReferencedSymbol)) {
    const name = `${node.Expression.SimpleName}.${(node.Selector as NameReference).SimpleName}`;
    return columnExpr({ name, type: scalarTypeOf(node.ResultType) }, lowering.span(node));
  }
  if (is(node.Selector, 'BracketedExpression')) {
    return access(node, lowering.expr(node.Expression!), lowering.expr(node.Selector.Expression!), lowering);
  }
  const name = is(node.Selector, 'NameReference') ? node.Selector.SimpleName : undefined;
  if (typeof name !== 'string') throw unsupported('This path', lowering.span(node));
  const key = literalExpr(name, 'string', lowering.span(node.Selector!));
  return access(node, lowering.expr(node.Expression!), key, lowering);
}

/** A step of `scan`: its state's columns are read as `step.column`. */
function isStep(symbol: Kusto.Language.Symbols.Symbol | null): boolean {
  if (symbol === null || className(symbol) !== 'VariableSymbol') return false;
  const { Type: type } = symbol as Kusto.Language.Symbols.VariableSymbol;
  return type !== null && className(type) === 'TupleSymbol';
}

function access(node: Expression, value: Expr, key: Expr, lowering: Lowering): CallExpr {
  return callExpr('[]', [value, key], scalarTypeOf(node.ResultType), lowering.span(node));
}

function lowerOther(node: Expression, lowering: Lowering): Expr {
  const span = lowering.span(node);
  const type = scalarTypeOf(node.ResultType);
  if (is(node, 'PrefixUnaryExpression')) {
    const operand = lowering.expr(node.Expression!);
    if (node.Operator?.Text !== '-') return operand;
    return callExpr('negate', [operand], type, span);
  }
  if (is(node, 'BetweenExpression')) {
    const args = [node.Left!, node.Right?.First, node.Right?.Second].map((part) => lowering.expr(part as Expression));
    return callExpr(node.Operator?.Text ?? 'between', args, 'bool', span);
  }
  if (is(node, 'ToScalarExpression')) {
    const alone = lowering.overColumns([]);
    if (!isTabular(node.Expression?.ResultType)) return computedOnce(alone.expr(node.Expression!));
    return { kind: 'toscalar', type, span, plan: alone.plan(node.Expression!) };
  }
  if (is(node, 'SimpleNamedExpression')) return lowering.expr(node.Expression!);
  if (is(node, 'StarExpression')) throw invalid('star', "'*' does not stand for a value here", span);
  throw unsupported(`${className(node).replace(/Expression$/, '')} as a value`, span);
}

/** `toscalar` of what is no table: one value for the query, also of `rand()`. */
function computedOnce(expr: Expr): Expr {
  if (expr.kind !== 'call' || readsColumns(expr)) return expr;
  const { type, span } = expr;
  const columns = [{ name: 'value', type }];
  const plan = { kind: 'print', items: [{ name: 'value', expr }], columns, span } as const;
  return { kind: 'toscalar', type, span, plan };
}

function readsColumns(expr: Expr): boolean {
  return expr.kind === 'column' || expressionChildren(expr).some(readsColumns);
}
