type TableSymbol = Kusto.Language.Symbols.TableSymbol;

const unsearched = new WeakSet<TableSymbol>();

/** Takes a table out of what `search` and `find` read when they name no tables. */
export function leaveUnsearched(table: TableSymbol): void {
  unsearched.add(table);
}

export function isSearched(table: TableSymbol): boolean {
  return !unsearched.has(table);
}
