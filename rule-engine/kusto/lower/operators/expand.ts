import type { MvApplyPlan, MvExpandPlan, Plan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { language } from '../../load.ts';
import { type Expression, elements, is, parametersOf, textOf } from '../../syntax.ts';
import { scalarTypeOf } from '../../types.ts';
import type { Lowering } from '../lowering.ts';
import { columnsKept, resultColumns } from '../named-expressions.ts';
import { rowCount } from '../row-count.ts';

type Item = MvExpandPlan['items'][number];
type Operand = Kusto.Language.Syntax.MvExpandExpression | Kusto.Language.Syntax.MvApplyExpression;

/** `mv-expand`. */
export function lowerMvExpand(
  node: Kusto.Language.Syntax.MvExpandOperator,
  input: Plan,
  lowering: Lowering,
): MvExpandPlan {
  const parameters = parametersOf(node.Parameters);
  const expansion = parameters.get('bagexpansion') ?? parameters.get('kind');
  const limit = node.RowLimitClause?.RowLimit;
  return {
    kind: 'mv-expand',
    input,
    items: elements(node.Expressions).map((operand) => item(operand, lowering.over(input))),
    bagExpansion: expansion !== undefined && textOf(expansion) === 'array' ? 'array' : 'bag',
    withItemIndex: nameOf(parameters.get('with_itemindex')),
    limit: limit ? rowCount(limit, lowering) : undefined,
    columns: columnsKept(node, input, lowering),
    span: lowering.span(node),
  };
}

/** `mv-apply … on (…)`: a result column is the subquery's when the subquery has one of that name, else the input's. */
export function lowerMvApply(
  node: Kusto.Language.Syntax.MvApplyOperator,
  input: Plan,
  lowering: Lowering,
): MvApplyPlan {
  const items = elements(node.Expressions).map((operand) => item(operand, lowering.over(input)));
  const withItemIndex = nameOf(parametersOf(node.Parameters).get('with_itemindex'));
  const limit = node.RowLimitClause?.RowLimit;
  const columns = expandedColumns(input, items, withItemIndex);
  const span = lowering.span(node);
  const subquery = lowering.subquery({ kind: 'subquery-input', columns, span }).plan(node.Subquery!.Expression!);
  return {
    kind: 'mv-apply',
    input,
    items,
    withItemIndex,
    limit: limit ? rowCount(limit, lowering) : undefined,
    subquery,
    columns: resultColumns(node, lowering),
    span,
  };
}

/** The columns of a row's expansion: the input's, those of the items in place or at the end, then the index. */
function expandedColumns(input: Plan, items: readonly Item[], withItemIndex: string | undefined): ColumnSchema[] {
  const columns = [...input.columns];
  const put = (column: ColumnSchema) => {
    const at = columns.findIndex(({ name }) => name === column.name);
    if (at >= 0) columns[at] = column;
    else columns.push(column);
  };
  for (const { name, to } of items) put({ name, type: to ?? 'dynamic' });
  if (withItemIndex !== undefined) put({ name: withItemIndex, type: 'long' });
  return columns;
}

function item(operand: Operand, lowering: Lowering): Item {
  const node = operand.Expression!;
  const named = is(node, 'SimpleNamedExpression');
  const value = named ? node.Expression! : node;
  const name = named ? node.Name?.SimpleName : language.KustoFacts.GetExpressionResultName(value, '', null);
  const to = operand.ToTypeOf?.TypeOf;
  const types = elements<Expression>(to?.Types ?? null);
  return {
    name: name ?? '',
    expr: lowering.expr(value),
    to: types.length > 0 ? scalarTypeOf(types[0].ReferencedSymbol as Kusto.Language.Symbols.TypeSymbol) : undefined,
  };
}

function nameOf(node: Expression | undefined): string | undefined {
  return node === undefined ? undefined : textOf(node);
}
