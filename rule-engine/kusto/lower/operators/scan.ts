import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Plan, ScanPlan, ScanStep } from '../../../plan/plan.ts';
import type { ScalarType } from '../../../schema/scalar-type.ts';
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
  const declared = declarations.map((declaration) => declaredColumn(declaration, lowering));
  const types = new Map([...input.columns, ...declared].map(({ name, type }) => [name, type]));
  return {
    kind: 'scan',
    input: inOrder(node, input, inside),
    partitionBy: elements<Expression>(node.PartitionByClause?.Expressions ?? null).map((key) => inside.expr(key)),
    declared,
    withMatchId: matchId === undefined ? undefined : textOf(matchId),
    steps: nodes<Kusto.Language.Syntax.ScanStep>(node.Steps).map((step) => scanStep(step, types, inside)),
    columns: resultColumns(node, lowering),
    span: lowering.span(node),
  };
}

function declaredColumn(
  declaration: Kusto.Language.Syntax.FunctionParameter,
  lowering: Lowering,
): ScanPlan['declared'][number] {
  const type = typeNameOf(declaration.NameAndType!.Type!);
  if (type === undefined) throw unsupported('This type in scan', lowering.span(declaration));
  const value = declaration.DefaultValue?.Value;
  return {
    name: declaration.NameAndType?.Name?.SimpleName ?? '',
    type,
    default: value ? coerce(lowering.expr(value), type) : undefined,
  };
}

/** The rows in the order that `scan order by` asks for. */
function inOrder(node: Kusto.Language.Syntax.ScanOperator, input: Plan, inside: Lowering): Plan {
  const keys = elements<Expression>(node.OrderByClause?.Expressions ?? null).map((key) => sortKey(key, inside));
  return keys.length === 0 ? input : { kind: 'sort', input, keys, columns: input.columns, span: inside.span(node) };
}

function scanStep(
  step: Kusto.Language.Syntax.ScanStep,
  types: ReadonlyMap<string, ScalarType>,
  lowering: Lowering,
): ScanStep {
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
      (assignment) => {
        const name = assignment.Name?.SimpleName ?? '';
        const expr = lowering.expr(assignment.Expression!);
        return { name, expr: coerce(expr, types.get(name) ?? expr.type) };
      },
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
