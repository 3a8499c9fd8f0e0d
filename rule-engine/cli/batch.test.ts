import { expect, test } from 'vitest';
import { makeGlobals } from '../kusto/globals.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { answer } from './batch.ts';

const globals = makeGlobals(builtInTables);

async function ask(request: unknown): Promise<unknown> {
  return JSON.parse(await answer(JSON.stringify(request), globals));
}

test('cells have the form of the protocol', async () => {
  const query =
    'print b = true, i = int(1), l = 9223372036854775807, r = real(nan), t = datetime(2020-01-01), d = dynamic({"a": [1]}), n = long(null)';
  expect(await ask({ id: 'x', query })).toMatchObject({
    id: 'x',
    rows: [[true, 1, '9223372036854775807', 'NaN', '2020-01-01T00:00:00.0000000Z', { a: [1] }, null]],
  });
});

test('tables of a request are read, and the clock is the request’s', async () => {
  const tables = {
    Log: {
      columns: [
        { name: 'at', type: 'datetime' },
        { name: 'who', type: 'string' },
      ],
      rows: [
        ['2024-01-01T00:00:00Z', 'old'],
        ['2024-01-02T00:00:00Z', 'new'],
      ],
    },
  };
  const query = 'Log | where at > ago(1d) | project who';
  expect(await ask({ id: 1, query, tables, now: '2024-01-02T12:00:00Z' })).toEqual({
    id: 1,
    columns: [{ name: 'who', type: 'string' }],
    rows: [['new']],
  });
});

test('a plugin whose columns depend on the rows binds what follows it', async () => {
  const query =
    'datatable(d:dynamic)[dynamic({"n": 2}), dynamic({"n": 3})] | evaluate bag_unpack(d) | summarize total = sum(n)';
  expect(await ask({ id: 1, query })).toMatchObject({ columns: [{ name: 'total', type: 'long' }], rows: [[5]] });
});

test('a text that is too long to hold is told as such', async () => {
  const query = "print s = strrep('a', 1024) | extend t = strrep(strrep(s, 1024), 1024)";
  const line = JSON.stringify({ id: 1, query });
  expect(JSON.parse(await answer(line, globals))).toMatchObject({ id: 1, error: { code: 'out-of-memory' } });
});

test('an error says where, and a broken line is an error too', async () => {
  expect(await ask({ id: 2, query: 'print y' })).toMatchObject({
    id: 2,
    error: { code: 'KS142', start: 6, length: 1 },
  });
  expect(JSON.parse(await answer('{', globals))).toMatchObject({ id: null, error: { code: 'internal' } });
});
