import { expect, test } from 'vitest';
import { answer } from '../cli/batch.ts';
import { makeGlobals } from '../kusto/globals.ts';

const globals = makeGlobals([]);

async function run(query: string): Promise<unknown> {
  const { rows, error } = JSON.parse(await answer(JSON.stringify({ query }), globals));
  return error?.message ?? rows;
}

test.each([
  ["range x from 1 to 10 step 1 | extend t = '1234567890' | summarize sum(estimate_data_size(*))", [[180]]],
  ["datatable(s:string, n:int)['', 1, 'é\u{1F600}', 2] | project estimate_data_size(s)", [[0], [6]]],
  [
    "datatable(s:string, n:int, r:real)['é', 1, 2.5] | project a = estimate_data_size(n, r), b = estimate_data_size(*)",
    [[12, 14]],
  ],
  ['print x = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), y = decimal(1) | project estimate_data_size(*)', [[32]]],
])('%s', async (query, expected) => {
  expect(await run(query)).toEqual(expected);
});

test.each([
  ['print x = dynamic([1]) | project estimate_data_size(x)', 'a value of type dynamic'],
  ['print x = now() | project estimate_data_size(*)', 'a value of type datetime'],
  ['datatable(x:long)[1, long(null)] | project estimate_data_size(x)', 'a null'],
])('%s is refused', async (query, what) => {
  expect(await run(query)).toBe(`estimate_data_size() of ${what} is not supported by this engine`);
});
