import { language } from './load.ts';

/** Names of types that Kusto takes besides those that the service knows, and what they stand for. */
export const otherTypeNames: ReadonlyMap<string | null, string> = new Map([['DateTime', 'datetime']]);

/** Lets the service find the types. Affects the loaded service as a whole; to be called once. */
export function knowOtherTypeNames(): void {
  const { ScalarTypes } = language.Symbols;
  const original = ScalarTypes.GetSymbol;
  ScalarTypes.GetSymbol = (name) => original.call(ScalarTypes, otherTypeNames.get(name) ?? name);
}
