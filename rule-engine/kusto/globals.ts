import { hasColumn } from '../schema/define-table.ts';
import type { ScalarType, TableSchema } from '../schema/scalar-type.ts';
import { correctBinder } from './binder-corrections.ts';
import { withCorrections } from './corrections.ts';
import { diagnosticColumnsIn, withDiagnosticColumns } from './diagnostic-columns.ts';
import { hiddenColumnsIn, type IsHidden, withHiddenColumns } from './hidden-columns.ts';
import { language } from './load.ts';
import { knowOtherTypeNames } from './other-type-names.ts';
import { productFunctionSymbols } from './product-functions/registry.ts';
import { leaveUnsearched } from './searched-tables.ts';

/** What the binder knows besides the language: tables and functions. Immutable; make it once and keep it. */
export type Globals = Kusto.Language.GlobalState;

// Bridge.NET takes JavaScript arrays wherever C# asks for a collection; its type declarations don't say so.
type SymbolList = System.Collections.Generic.IEnumerable$1<Kusto.Language.Symbols.Symbol>;

let corrected: Globals | undefined;

/** What globals were made of, and the same with the further columns that texts read, by their names. */
interface Origin {
  readonly tables: readonly TableSchema[];
  readonly isSearched: (table: TableSchema) => boolean;
  readonly ofColumns: Map<string, Globals>;
}

const origins = new WeakMap<Globals, Origin>();

/** The tables by name as they are themselves, of globals that have further columns too. */
const ownTables = new WeakMap<Globals, ReadonlyMap<string, TableSchema>>();

function correctedGlobals(): Globals {
  correctBinder();
  knowOtherTypeNames();
  return withCorrections(language.GlobalState.Default!);
}

/**
 * The binder's state for these tables.
 *
 * @param isSearched whether `search` reads a table though the query does not name it
 */
export function makeGlobals(
  tables: readonly TableSchema[],
  isSearched: (table: TableSchema) => boolean = () => true,
): Globals {
  const symbols = language.Symbols;
  const database = new symbols.DatabaseSymbol.$ctor1(
    'Penumbra',
    [
      ...tables.map((table) => tableSymbol(table, isSearched(table))),
      ...productFunctionSymbols(),
    ] as unknown as SymbolList,
    false,
  );
  corrected ??= correctedGlobals();
  const globals = corrected.WithDatabase(database)!;
  origins.set(globals, { tables, isSearched, ofColumns: new Map() });
  return globals;
}

/** Globals that are kept by the columns that texts read; with one more all are made anew. */
const MOST_KEPT = 16;

/** The globals for a text: with the hidden columns that it names, and those that only it tells. */
export function globalsFor(text: string, globals: Globals): Globals {
  const hidden = hiddenColumnsIn(text);
  const diagnostic = diagnosticColumnsIn(text);
  const origin = origins.get(globals);
  if (hidden.length + diagnostic.length === 0 || origin === undefined) return globals;
  const key = [...hidden, ...diagnostic].map(nameOf).join();
  let made = origin.ofColumns.get(key);
  if (made === undefined) {
    const tables = origin.tables.map((table) => withDiagnosticColumns(withHiddenColumns(table, hidden), diagnostic));
    made = makeGlobals(tables, origin.isSearched);
    ownTables.set(made, new Map(origin.tables.map((table) => [table.name, table])));
    if (origin.ofColumns.size >= MOST_KEPT) origin.ofColumns.clear();
    origin.ofColumns.set(key, made);
  }
  return made;
}

/** Whether a column of a table is there because a text named it; undefined where that is true of none. */
export function hiddenColumnsOf(globals: Globals): IsHidden | undefined {
  const tables = ownTables.get(globals);
  if (tables === undefined) return undefined;
  return (table, column) => {
    const own = tables.get(table);
    return own !== undefined && !hasColumn(own, column);
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function tableSymbol(table: TableSchema, searched: boolean): Kusto.Language.Symbols.TableSymbol {
  const symbol = new language.Symbols.TableSymbol.$ctor4(table.name, []);
  makeColumnsLate(symbol, table);
  if (!searched) leaveUnsearched(symbol);
  return symbol;
}

/** A table's columns are made when the binder asks for them: a query names few of the tables, which have thousands together. */
function makeColumnsLate(symbol: Kusto.Language.Symbols.TableSymbol, table: TableSchema): void {
  const { TableSymbol, ColumnSymbol } = language.Symbols;
  let columns: Kusto.Language.Symbols.TableSymbol['Columns'];
  Object.defineProperty(symbol, 'Columns', {
    get: () => {
      columns ??= new TableSymbol.$ctor4(
        table.name,
        table.columns.map(
          ({ name, type, description }) =>
            new ColumnSymbol(name, typeSymbol(type), description ?? null, null, null, null),
        ),
      ).Columns;
      return columns;
    },
  });
}

function typeSymbol(type: ScalarType): Kusto.Language.Symbols.ScalarSymbol {
  return language.Symbols.ScalarTypes.GetSymbol(type)!;
}
