import { arithmeticOperators } from './arithmetic.ts';
import { base64Functions } from './base64.ts';
import { clockFunctions } from './clock.ts';
import { comparisonOperators } from './comparison.ts';
import { conversionFunctions } from './conversion-functions.ts';
import { dynamicAccess } from './dynamic-access.ts';
import type { ScalarFunction } from './function.ts';
import { logicFunctions } from './logic.ts';
import { pathFunctions } from './parse-path.ts';
import { regexFunctions } from './regex-functions.ts';
import { replaceTextFunctions } from './replace-text.ts';
import { roundingFunctions } from './rounding.ts';
import { stringOperators } from './string-operators.ts';
import { textFunctions } from './text.ts';

const FAMILIES: readonly (readonly ScalarFunction[])[] = [
  arithmeticOperators,
  base64Functions,
  clockFunctions,
  comparisonOperators,
  conversionFunctions,
  dynamicAccess,
  logicFunctions,
  pathFunctions,
  regexFunctions,
  replaceTextFunctions,
  roundingFunctions,
  stringOperators,
  textFunctions,
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
