import { invalid, unsupported } from '../../../diagnostics/diagnostic.ts';
import type { DatatablePlan, Expr } from '../../../plan/plan.ts';
import { Decimal } from '../../../schema/decimal.ts';
import type { ColumnSchema } from '../../../schema/scalar-type.ts';
import { DynamicScalar, type Scalar } from '../../../schema/value.ts';
import { parseLiteral } from '../../literals/literal.ts';
import { type Expression, elements, is } from '../../syntax.ts';
import type { Lowering } from '../lowering.ts';
import { resultColumns } from '../named-expressions.ts';

/** `datatable(name:type, …)[values]`: constants, row after row. */
export function lowerDatatable(node: Kusto.Language.Syntax.DataTableExpression, lowering: Lowering): DatatablePlan {
  const columns = resultColumns(node, lowering);
  const span = lowering.span(node);
  const values = elements<Expression>(node.Values).map((value, i) =>
    cell(lowering.expr(value), columns[i % columns.length], is(value, 'LiteralExpression')),
  );
  if (values.length % columns.length !== 0) {
    throw invalid('datatable-values', `${values.length} values do not fill rows of ${columns.length} columns`, span);
  }
  const rows: Scalar[][] = [];
  for (let i = 0; i < values.length; i += columns.length) rows.push(values.slice(i, i + columns.length));
  return { kind: 'datatable', rows, columns, span };
}

function cell(expr: Expr, column: ColumnSchema, isLiteral: boolean): Scalar {
  const value = constantOf(expr);
  if (value === undefined && isLiteral) throw unsupported('A time of the current day in a datatable', expr.span);
  if (value === undefined) throw invalid('datatable-values', 'A datatable holds literals only', expr.span);
  if (value === null) {
    if (column.type === 'string') throw invalid('datatable-values', 'A string can not be null', expr.span);
    return null;
  }
  return convert(value, expr, column);
}

/** The value of a literal, also with a minus sign before it. */
function constantOf(expr: Expr): Scalar | undefined {
  if (expr.kind === 'literal') return expr.value;
  if (expr.kind !== 'call' || expr.name !== 'negate') return undefined;
  const value = constantOf(expr.args[0]);
  if (typeof value === 'number' || typeof value === 'bigint') return -value;
  return value instanceof Decimal ? new Decimal(-value.unscaled, value.scale) : undefined;
}

/** A literal of another type as the column's type, as far as Kusto converts it. */
function convert(value: Scalar, expr: Expr, column: ColumnSchema): Scalar {
  const { type } = column;
  if (expr.type === type) return value;
  if (type === 'dynamic') return asDynamic(value, expr);
  const text = typeof value === 'string' ? value : numberText(value);
  if (text === undefined || type === 'string') {
    throw invalid('datatable-values', `A ${expr.type} is no value of ${column.name}, a ${type}`, expr.span);
  }
  return parseLiteral(type, text, expr.span);
}

function numberText(value: Scalar): string | undefined {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

function asDynamic(value: Scalar, expr: Expr): Scalar {
  if (expr.type === 'int') return BigInt(value as number);
  if (expr.type === 'datetime' || expr.type === 'timespan' || expr.type === 'guid') {
    return new DynamicScalar(expr.type, value as bigint | string);
  }
  return value instanceof Decimal ? new DynamicScalar('decimal', value) : value;
}
