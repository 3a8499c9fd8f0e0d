import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answer } from '../cli/batch.ts';
import { makeGlobals } from '../kusto/globals.ts';

const globals = makeGlobals([]);
type Cell = string | number | null;
type Rows = readonly (readonly Cell[])[];

async function run(query: string, tables: Readonly<Record<string, Rows>> = {}): Promise<Rows> {
  const columns = [
    { name: 'k', type: 'string' },
    { name: 'n', type: 'long' },
    { name: 'v', type: 'long' },
  ]; // prettier-ignore
  const given = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, { columns, rows }]));
  const result = JSON.parse(await answer(JSON.stringify({ query, tables: given }), globals));
  if (result.error !== undefined) throw new Error(result.error.message);
  return result.rows;
}

const row = fc.tuple(
  fc.constantFrom('', 'a', 'b', 'é', '😀'),
  fc.option(fc.integer({ min: 0, max: 2 })),
  fc.integer({ min: 0, max: 9 }),
);
const table = fc.array(row, { maxLength: 12 });
const sameKey = (left: readonly Cell[], right: readonly Cell[]) => left[0] === right[0] && left[1] === right[1];
const NO_RIGHT: readonly Cell[] = ['', null, null];

/** What a join of the kind gives, by a loop within a loop. */
function nestedLoop(kind: string, left: Rows, right: Rows): Rows {
  const pairs = left.flatMap((l) => right.filter((r) => sameKey(l, r)).map((r) => [...l, ...r]));
  const leftAlone = left.filter((l) => !right.some((r) => sameKey(l, r)));
  const rightAlone = right.filter((r) => !left.some((l) => sameKey(l, r)));
  switch (kind) {
    case 'inner':
      return pairs;
    case 'innerunique':
      return nestedLoop(
        'inner',
        left.filter((l, i) => left.findIndex((other) => sameKey(other, l)) === i),
        right,
      );
    case 'leftouter':
      return [...pairs, ...leftAlone.map((l) => [...l, ...NO_RIGHT])];
    case 'rightouter':
      return [...pairs, ...rightAlone.map((r) => [...NO_RIGHT, ...r])];
    case 'fullouter':
      return [...nestedLoop('leftouter', left, right), ...rightAlone.map((r) => [...NO_RIGHT, ...r])];
    case 'leftsemi':
      return left.filter((l) => !leftAlone.includes(l));
    case 'leftanti':
      return leftAlone;
    case 'rightsemi':
      return right.filter((r) => !rightAlone.includes(r));
    default:
      return rightAlone;
  }
}

const inAnyOrder = (rows: Rows) => rows.map((cells) => JSON.stringify(cells)).sort();

test.each([
  'inner',
  'innerunique',
  'leftouter',
  'rightouter',
  'fullouter',
  'leftsemi',
  'leftanti',
  'rightsemi',
  'rightanti',
])('join kind=%s gives what a nested loop gives', async (kind) => {
  await fc.assert(
    fc.asyncProperty(table, table, async (left, right) => {
      const rows = await run(`L | join kind=${kind} R on k, n`, { L: left, R: right });
      expect(inAnyOrder(rows)).toEqual(inAnyOrder(nestedLoop(kind, left, right)));
    }),
    { numRuns: 25 },
  );
});

test('an inner join keeps the order of its left side', async () => {
  const left: Rows = [
    ['b', 1, 1],
    ['a', 1, 2],
    ['b', 1, 3],
  ]; // prettier-ignore
  const right: Rows = [
    ['a', 1, 7],
    ['b', 1, 8],
    ['b', 1, 9],
  ]; // prettier-ignore
  const rows = await run('L | join kind=inner R on k | project v, v1', { L: left, R: right });
  expect(rows).toEqual([
    [1, 8],
    [1, 9],
    [2, 7],
    [3, 8],
    [3, 9],
  ]); // prettier-ignore
});

test('keys of different number types meet; a key of the one side only does not', async () => {
  const query = `datatable(k:int)[1, 2] | join kind=inner (datatable(j:long, v:string)[2, 'two', 3, 'three']) on $left.k == $right.j`;
  expect(await run(query)).toEqual([[2, 2, 'two']]);
});

