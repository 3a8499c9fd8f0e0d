import { unsupported } from '../../../diagnostics/diagnostic.ts';
import type { Expr, MakeSeriesAggregate, MakeSeriesPlan, Plan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { argumentsOf, type Expression, elements, is, parametersOf, textOf } from '../../syntax.ts';
import { scalarTypeOf } from '../../types.ts';
import { summarizeItem } from '../aggregates.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns, tupleColumns } from '../named-expressions.ts';
import { lowerKeys } from './summarize.ts';

/** `make-series`. */
export function lowerMakeSeries(
  node: Kusto.Language.Syntax.MakeSeriesOperator,
  input: Plan,
  lowering: Lowering,
): MakeSeriesPlan {
  const inside = lowering.over(input);
  const columns = resultColumns(node, lowering);
  const by = lowerKeys(node.ByClause?.Expressions ?? null, columns, inside);
  const aggregates = elements<Kusto.Language.Syntax.MakeSeriesExpression>(node.Aggregates).map((aggregate, i) =>
    seriesAggregate(aggregate, columns[by.length + i], inside),
  );
  const on = node.OnClause!.Expression!;
  const kind = parametersOf(node.Parameters).get('kind');
  return {
    kind: 'make-series',
    input,
    aggregates,
    on: {
      name: columns[columns.length - 1].name,
      expr: inside.expr(is(on, 'SimpleNamedExpression') ? on.Expression! : on),
    },
    ...range(node.RangeClause!, lowering),
    nonEmpty: kind !== undefined && textOf(kind) === 'nonempty',
    by,
    columns,
    span: lowering.span(node),
  };
}

function seriesAggregate(
  node: Kusto.Language.Syntax.MakeSeriesExpression,
  column: ColumnSchema,
  lowering: Lowering,
): MakeSeriesAggregate {
  const written = node.Expression!;
  const value: Expression = is(written, 'SimpleNamedExpression') ? written.Expression! : written;
  if ((tupleColumns(value)?.length ?? 1) > 1) {
    throw unsupported('make-series of an aggregate that gives several values', lowering.span(value));
  }
  const item = summarizeItem(value, [{ name: column.name, type: scalarTypeOf(value.ResultType) }], lowering);
  const fallback = node.DefaultExpression?.Expression;
  return { item, default: fallback ? lowering.expr(fallback) : undefined };
}

type Range = Pick<MakeSeriesPlan, 'from' | 'to' | 'step' | 'inclusive'>;

function range(node: Kusto.Language.Syntax.MakeSeriesRangeClause, lowering: Lowering): Range {
  if (is(node, 'MakeSeriesInRangeClause')) {
    const [from, to, step] = argumentsOf(node.Arguments).map((arg) => lowering.expr(arg));
    return { from, to, step, inclusive: true };
  }
  if (!is(node, 'MakeSeriesFromToStepClause')) throw unsupported('This range of make-series', lowering.span(node));
  const bound = (clause: { Expression: Expression | null } | null): Expr | undefined =>
    clause?.Expression ? lowering.expr(clause.Expression) : undefined;
  const step = bound(node.MakeSeriesStepClause);
  if (step === undefined) throw unsupported('make-series without step', lowering.span(node));
  return { from: bound(node.MakeSeriesFromClause), to: bound(node.MakeSeriesToClause), step, inclusive: false };
}
