import { invalid } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import { className, type Expression, elements, is, items, type Statement } from '../syntax.ts';
import type { Binding, Lowering } from './lowering.ts';
import type { Place } from './resolve.ts';
import { Scope } from './scope.ts';
import { declare } from './statements.ts';

const MAXIMUM_DEPTH = 64;

/**
 * The body of a called function, with its parameters bound to the call's arguments: functions of Kusto are macros, so
 * every call is lowered on its own, with the types that Microsoft's binder found for this call. Undefined when the
 * function is none of the query's or the catalogue's but built in.
 *
 * @param firstArgument what `invoke` pipes into the first parameter
 */
export function inlineFunction(
  call: Expression,
  args: readonly Expression[],
  lowering: Lowering,
  firstArgument?: Plan,
): Place | undefined {
  const symbol = call.ReferencedSymbol;
  const body = call.GetCalledFunctionBody();
  if (symbol === null || body === null || !isFunction(symbol) || !is(body, 'FunctionBody')) return undefined;
  if (lowering.depth >= MAXIMUM_DEPTH)
    throw invalid('recursion', 'Functions are nested too deeply', lowering.span(call));

  const declared = lowering.scope.lookup(symbol.Name ?? '');
  const home = declared?.kind === 'function' ? declared.lowering : lowering.withScope(Scope.empty());
  const parameters = items<Kusto.Language.Symbols.Parameter>(
    symbol.Signatures && items(symbol.Signatures)[0]?.Parameters,
  );
  const scope = bindParameters(parameters, args, lowering, home.scope, firstArgument);
  const outside = declared?.kind !== 'function' ? lowering.span(call) : home.callSpan;
  const inside = declare(elements<Statement>(body.Statements), lowering.call(scope, outside));
  return body.Expression === null ? undefined : { node: body.Expression, lowering: inside };
}

function isFunction(symbol: object): symbol is Kusto.Language.Symbols.FunctionSymbol {
  return className(symbol) === 'FunctionSymbol';
}

function bindParameters(
  parameters: readonly Kusto.Language.Symbols.Parameter[],
  args: readonly Expression[],
  lowering: Lowering,
  home: Scope<Binding>,
  firstArgument: Plan | undefined,
): Scope<Binding> {
  const named = new Map<string, Expression>();
  const positional: Expression[] = [];
  for (const arg of args) {
    if (is(arg, 'SimpleNamedExpression')) named.set(arg.Name?.SimpleName ?? '', arg.Expression!);
    else positional.push(arg);
  }
  let scope = home;
  let next = 0;
  for (const [i, parameter] of parameters.entries()) {
    const name = parameter.Name ?? '';
    if (i === 0 && firstArgument !== undefined) {
      scope = scope.with(name, { kind: 'plan', plan: firstArgument });
      continue;
    }
    const node = named.get(name) ?? positional[next++] ?? parameter.DefaultValue;
    if (node !== null && node !== undefined) scope = scope.with(name, { kind: 'expression', node, lowering });
  }
  return scope;
}
