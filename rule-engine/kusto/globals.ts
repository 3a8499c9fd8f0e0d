import type { ScalarType, TableSchema } from '../schema/scalar-type.ts';
import { correctBinder } from './binder-corrections.ts';
import { withCorrections } from './corrections.ts';
import { language } from './load.ts';
import { productFunctionSymbols } from './product-functions/registry.ts';
import { leaveUnsearched } from './searched-tables.ts';

/** What the binder knows besides the language: tables and functions. Immutable; make it once and keep it. */
export type Globals = Kusto.Language.GlobalState;

// Bridge.NET takes JavaScript arrays wherever C# asks for a collection; its type declarations don't say so.
type SymbolList = System.Collections.Generic.IEnumerable$1<Kusto.Language.Symbols.Symbol>;

let corrected: Globals | undefined;

function correctedGlobals(): Globals {
  correctBinder();
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
  return corrected.WithDatabase(database)!;
}

function tableSymbol(table: TableSchema, searched: boolean): Kusto.Language.Symbols.TableSymbol {
  const { TableSymbol, ColumnSymbol } = language.Symbols;
  const columns = table.columns.map(
    (column) => new ColumnSymbol(column.name, typeSymbol(column.type), column.description ?? null, null, null, null),
  );
  const symbol = new TableSymbol.$ctor4(table.name, columns);
  if (!searched) leaveUnsearched(symbol);
  return symbol;
}

function typeSymbol(type: ScalarType): Kusto.Language.Symbols.ScalarSymbol {
  return language.Symbols.ScalarTypes.GetSymbol(type)!;
}
