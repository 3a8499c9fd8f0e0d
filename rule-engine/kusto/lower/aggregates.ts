import { invalid, unsupported } from '../../diagnostics/diagnostic.ts';
import { columnExpr } from '../../plan/make-expr.ts';
import type { AggregateExpr, ColumnExpr, Expr, SummarizeItem } from '../../plan/plan.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { argumentsOf, className, type Expression, type FunctionCall, is, withoutParentheses } from '../syntax.ts';
import { columnSymbols, scalarTypeOf } from '../types.ts';
import type { Lowering } from './lowering.ts';
import { refuseInvalidAggregate } from './refusals.ts';

/** True for a call of an aggregate function: `count()`, `make_set(x)`. */
export function isAggregate(node: Expression, lowering: Lowering): boolean {
  if (!is(node, 'FunctionCallExpression')) return false;
  const symbol = node.ReferencedSymbol;
  return symbol !== null && className(symbol) === 'FunctionSymbol' && lowering.query.isAggregate(symbol);
}

/** An aggregate call within a scalar: it is taken out, and the scalar reads its result as a column. */
export function lowerAggregateCall(node: FunctionCall, lowering: Lowering): Expr {
  const collected = lowering.aggregates;
  if (collected === undefined) {
    throw invalid('aggregate', `${node.Name?.SimpleName}() is an aggregate and can't stand here`, lowering.span(node));
  }
  const [column] = resultOf(node);
  const hidden = { name: `$aggregate${collected.length}`, type: column.type };
  collected.push(aggregateExpr(node, [hidden], lowering));
  return columnExpr(hidden, lowering.span(node));
}

/** An item of `summarize` that gives `columns`: one aggregate, or a scalar over several. */
export function summarizeItem(node: Expression, columns: readonly ColumnSchema[], lowering: Lowering): SummarizeItem {
  const inner = withoutParentheses(node);
  if (is(inner, 'FunctionCallExpression') && isAggregate(inner, lowering)) {
    return {
      aggregates: [aggregateExpr(inner, columns, lowering)],
      items: columns.map((column) => ({ name: column.name, expr: readOf(column, inner, lowering) })),
    };
  }
  const aggregates: AggregateExpr[] = [];
  const expr = lowering.collecting(aggregates).expr(inner);
  if (columns.length !== 1) throw unsupported('Several columns of one expression', lowering.span(node));
  return { aggregates, items: [{ name: columns[0].name, expr }] };
}

/** The columns that an aggregate call or a scalar gives, under the names of its own. */
export function resultOf(node: Expression): ColumnSchema[] {
  const type = node.RawResultType;
  if (type !== null && className(type) === 'TupleSymbol') {
    return columnSymbols(type).map((column) => ({ name: column.Name ?? '', type: scalarTypeOf(column.Type) }));
  }
  return [{ name: '', type: scalarTypeOf(node.ResultType) }];
}

function readOf(column: ColumnSchema, node: Expression, lowering: Lowering): ColumnExpr {
  return columnExpr(column, lowering.span(node));
}

function aggregateExpr(node: FunctionCall, columns: readonly ColumnSchema[], lowering: Lowering): AggregateExpr {
  const inside = lowering.collecting();
  const args = argumentsOf(node.ArgumentList).flatMap((arg, i): Expr[] =>
    is(arg, 'StarExpression') ? starColumns(arg, i, columns, resultOf(node), lowering) : [inside.expr(arg)],
  );
  const aggregate = (node.ReferencedSymbol?.Name ?? '').toLowerCase();
  refuseInvalidAggregate(aggregate, args);
  return {
    aggregate,
    args,
    columns: columns.map(({ name, type }) => ({ name, type })),
    span: lowering.span(node),
  };
}

/** `*` in `arg_max(x, *)` and `take_any(*)`: the columns of the input that the result has, in the result's order. */
function starColumns(
  star: Expression,
  before: number,
  columns: readonly ColumnSchema[],
  own: readonly ColumnSchema[],
  lowering: Lowering,
): Expr[] {
  const inputs = new Map(lowering.columns.map((column) => [column.name, column]));
  return columns.slice(before).map((column, i) => {
    const source = inputs.get(own[before + i]?.name ?? '') ?? inputs.get(column.name);
    if (source === undefined) throw unsupported('This use of *', lowering.span(star));
    return readOf(source, star, lowering);
  });
}
