import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { ParseKvPlan, Plan } from '../../../plan/plan.ts';
import { elements, type NamedParameter } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
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
  const quote = options.get('quote');
  return {
    kind: 'parse-kv',
    input,
    expr: lowering.over(input).expr(node.Expression!),
    keys,
    pairDelimiter: options.get('pair_delimiter'),
    kvDelimiter: options.get('kv_delimiter'),
    quotes: quote === undefined ? [] : [...quote],
    escape: options.get('escape'),
    greedy: options.get('greedy') === 'true',
    regex: options.get('regex'),
    columns: resultColumns(node, lowering),
    span: lowering.span(node),
  };
}

/** Options with constant values, as text: `quote='"'`, `quote=('[', ']')`, `greedy=true`. */
function textOptions(parameters: readonly NamedParameter[], lowering: Lowering): ReadonlyMap<string, string> {
  return new Map(
    parameters.map((parameter) => {
      const expr = lowering.expr(parameter.Expression!);
      if (expr.kind !== 'literal') throw unsupported('An option that is no literal', expr.span);
      return [(parameter.Name?.SimpleName ?? '').toLowerCase(), String(expr.value)] as const;
    }),
  );
}
