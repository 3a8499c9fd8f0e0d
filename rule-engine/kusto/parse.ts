import { invariant } from '../base/assert.ts';
import { type Globals, globalsFor } from './globals.ts';
import { language } from './load.ts';

/** Parses and binds a text. Half-typed text has a tree too. */
export function parse(text: string, globals: Globals): Kusto.Language.KustoCode {
  const code = language.KustoCode.ParseAndAnalyze(text, globalsFor(text, globals));
  invariant(code !== null, 'a tree for every text');
  return code;
}

/** Parses a text without binding its names. */
export function parseSyntax(text: string): Kusto.Language.KustoCode {
  const code = language.KustoCode.Parse(text);
  invariant(code !== null, 'a tree for every text');
  return code;
}
