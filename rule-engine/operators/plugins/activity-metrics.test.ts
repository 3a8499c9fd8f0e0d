import { expect, test } from 'vitest';
import { answer } from '../../cli/batch.ts';
import { makeGlobals } from '../../kusto/globals.ts';

const globals = makeGlobals([]);

async function run(query: string): Promise<unknown> {
  const { columns, rows, error } = JSON.parse(await answer(JSON.stringify({ query }), globals));
  return (
    error?.message ?? [
      columns.map(({ name, type }: { name: string; type: string }) => `${name}:${type}`).join(),
      ...rows,
    ]
  );
}

const visits = `datatable(u:string, n:long, g:string)['A', 0, 'x', 'B', 0, 'x', 'B', 1, 'x', 'A', 2, 'x', 'C', 3, 'x', 'C', 2, 'x',
  'é', 4, 'x', '', 5, 'x', 'Z', -1, 'x', 'Z', 7, 'x', 'Z', long(null), 'x', 'A', 3, 'y']`;

test.each([
  [
    'each window beside the one before',
    `${visits} | where g == 'x' | evaluate activity_metrics(u, n, 0, 6, 2)`,
    [
      'n:long,dcount_values:long,dcount_newvalues:long,retention_rate:real,churn_rate:real',
      [0, 2, 2, 'NaN', 'NaN'],
      [2, 2, 1, 0.5, 0.5],
      [4, 2, 2, 0, 1],
    ],
  ],
  [
    'dimensions have windows of their own',
    `${visits} | evaluate activity_metrics(u, n, 2, 3, 2, g) | project n, g, dcount_values`,
    ['n:long,g:string,dcount_values:long', [2, 'x', 2], [2, 'y', 1]],
  ],
  [
    'times',
    "datatable(u:string, t:datetime)['A', datetime(2024-01-02), 'A', datetime(2024-01-09)] | evaluate activity_metrics(u, t, datetime(2024-01-01), datetime(2024-01-31), 7d) | project t, retention_rate",
    ['t:datetime,retention_rate:real', ['2024-01-01T00:00:00.0000000Z', 'NaN'], ['2024-01-08T00:00:00.0000000Z', 1]],
  ],
  ['no rows', `${visits} | take 0 | evaluate activity_metrics(u, n, 0, 6, 2) | count`, ['Count:long', [0]]],
])('%s', async (_, query, expected) => {
  expect(await run(query)).toEqual(expected);
});

test.each([
  ['evaluate activity_metrics(u, n, 0, 9, 1)', 'activity_metrics over a window without events'],
  ['evaluate activity_metrics(u, n, 2)', 'activity_metrics without start and end'],
])('%s is refused', async (query, what) => {
  expect(await run(`${visits} | where n != 1 or isnull(n) | ${query}`)).toBe(`${what} is not supported by this engine`);
});
