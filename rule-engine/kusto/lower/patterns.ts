import { invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Scalar } from '../../schema/value.ts';
import { argumentsOf, type Expression, elements, type FunctionCall, is, nodes, type Statement } from '../syntax.ts';
import type { Lowering } from './lowering.ts';
import { declare } from './statements.ts';

type PatternMatch = Kusto.Language.Syntax.PatternMatch;

/**
 * `P("a")` and `P("a").b` of `declare pattern P`: the body that is declared for these values. Undefined when the name is
 * no pattern.
 *
 * @see https://learn.microsoft.com/kusto/query/pattern-statement
 */
export function patternCall(call: FunctionCall, path: Expression | undefined, lowering: Lowering): Plan | undefined {
  const binding = lowering.scope.lookup(call.Name?.SimpleName ?? '');
  if (binding?.kind !== 'pattern') return undefined;
  const values = argumentsOf(call.ArgumentList).map((argument) => constantOf(argument, lowering));
  const place = path === undefined ? undefined : pathText(path, lowering);
  const match = nodes<PatternMatch>(binding.node.Patterns).find((candidate) => {
    const own = argumentsOf(candidate.ParameterValues).map((value) => constantOf(value, binding.lowering));
    const ownPath = candidate.PathValue?.Value;
    const samePath = ownPath ? constantOf(ownPath, binding.lowering) === place : place === undefined;
    return samePath && own.length === values.length && own.every((value, i) => value === values[i]);
  });
  const body = match?.Body;
  if (body?.Expression === null || body?.Expression === undefined) {
    throw invalid('undeclared-pattern', 'The pattern declares nothing for these values', lowering.span(call));
  }
  return declare(elements<Statement>(body.Statements), binding.lowering).plan(body.Expression);
}

function constantOf(node: Expression, lowering: Lowering): Scalar {
  const value = lowering.expr(node);
  if (value.kind !== 'literal') throw unsupported('A pattern over a value that is no literal', value.span);
  return value.value;
}

function pathText(path: Expression, lowering: Lowering): Scalar {
  if (is(path, 'NameReference')) return path.SimpleName ?? '';
  return is(path, 'BracketedExpression') ? constantOf(path.Expression!, lowering) : constantOf(path, lowering);
}
