import { callExpr, columnExpr, literalExpr } from '../../../plan/make-expr.ts';
import { project, where } from '../../../plan/make-plan.ts';
import type { Expr, NamedExpr, Plan } from '../../../plan/plan.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { type Expression, elements, parametersOf, textOf } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';
import { withColumnsReplaced } from '../replace-columns.ts';
import { searchCondition, tablesInSight } from './search.ts';
import { unionOf, unionOperands } from './union.ts';

const SOURCE = 'source_';
const PACK = 'pack_';

/** `find in (T1, T2) where … project …`: the rows of several tables; a column that a table lacks is null in its rows. */
export function lowerFind(node: Kusto.Language.Syntax.FindOperator, lowering: Lowering): Plan {
  const span = lowering.span(node);
  const columns = resultColumns(node, lowering);
  const parameters = parametersOf(node.Parameters);
  const withSource = parameters.get('withsource') ?? parameters.get('with_source');
  const sourceName = withSource === undefined ? SOURCE : textOf(withSource);
  const named = node.InClause && elements<Expression>(node.InClause.Expressions);
  const inputs = named ? named.flatMap((table) => unionOperands(table, lowering)) : tablesInSight(lowering, span);
  const all = new Map(inputs.flatMap(({ plan }) => plan.columns.map((column) => [column.name, column])));
  const condition = searchCondition(node.Condition!, false, lowering.overColumns([...all.values()]));
  const plans = inputs.map(({ plan, name }, i) => {
    const own = new Map(plan.columns.map((column) => [column.name, column]));
    const found = where(
      plan,
      withColumnsReplaced(condition, (read) => (own.has(read.name) ? undefined : missing(read))),
    );
    const source: NamedExpr = { name: sourceName, expr: literalExpr(name ?? `find_arg${i}`, 'string', span) };
    return project(
      found,
      columns.map((column) => itemOf(column, source, plan, columns, span)),
      span,
    );
  });
  return unionOf(
    plans.map((plan, i) => ({ plan, source: inputs[i].name ?? '' })),
    columns,
    undefined,
    span,
  );
}

function itemOf(
  column: ColumnSchema,
  source: NamedExpr,
  table: Plan,
  shown: readonly ColumnSchema[],
  span: Plan['span'],
): NamedExpr {
  const { name } = column;
  if (name === source.name) return source;
  if (name === PACK && !table.columns.some((own) => own.name === PACK))
    return { name, expr: packed(table, shown, span) };
  const own = table.columns.find((candidate) => candidate.name === name);
  return { name, expr: own === undefined ? missing({ ...column, span }) : columnExpr(own, span) };
}

/** The columns that are not shown, as a bag. */
function packed(table: Plan, shown: readonly ColumnSchema[], span: Plan['span']): Expr {
  const names = new Set(shown.map(({ name }) => name));
  const rest = table.columns.filter(({ name }) => !names.has(name));
  const pairs = rest.flatMap((column): Expr[] => [literalExpr(column.name, 'string', span), columnExpr(column, span)]);
  return callExpr('bag_pack', pairs, 'dynamic', span);
}

function missing({ type, span }: Pick<Expr, 'type' | 'span'>): Expr {
  return literalExpr(type === 'string' ? '' : null, type, span);
}
