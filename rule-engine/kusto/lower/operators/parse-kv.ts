import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { ParseKvPlan, Plan } from '../../../plan/plan.ts';
import { elements, type NamedParameter } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { columnsKept } from '../named-expressions.ts';
import { typeNameOf } from './parse.ts';

/** `parse-kv x as (key:type, …) with (…)`. */
export function lowerParseKv(
  node: Kusto.Language.Syntax.ParseKvOperator,
  input: Plan,
  lowering: Lowering,
): ParseKvPlan {
  const options = textOptions(elements<NamedParameter>(node.WithClause?.Properties ?? null), lowering);
  const keys = elements<Kusto.Language.Syntax.NameAndTypeDeclaration>(node.Keys?.Columns ?? null).map((key) => {
    const type = typeNameOf(key.Type!);
    if (type === undefined) throw unsupported('This type in parse-kv', lowering.span(key));
    return { name: key.Name?.SimpleName ?? '', type };
  });
  const all = (option: string) => options.flatMap(([name, value]) => (name === option ? [value] : []));
  const last = (option: string) => all(option).at(-1);
  return {
    kind: 'parse-kv',
    input,
    expr: lowering.over(input).expr(node.Expression!),
    keys,
    pairDelimiter: last('pair_delimiter'),
    kvDelimiter: last('kv_delimiter'),
    quotes: all('quote'),
    escape: all('escape').join('') || undefined,
    greedy: last('greedy') === 'true',
    regex: last('regex'),
    columns: columnsKept(node, input, lowering),
    span: lowering.span(node),
  };
}

/** Options with constant values, as text and in order: `quote` and `escape` may stand several times. */
function textOptions(
  parameters: readonly NamedParameter[],
  lowering: Lowering,
): readonly (readonly [name: string, value: string])[] {
  return parameters.map((parameter) => {
    const expr = lowering.expr(parameter.Expression!);
    if (expr.kind !== 'literal') throw unsupported('An option that is no literal', expr.span);
    return [(parameter.Name?.SimpleName ?? '').toLowerCase(), String(expr.value)] as const;
  });
}
