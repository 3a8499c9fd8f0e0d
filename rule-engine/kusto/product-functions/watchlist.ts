import { invalid } from '../../diagnostics/diagnostic.ts';
import { callExpr, columnExpr } from '../../plan/make-expr.ts';
import { project } from '../../plan/make-plan.ts';
import type { Expr, Plan } from '../../plan/plan.ts';
import type { ColumnSchema, TableSchema } from '../../schema/scalar-type.ts';
import { requiredParameter } from '../function-parameter.ts';
import { items } from '../load.ts';
import { argumentsOf, type Expression } from '../syntax.ts';
import { columnsOf } from '../types.ts';
import { columnSymbol, tableFunction, tableLike } from './declarations.ts';
import type { ProductFunction } from './product-function.ts';

const SEARCH_KEY = 'SearchKey';

/**
 * `_GetWatchlist('alias')`: the loaded table of that name, all its values as text, with the column `SearchKey`: the
 * table's own, else its first column. A name that no table has gives no rows and a notice.
 *
 * @see https://learn.microsoft.com/azure/sentinel/watchlists-queries
 */
export const watchlist: ProductFunction = {
  name: '_GetWatchlist',
  symbol: () =>
    tableFunction(
      '_GetWatchlist',
      'The rows of a watchlist: a file that was dropped under its name.',
      [requiredParameter('alias', 'Scalar')],
      (context) => {
        const alias = items<Expression>(context.Arguments)[0]?.ConstantValue;
        const tables = items(context.Globals?.Database?.Tables).map((table) => ({
          name: table.Name ?? '',
          columns: columnsOf(table) ?? [],
        }));
        const found = tableOf(String(alias), tables);
        const table = tableLike(resultColumns(found).map(columnSymbol));
        return found === undefined ? (table.WithIsOpen(true) ?? table) : table;
      },
    ),
  lower: (call, _piped, lowering) => {
    const span = lowering.span(call);
    const [argument] = argumentsOf(call.ArgumentList);
    const alias = lowering.expr(argument);
    if (alias.kind !== 'literal') throw invalid('watchlist-alias', 'The alias must be a constant text', alias.span);
    const found = tableOf(String(alias.value), lowering.query.tables());
    if (found !== undefined) return watchlistOf(found, span);
    lowering.notice('no-watchlist', `No watchlist ${alias.value} is loaded: drop a CSV file of that name`, span);
    const known = resultColumns(undefined);
    const names = lowering.query.assumedColumns().filter((name) => name !== SEARCH_KEY);
    const columns = [...known, ...names.map((name): ColumnSchema => ({ name, type: 'dynamic' }))];
    return { kind: 'datatable', rows: [], columns, span };
  },
};

/** Aliases and the names of dropped files differ in what a table's name can't hold: `VIP-Users`, `VIP_Users`. */
function tableOf(alias: string, tables: readonly TableSchema[]): TableSchema | undefined {
  const folded = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return tables.find(({ name }) => name === alias) ?? tables.find(({ name }) => folded(name) === folded(alias));
}

function resultColumns(table: TableSchema | undefined): ColumnSchema[] {
  const columns = table?.columns.map(({ name, type }): ColumnSchema => ({ name, type: valueType(type) })) ?? [];
  return columns.some(({ name }) => name === SEARCH_KEY) ? columns : [{ name: SEARCH_KEY, type: 'string' }, ...columns];
}

/** A watchlist holds text, whatever its file was taken for. */
function valueType(type: ColumnSchema['type']): ColumnSchema['type'] {
  return type === 'dynamic' ? 'dynamic' : 'string';
}

function watchlistOf(table: TableSchema, span: Plan['span']): Plan {
  const loaded: Plan = { kind: 'table', name: table.name, columns: table.columns, span };
  const [first] = table.columns;
  return project(
    loaded,
    resultColumns(table).map(({ name }) => ({
      name,
      expr: valueText(table.columns.find((column) => column.name === name) ?? first, span),
    })),
    span,
  );
}

function valueText(column: ColumnSchema, span: Plan['span']): Expr {
  const value = columnExpr(column, span);
  if (column.type === 'string' || column.type === 'dynamic') return value;
  const text = callExpr('tostring', [value], 'string', span);
  return column.type === 'bool' ? callExpr('tolower', [text], 'string', span) : text;
}
