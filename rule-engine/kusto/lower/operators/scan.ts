import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan, ScanPlan, ScanStep } from '../../../plan/plan.ts';
import {
  children,
  type Expression,
  elements,
  is,
  nodes,
  parametersOf,
  type SyntaxElement,
  textOf,
} from '../../syntax.ts';
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
    input: inOrder(node, input, inside),
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

/** The rows in the order that `scan order by` asks for. */
function inOrder(node: Kusto.Language.Syntax.ScanOperator, input: Plan, inside: Lowering): Plan {
  const keys = elements<Expression>(node.OrderByClause?.Expressions ?? null).map((key) => sortKey(key, inside));
  return keys.length === 0 ? input : { kind: 'sort', input, keys, columns: input.columns, span: inside.span(node) };
}

function scanStep(step: Kusto.Language.Syntax.ScanStep, lowering: Lowering): ScanStep {
  refuseWindowFunctions(step, lowering);
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

const WINDOW_FUNCTION = /^(prev|next|row_number|row_cumsum|row_rank_dense|row_rank_min|row_window_session)$/;

/** A step sees one row and the states: functions of neighbouring rows have no meaning in it. */
function refuseWindowFunctions(node: SyntaxElement, lowering: Lowering): void {
  if (is(node, 'FunctionCallExpression') && WINDOW_FUNCTION.test(node.Name?.SimpleName ?? '')) {
    throw invalid('window-function', `${node.Name?.SimpleName}() can't be used in scan`, lowering.span(node));
  }
  for (const child of children(node)) refuseWindowFunctions(child, lowering);
}
