import { invalid } from '../../diagnostics/diagnostic.ts';
import type { Expr } from '../../plan/expr.ts';
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
    return { kind: 'column', name: symbol.Name ?? '', type, span: lowering.span(node) };
  }
  const body = inlineFunction(node, [], lowering);
  if (body !== undefined) return body.lowering.expr(body.node);
  throw invalid('unknown-name', `'${node.SimpleName}' does not stand for a value`, lowering.span(node));
}
