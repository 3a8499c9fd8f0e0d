/// <reference types="@kusto/language-service-next/Kusto.Language.Bridge" />
// The order matters: the second script defines its classes with the first one's `Bridge`.
import '@kusto/language-service-next/bridge.min.js';
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js';
import { makeGrammarLate } from './late-grammar.ts';

interface LanguageServiceGlobals {
  readonly Kusto: { readonly Language: typeof Kusto.Language };
  readonly Bridge: BridgeRuntime;
}

/** What we use of Bridge.NET, the runtime of Microsoft's compiled C#. */
interface BridgeRuntime {
  getTypeName(value: unknown): string;
  toArray(list: unknown): unknown[];
}

const loaded = globalThis as unknown as LanguageServiceGlobals;

/** Microsoft's `Kusto.Language`. Loading it takes about a second of CPU: import this module where nobody waits. */
export const language = loaded.Kusto.Language;
makeGrammarLate(language);

/** The items of a C# collection: the service hands out `List$1`, read-only lists and plain arrays alike. */
export function items<T>(list: System.Collections.Generic.IEnumerable$1<T> | readonly T[] | null | undefined): T[] {
  if (list === null || list === undefined) return [];
  return loaded.Bridge.toArray(list) as T[];
}

const classNames = new Map<unknown, string>();

/** The C# class of an object without its namespace and type arguments: `PipeExpression`, `TableSymbol`. */
export function className(value: object): string {
  const known = classNames.get(value.constructor);
  if (known !== undefined) return known;
  const full = loaded.Bridge.getTypeName(value);
  const name = full.replace(/[`+].*$/, '').replace(/^.*\./, '');
  classNames.set(value.constructor, name);
  return name;
}
