import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan, ScanPlan, ScanStep } from '../../../plan/plan.ts';
import { type Expression, elements, nodes, parametersOf, textOf } from '../../syntax.ts';
import { coerce } from '../coerce.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { typeNameOf } from './parse.ts';
import { sortKey } from './sort.ts';

/** `scan`. */
export function lowerScan(node: Kusto.Language.Syntax.ScanOperator, input: Plan, lowering: Lowering): ScanPlan {
  const inside = lowering.over(input);
  const matchId = parametersOf(node.Parameters).get('with_match_id');
  const declarations = elements<Kusto.Language.Syntax.FunctionParameter>(node.DeclareClause?.Declarations ?? null);
  return {
    kind: 'scan',
    input,
    orderBy: elements<Expression>(node.OrderByClause?.Expressions ?? null).map((key) => sortKey(key, inside)),
    partitionBy: elements<Expression>(node.PartitionByClause?.Expressions ?? null).map((key) => inside.expr(key)),
    declared: declarations.map((declaration) => {
      const type = typeNameOf(declaration.NameAndType!.Type!);
      if (type === undefined) throw unsupported('This type in scan', lowering.span(declaration));
      const value = declaration.DefaultValue?.Value;
      return {
        name: declaration.NameAndType?.Name?.SimpleName ?? '',
        type,
        default: value ? coerce(lowering.expr(value), type) : undefined,
      };
    }),
    withMatchId: matchId === undefined ? undefined : textOf(matchId),
    steps: nodes<Kusto.Language.Syntax.ScanStep>(node.Steps).map((step) => scanStep(step, inside)),
    columns: resultColumns(node, lowering),
    span: lowering.span(node),
  };
}

function scanStep(step: Kusto.Language.Syntax.ScanStep, lowering: Lowering): ScanStep {
  const output = step.ScanStepOutput?.OutputKind?.Text ?? 'all';
  if (output !== 'all' && output !== 'last' && output !== 'none')
    throw unsupported(`output=${output}`, lowering.span(step));
  return {
    name: step.Name?.SimpleName ?? '',
    optional: step.OptionalKeyword !== null,
    output,
    condition: lowering.expr(step.Condition!),
    assignments: elements<Kusto.Language.Syntax.ScanAssignment>(step.ComputationClause?.Assignments ?? null).map(
      (assignment) => ({ name: assignment.Name?.SimpleName ?? '', expr: lowering.expr(assignment.Expression!) }),
    ),
    span: lowering.span(step),
  };
}
