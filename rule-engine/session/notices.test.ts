import { expect, test } from 'vitest';
import { Workspace } from '../ingest/workspace.ts';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { noticesOf } from './notices.ts';
import { readTables } from './rule-coverage.ts';

const globals = makeGlobals(builtInTables);

function noticesFor(query: string): readonly string[] {
  const { plan } = compile(query, globals);
  const workspace = new Workspace();
  return plan === undefined ? [] : noticesOf(readTables(plan, workspace), workspace).map(({ message }) => message);
}

test('a table without events is told of once', () => {
  const query = 'DeviceProcessEvents | join kind=inner DeviceProcessEvents on DeviceId | where FileName == "a"';
  expect(noticesFor(query)).toEqual(['No events are loaded for the table DeviceProcessEvents']);
});

test('FileProfile says what to drop', () => {
  const [notice, ...others] = noticesFor('datatable(SHA1:string)["a"] | invoke FileProfile(SHA1, 10)');
  expect(notice).toContain('FileProfile() answers from a table FileProfile');
  expect(others).toEqual([]);
});
