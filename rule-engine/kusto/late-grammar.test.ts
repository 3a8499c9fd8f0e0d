import { expect, test } from 'vitest';
import { makeGlobals } from './globals.ts';
import { items, language } from './load.ts';
import { parse } from './parse.ts';
import { completionsAt } from './services/completion.ts';

const table = { name: 'T', columns: [{ name: 'FileName', type: 'string' }] } as const;

/** Where the service keeps the grammar that was asked for last. */
const { QueryGrammar } = (language as unknown as { Parsing: { QueryGrammar: { s_currentGrammar: unknown } } }).Parsing;

test('parsing, binding and diagnosing a query make no grammar; completion makes one', () => {
  QueryGrammar.s_currentGrammar = null;
  const code = parse('T | where FileName has "lua" | summarize count() by Missing', makeGlobals([table]));
  expect(items<Kusto.Language.Diagnostic>(code.GetDiagnostics())).toHaveLength(1);
  expect(QueryGrammar.s_currentGrammar).toBeNull();
  const labels = completionsAt(code, 'T | where '.length).map(({ label }) => label);
  expect(labels).toContain('FileName');
  expect(QueryGrammar.s_currentGrammar).not.toBeNull();
});

test('a text that is too deep for the parser by hand is parsed by the grammar', () => {
  const depth = 600;
  const code = parse(`print x = ${'('.repeat(depth)}1${')'.repeat(depth)}`, makeGlobals([table]));
  expect(items<Kusto.Language.Diagnostic>(code.GetSyntaxDiagnostics())).toEqual([]);
});
