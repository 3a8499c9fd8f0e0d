import { invalid } from '../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr, literalExpr } from '../../plan/make-expr.ts';
import type { CallExpr, ColumnExpr, Expr, LiteralExpr, Plan } from '../../plan/plan.ts';
import { planInputs } from '../../plan/walk.ts';
import { argumentsOf, type Expression, type FunctionCall, is } from '../syntax.ts';
import { scalarTypeOf } from '../types.ts';
import { coerce } from './coerce.ts';
import type { Lowering } from './lowering.ts';
import { resolve } from './resolve.ts';

/** Calls that are about the query rather than values: its columns, its options, where it runs; undefined for others. */
export function lowerColumnCall(name: string, node: FunctionCall, lowering: Lowering): Expr | undefined {
  const args = argumentsOf(node.ArgumentList);
  switch (name) {
    case 'column_ifexists':
    case 'columnifexists':
      return columnIfExists(node, args, lowering);
    case 'iscolumnexists':
      return { ...literalAt(node, lowering), type: 'bool', value: columnNamed(args[0], lowering) !== undefined };
    case 'bag_pack_columns':
      return packColumns(node, args, lowering);
    case 'estimate_data_size':
      return estimateDataSize(node, args, lowering);
    case 'ingestion_time':
      return ingestionTime(node, lowering);
    case 'bin_auto':
      return binAuto(node, args, lowering);
    case 'now':
    case 'ago':
      return atQueryNow(name, node, args, lowering);
    case 'geo_info_from_ip_address':
      return geoInfo(node, lowering);
    default:
      return undefined;
  }
}

/** The column, in the type that the binder gave the call: its own, unless a function's body was bound without it. */
function columnIfExists(node: FunctionCall, args: readonly Expression[], lowering: Lowering): Expr {
  const column = columnNamed(args[0], lowering);
  if (column === undefined) return lowering.expr(args[1]);
  const type = scalarTypeOf(node.ResultType);
  if (type !== 'dynamic' || column.type === 'dynamic') return coerce(column, type);
  return callExpr('todynamic', [column], type, column.span);
}

/** The column that a constant text names. */
function columnNamed(name: Expression, lowering: Lowering): ColumnExpr | undefined {
  const place = resolve(name, lowering);
  const text = place.lowering.expr(place.node);
  if (text.kind !== 'literal') throw invalid('SEM0210', 'The name of the column must be constant', lowering.span(name));
  const column = lowering.columns.find((one) => one.name === text.value);
  return column && columnExpr(column, lowering.span(name));
}

/** `bag_pack_columns(a, b)` is `bag_pack('a', a, 'b', b)`. */
function packColumns(node: FunctionCall, args: readonly Expression[], lowering: Lowering): CallExpr {
  const span = lowering.span(node);
  const pairs = args.flatMap((arg): Expr[] => {
    const name = is(arg, 'NameReference') ? arg.SimpleName : undefined;
    if (typeof name !== 'string') throw invalid('KS109', 'A column is expected here.', lowering.span(arg));
    return [literalExpr(name, 'string', lowering.span(arg)), lowering.expr(arg)];
  });
  return callExpr('bag_pack', pairs, 'dynamic', span);
}

/** `estimate_data_size(*)` and `estimate_data_size(a, b)`: a call with the columns. */
function estimateDataSize(node: FunctionCall, args: readonly Expression[], lowering: Lowering): CallExpr {
  const span = lowering.span(node);
  return callExpr('estimate_data_size', valuesOf(args, lowering), 'long', span);
}

/** The arguments of a call; `*` stands for every column in sight. */
export function valuesOf(args: readonly Expression[], lowering: Lowering): Expr[] {
  return args.flatMap((arg): Expr[] => {
    if (!is(arg, 'StarExpression')) return [lowering.expr(arg)];
    return lowering.columns.map((column) => columnExpr(column, lowering.span(arg)));
  });
}

/**
 * When a row came to be in its table. A row of a dropped file has no such time, so it is the event's own: in the tables
 * of Sentinel and Defender the two are minutes apart. Null for rows that no table holds.
 */
function ingestionTime(node: FunctionCall, lowering: Lowering): Expr {
  const column = ['TimeGenerated', 'Timestamp'].find((name) =>
    lowering.columns.some((one) => one.name === name && one.type === 'datetime'),
  );
  if (column === undefined || lowering.rows === undefined || !readsTable(lowering.rows)) {
    return { ...literalAt(node, lowering), type: 'datetime', value: null };
  }
  return columnExpr({ name: column, type: 'datetime' }, lowering.span(node));
}

/** `bin_at` with the size and the fixed point that the query set. */
function binAuto(node: FunctionCall, args: readonly Expression[], lowering: Lowering): CallExpr {
  const { options } = lowering.query;
  const span = lowering.span(node);
  const size = options.get('query_bin_auto_size');
  if (size === undefined) throw invalid('bin-auto', 'bin_auto() needs set query_bin_auto_size', span);
  const at = options.get('query_bin_auto_at');
  const bin = at === undefined ? [size] : [size, at];
  const type = scalarTypeOf(node.ResultType);
  return callExpr(at ? 'bin_at' : 'bin', [lowering.expr(args[0]), ...bin], type, span);
}

/** `now` and `ago` by the time that the query set; undefined when it set none. */
function atQueryNow(
  name: 'now' | 'ago',
  node: FunctionCall,
  args: readonly Expression[],
  lowering: Lowering,
): Expr | undefined {
  const clock = lowering.query.options.get('query_now');
  if (clock === undefined || args.length === 0) return clock;
  const operator = name === 'now' ? '+' : '-';
  const span = lowering.span(node);
  return callExpr(operator, [clock, lowering.expr(args[0])], 'datetime', span);
}

/** Where addresses are takes a database that nothing here brings: null, as for an address that Kusto's lacks. */
function geoInfo(node: FunctionCall, lowering: Lowering): LiteralExpr {
  const message = 'There is no database of addresses here: geo_info_from_ip_address is null for every address';
  lowering.notice('no-address-database', message, lowering.span(node));
  return literalAt(node, lowering);
}

function readsTable(plan: Plan): boolean {
  return plan.kind === 'table' || planInputs(plan).some(readsTable);
}

function literalAt(node: FunctionCall, lowering: Lowering): LiteralExpr {
  return literalExpr(null, 'dynamic', lowering.span(node));
}