test('a NaN meets a NaN, and a null a null', async () => {
  const query = `datatable(k:real)[real(nan), real(null), 1.0]
    | join kind=inner (datatable(k:real, v:long)[real(nan), 1, real(null), 2]) on k | project v`;
  expect(await run(query)).toEqual([[1], [2]]);
});

test('lookup drops the keys of the table it looks in', async () => {
  const query = `datatable(k:long)[1, 2] | lookup (datatable(k:long, name:string)[1, 'one']) on k`;
  expect(await run(query)).toEqual([
    [1, 'one'],
    [2, ''],
  ]); // prettier-ignore
});

test('union kind=inner keeps what all inputs have', async () => {
  const A = "datatable(x:long, y:string)[1, 'a']";
  const B = "datatable(y:string, x:long, z:real)['b', 2, 1.5]";
  const rows = [
    [1, 'a'],
    [2, 'b'],
  ];
  expect(await run(`${A} | union kind=inner (${B}) | sort by x asc`)).toEqual(rows);
  expect(await run(`union kind=inner (${A}), (${B}) | sort by x asc`)).toEqual(rows);
  expect(await run(`union kind=inner withsource=s (${A}), (${B}) | sort by x asc | project s, y`)).toEqual([
    ['union_arg0', 'a'],
    ['union_arg1', 'b'],
  ]);
  await expect(run(`union kind=inner (${A}), (${B}) | project z`)).rejects.toThrow("'z' does not refer");
  await expect(run(`union kind=inner (${A}), (print x = 'c')`)).rejects.toThrow('several types');
});

test('top-nested names the others by a value of the column’s type', async () => {
  const numbers = 'range i from 1 to 4 step 1 | top-nested 1 of i';
  expect(await run(`${numbers} with others = -1 by sum(i)`)).toEqual([
    [4, 4],
    [-1, 6],
  ]);
  await expect(run(`${numbers} with others = "rest" by sum(i)`)).rejects.toThrow('not supported');
});

test('union pads what an input lacks and names the source', async () => {
  const query = `union withsource=T (datatable(a:long, s:string)[1, 'x']), (datatable(a:long, b:real)[2, 0.5])`;
  expect(await run(query)).toEqual([
    ['union_arg0', 1, 'x', null],
    ['union_arg1', 2, '', 0.5],
  ]); // prettier-ignore
});

test('summarize gives what a Map gives, groups in order of first appearance', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const groups = new Map<string, { key: readonly Cell[]; values: number[] }>();
      for (const [k, n, v] of rows) {
        const key = JSON.stringify([k, n]);
        const group = groups.get(key) ?? { key: [k, n], values: [] };
        group.values.push(Number(v));
        groups.set(key, group);
      }
      const expected = [...groups.values()].map(({ key, values }) => [
        ...key,
        values.length,
        values.reduce((a, b) => a + b, 0),
        Math.max(...values),
        values,
      ]);
      const query = 'T | summarize c = count(), s = sum(v), m = max(v), l = make_list(v) by k, n';
      expect(await run(query, { T: rows })).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('summarize without keys gives one row of no rows, with keys none', async () => {
  expect(await run('datatable(k:string, v:long)["a", 1] | where v > 1 | summarize count(), sum(v), max(v)')).toEqual([
    [0, 0, null],
  ]);
  expect(await run('datatable(k:string, v:long)["a", 1] | where v > 1 | summarize count() by k')).toEqual([]);
});

test('a scalar over aggregates is one column', async () => {
  expect(await run('datatable(v:long)[1, 2, 3] | summarize ratio = sum(v) * 1.0 / count()')).toEqual([[2]]);
});

test('arg_max(*) gives the first of the largest rows', async () => {
  const query = `datatable(k:string, v:long, w:string)['a', 1, 'x', 'a', 5, 'y', 'a', 5, 'z', 'b', long(null), 'q']
    | summarize arg_max(v, *) by k`;
  expect(await run(query)).toEqual([
    ['a', 5, 'y'],
    ['b', null, 'q'],
  ]); // prettier-ignore
});
