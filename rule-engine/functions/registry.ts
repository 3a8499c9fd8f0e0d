import { arithmeticOperators } from './arithmetic.ts';
import { comparisonOperators } from './comparison.ts';
import { conversionFunctions } from './conversion-functions.ts';
import type { ScalarFunction } from './function.ts';
import { logicFunctions } from './logic.ts';
import { stringOperators } from './string-operators.ts';

const FAMILIES: readonly (readonly ScalarFunction[])[] = [
  arithmeticOperators,
  comparisonOperators,
  conversionFunctions,
  logicFunctions,
  stringOperators,
];

const byName = new Map<string, ScalarFunction>();
for (const family of FAMILIES) {
  for (const entry of family) for (const name of [entry.name, ...(entry.aliases ?? [])]) byName.set(name, entry);
}

/** The function or operator of that name or spelling; undefined when the engine lacks it. */
export function scalarFunction(name: string): ScalarFunction | undefined {
  return byName.get(name);
}

/** All names, aliases and operator spellings that `scalarFunction` knows, sorted. */
export function scalarFunctionNames(): readonly string[] {
  return [...byName.keys()].sort();
}
