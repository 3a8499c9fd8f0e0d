import { items, language } from './load.ts';

/** The names that Microsoft's language service knows, sorted: what a query can ask of an engine. */
export interface LanguageSurface {
  readonly functions: readonly string[];
  readonly aggregates: readonly string[];
  readonly plugins: readonly string[];
}

/** The whole of the language's built-in functions; those that begin with two underscores are the service's own. */
export function languageSurface(): LanguageSurface {
  return {
    functions: namesOf(language.Functions.All),
    aggregates: namesOf(language.Aggregates.All),
    plugins: namesOf(language.PlugIns.All),
  };
}

function namesOf(
  symbols: System.Collections.Generic.IReadOnlyList$1<Kusto.Language.Symbols.FunctionSymbol> | null,
): readonly string[] {
  const names = items(symbols).map(({ Name: name }) => name ?? '');
  return [...new Set(names)].filter((name) => name !== '' && !name.startsWith('__')).sort();
}
