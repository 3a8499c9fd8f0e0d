import type { Span } from '../../base/span.ts';
import { invalid } from '../../diagnostics/diagnostic.ts';
import { columnExpr } from '../../plan/make-expr.ts';
import type { Expr, ToScalarExpr } from '../../plan/plan.ts';
import { className, type NameReference } from '../syntax.ts';
import { scalarTypeOf } from '../types.ts';
import { coerce } from './coerce.ts';
import { inlineFunction } from './inline-function.ts';
import type { Lowering } from './lowering.ts';
import { bindingOf } from './resolve.ts';

/** A name of a scalar: a column, a `let`, a parameter, or a function without arguments. */
export function lowerName(node: NameReference, lowering: Lowering): Expr {
  const binding = bindingOf(node, lowering);
  const type = scalarTypeOf(node.ResultType);
  if (binding?.kind === 'expression') {
    binding.expr ??= binding.lowering.expr(binding.node);
    return coerce(binding.expr, type);
  }
  const symbol = node.ReferencedSymbol;
  if (symbol !== null && className(symbol) === 'ColumnSymbol') {
    const span = lowering.span(node);
    return partitionKey(symbol, span, lowering) ?? columnExpr({ name: symbol.Name ?? '', type }, span);
  }
  const body = inlineFunction(node, [], lowering);
  if (body !== undefined) return body.lowering.expr(body.node);
  throw invalid('unknown-name', `'${node.SimpleName}' does not stand for a value`, lowering.span(node));
}

/** The value of a partition's key, where no column in sight goes by its name. */
function partitionKey(
  symbol: Kusto.Language.Symbols.Symbol,
  span: Span,
  { partitionKeys, columns, graphPaths }: Lowering,
): ToScalarExpr | undefined {
  const key = partitionKeys.findLast((one) => one.symbol === symbol);
  if (key === undefined || graphPaths !== undefined) return undefined;
  if (columns.some(({ name }) => name === key.column.name)) return undefined;
  const plan = { kind: 'subquery-input', partition: key.partition, columns: [key.column], span } as const;
  return { kind: 'toscalar', type: key.column.type, plan, span };
}
