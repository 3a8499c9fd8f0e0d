import type { GetSchemaPlan, Plan, RenderPlan } from '../../../plan/plan.ts';
import { parseStringLiteral } from '../../literals/string-literal.ts';
import { elements, type NamedParameter, nodes, textOf } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

/** `render chart with (…)`. */
export function lowerRender(node: Kusto.Language.Syntax.RenderOperator, input: Plan, lowering: Lowering): RenderPlan {
  const parameters = [
    ...nodes<NamedParameter>(node.Parameters),
    ...elements<NamedParameter>(node.WithClause?.Properties ?? null),
  ];
  const properties = parameters.map((parameter) => {
    const text = parameter.Expression === null ? '' : textOf(parameter.Expression);
    return [parameter.Name?.SimpleName ?? '', parseStringLiteral(text) ?? text] as const;
  });
  return {
    kind: 'render',
    input,
    chart: node.ChartType?.Text ?? 'table',
    properties: Object.fromEntries(properties),
    columns: input.columns,
    span: lowering.span(node),
  };
}

/** `getschema`. */
export function lowerGetSchema(
  node: Kusto.Language.Syntax.GetSchemaOperator,
  input: Plan,
  lowering: Lowering,
): GetSchemaPlan {
  return { kind: 'getschema', input, columns: resultColumns(node, lowering), span: lowering.span(node) };
}
