import { invalid } from '../../../diagnostics/diagnostic.ts';
import type { Plan, PluginArgument, TakePlan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import type { QueryOperator } from '../../syntax.ts';
import { argumentsOf, type Expression, type FunctionCall, is } from '../../syntax.ts';
import { isTabular } from '../../types.ts';
import { isAggregate, resultOf, summarizeItem } from '../aggregates.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

/** Plugins whose columns are known only from the rows, unless the query says them (`: (a:long, …)`). */
const OPEN_PLUGINS: ReadonlySet<string> = new Set(['bag_unpack', 'pivot']);

/** `evaluate plugin(…)`, after a pipe or at the start. */
export function lowerEvaluate(node: QueryOperator, input: Plan | undefined, lowering: Lowering): Plan {
  const operator = node as Kusto.Language.Syntax.EvaluateOperator;
  const call = operator.FunctionCall!;
  const plugin = (call.Name?.SimpleName ?? '').toLowerCase();
  const inside = input === undefined ? lowering : lowering.over(input);
  if (plugin === 'preview' && input !== undefined) return preview(call, input, lowering);
  const open = OPEN_PLUGINS.has(plugin) && operator.Schema === null;
  const known = resultColumns(node, lowering);
  const args = argumentsOf(call.ArgumentList).map((arg) => pluginArgument(arg, inside));
  if (plugin === 'bag_unpack') refuseOtherThanDynamic(args);
  return {
    kind: 'evaluate',
    plugin,
    input,
    arguments: args,
    open,
    columns: open ? withAssumed(known, lowering) : known,
    span: lowering.span(node),
  };
}

/** Only a dynamic column holds bags to unpack. */
function refuseOtherThanDynamic([column]: readonly PluginArgument[]): void {
  if (column?.kind !== 'scalar' || column.expr.type === 'dynamic') return;
  const { type, span } = column.expr;
  throw invalid('not-dynamic', `bag_unpack() takes a dynamic column, not one of ${type}: use parse_json() first`, span);
}

/** `preview(n)` gives some rows, and their number as a result of its own. */
function preview(call: FunctionCall, input: Plan, lowering: Lowering): TakePlan {
  const span = lowering.span(call);
  lowering.notice('several-results', 'The first of the results is shown', span);
  const count = lowering.expr(argumentsOf(call.ArgumentList)[0]);
  return { kind: 'take', input, count, columns: input.columns, span };
}

/** The columns that the query reads besides: without rows they are all that is known of them. */
function withAssumed(known: readonly ColumnSchema[], lowering: Lowering): ColumnSchema[] {
  const names = new Set(known.map(({ name }) => name));
  const assumed = lowering.query.assumedColumns().filter((name) => !names.has(name));
  return [...known, ...assumed.map((name): ColumnSchema => ({ name, type: 'dynamic' }))];
}

function pluginArgument(arg: Expression, lowering: Lowering): PluginArgument {
  const named = is(arg, 'SimpleNamedExpression');
  const name = named ? (arg.Name?.SimpleName ?? undefined) : undefined;
  const value = named ? arg.Expression! : arg;
  if (isTabular(value.ResultType)) return { kind: 'table', name, plan: lowering.plan(value) };
  if (!isAggregate(value, lowering)) return { kind: 'scalar', name, expr: lowering.expr(value) };
  const [{ type }] = resultOf(value);
  const [aggregate] = summarizeItem(value, [{ name: 'value', type }], lowering).aggregates;
  return { kind: 'aggregate', name, aggregate };
}
