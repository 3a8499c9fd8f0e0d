import { expect, test } from 'vitest';
import { builtInTables } from '../schema/catalogue.ts';
import { compile } from './compile.ts';
import { makeGlobals } from './globals.ts';

const own = { name: 'Own', columns: [{ name: '_ItemId', type: 'long' } as const] };
const globals = makeGlobals([...builtInTables, own]);

function columnsOf(query: string): readonly string[] {
  const { plan, diagnostics } = compile(query, globals);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan?.columns.map(({ name, type }) => `${name}: ${type}`) ?? [];
}

test('a query may name the columns that the tables of a workspace hide', () => {
  expect(columnsOf('SecurityEvent | project Received = _TimeReceived, _ItemId')).toEqual([
    'Received: datetime',
    '_ItemId: string',
  ]);
  expect(columnsOf('Syslog | summarize count() by _ItemId')).toEqual(['_ItemId: string', 'count_: long']);
});

test('a hidden column is in the result only where a step says so', () => {
  const plain = columnsOf('Event');
  expect(columnsOf('Event | where _TimeReceived > ago(1d) | sort by _ItemId')).toEqual(plain);
  expect(columnsOf('Event | where isempty(_ItemId) | extend Received = _TimeReceived')).toEqual([
    ...plain,
    'Received: datetime',
  ]);
  expect(columnsOf('Event | extend _ItemId = "a"')).toEqual([...plain, '_ItemId: string']);
  expect(columnsOf('Event | union (Event | where _ItemId == "a")')).toEqual(plain);
});

test('of a join both sides hide their columns', () => {
  const query = 'Event | join kind=inner (Syslog | project Id = _ItemId, Facility) on $left._ItemId == $right.Id';
  expect(columnsOf(query)).toEqual([...columnsOf('Event'), 'Id: string', 'Facility: string']);
});

test('what is of no workspace has no hidden column, and its own are shown', () => {
  expect(columnsOf('Own | where _ItemId > 1')).toEqual(['_ItemId: long']);
  expect(compile('ExposureGraphNodes | where _ItemId == "a"', globals).diagnostics).toMatchObject([{ code: 'KS142' }]);
});

test('a star brings no hidden column along', () => {
  const query = 'Event | where isempty(_ItemId) | summarize arg_max(TimeGenerated, *) by Computer';
  expect(columnsOf(query)).not.toContain('_ItemId: string');
  expect(columnsOf('Event | summarize arg_max(TimeGenerated, _ItemId)')).toContain('_ItemId: string');
});

test('AzureDiagnostics has the columns that a text reads of it, by the type that their names end in', () => {
  expect(columnsOf('AzureDiagnostics | where a_d > 1 and b_b | project c_s, d_t')).toEqual([
    'c_s: string',
    'd_t: datetime',
  ]);
  expect(columnsOf('AzureDiagnostics | where some_s == "x"')).toEqual(columnsOf('AzureDiagnostics'));
  expect(compile('AzureDiagnostics | where some == "x"', globals).diagnostics).toMatchObject([{ code: 'KS142' }]);
  expect(compile('Event | where a_d > 1', globals).diagnostics).toMatchObject([{ code: 'KS142' }]);
});
