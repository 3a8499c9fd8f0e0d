import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { builtInTables } from '../schema/catalogue.ts';

describe('hunting.kql of the shipped rule', () => {
  const queries = readFileSync('public/rules/t1059-011-lua/guide/hunting.kql', 'utf8').split('\n\n').slice(1);
  const globals = makeGlobals(builtInTables);

  it.each(queries.map((query) => [query.split('\n')[0], query]))('%s binds and has a plan', (_, query) => {
    const { plan, diagnostics } = compile(query, globals);
    expect(diagnostics).toEqual([]);
    expect(plan).toBeDefined();
  });
});
