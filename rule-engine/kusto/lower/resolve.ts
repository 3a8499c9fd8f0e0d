import { className } from '../load.ts';
import { type Expression, is, withoutParentheses } from '../syntax.ts';
import type { Binding, Lowering } from './lowering.ts';

/** An expression and the names it was written among. */
export interface Place {
  readonly node: Expression;
  readonly lowering: Lowering;
}

/** Follows parentheses, lets and arguments to the expression that was written. */
export function resolve(node: Expression, lowering: Lowering): Place {
  const inner = withoutParentheses(node);
  const binding = bindingOf(inner, lowering);
  if (binding?.kind === 'expression') return resolve(binding.node, binding.lowering);
  return { node: inner, lowering };
}

/** What a name stands for when it is a `let`, a parameter or an `as`, and no column. */
export function bindingOf(node: Expression, lowering: Lowering): Binding | undefined {
  if (!is(node, 'NameReference')) return undefined;
  const symbol = node.ReferencedSymbol;
  if (symbol !== null && className(symbol) === 'ColumnSymbol') return undefined;
  return bindingNamed(node.SimpleName ?? '', lowering);
}

/** What the query itself calls by a name: its lets and parameters, then what `as` named. */
export function bindingNamed(name: string, lowering: Lowering): Binding | undefined {
  const binding = lowering.scope.lookup(name);
  if (binding !== undefined) return binding;
  const plan = lowering.query.named.get(name);
  return plan === undefined ? undefined : { kind: 'plan', plan };
}
