import { expect, test } from 'vitest';
import { tableFromRows } from '../../columnar/table-builder.ts';
import { evaluate } from '../../executor/evaluate.ts';
import { rowsOf } from '../../operators/relation.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import { compile } from '../compile.ts';
import { makeGlobals } from '../globals.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'Name', type: 'string' },
  { name: 'Size', type: 'long' },
  { name: 'Seen', type: 'datetime' },
];
const list = tableFromRows(columns, [
  ['x', 1n, 0n],
  ['é', null, null],
]);
const other = tableFromRows([{ name: 'Other', type: 'string' }], [['x y']]);
const globals = makeGlobals([
  { name: 'my_list', columns },
  { name: 'other', columns: [{ name: 'Other', type: 'string' }] },
]);

async function ask(query: string) {
  const { plan, diagnostics } = compile(query, globals);
  if (plan === undefined) return { diagnostics, names: [], rows: [] };
  const catalogue = { table: (name: string) => ({ my_list: list, other })[name] };
  const relation = await evaluate(plan, { catalogue, now: 0n, checkpoint: async () => {} });
  const rows = Array.from(rowsOf(relation), (row) => relation.columns.map((column) => column.get(row)));
  return { diagnostics, names: relation.schema.map(({ name }) => name), rows };
}

test('externaldata is refused with the offer to drop its file', async () => {
  const { diagnostics } = await ask('externaldata(a:string)[h@"https://x/y/feed%20one.csv?sv=1"] | count');
  expect(diagnostics).toMatchObject([{ code: 'unsupported', span: { start: 23, length: 35 } }]);
  expect(diagnostics[0].message).toContain('drop the file feed one.csv');
});

test('externaldata reads the loaded file that its URL names, by position, the line of names included', async () => {
  const url = '["https://x/y/my-list.csv"]';
  expect((await ask(`externaldata(a:string, n:string)${url}`)).rows).toEqual([
    ['Name', 'Size'],
    ['x', '1'],
    ['é', ''],
  ]);
  expect((await ask(`externaldata(a:string, n:real)${url} with (ignoreFirstRecord=true)`)).rows).toEqual([
    ['x', 1],
    ['é', null],
  ]);
});

test.each(['"multijson"', 'multijson'])(
  'externaldata of %s reads by name, and what is missing is null',
  async (format) => {
    const query = `externaldata(Size:long, Nope:string)["https://x/my_list.txt"] with (format=${format})`;
    expect((await ask(query)).rows).toEqual([
      [1n, ''],
      [null, ''],
    ]);
  },
);

test('externaldata refuses what can not be had back as it was in the file', async () => {
  const query = 'externaldata(a:string, b:string, c:string)["https://x/my_list.csv"]';
  expect((await ask(query)).diagnostics).toMatchObject([{ code: 'unsupported' }]);
  const text = 'externaldata(a:string)["https://x/my_list.txt"]';
  expect((await ask(text)).diagnostics).toMatchObject([{ code: 'unsupported' }]);
});

test.each([
  ['arg("").Resources', 'Azure Resource Graph'],
  ['workspace("w").T', 'another Log Analytics workspace'],
  ['cluster("c").database("d").T', 'another cluster'],
])('%s is refused by name', async (query, what) => {
  const { diagnostics } = await ask(query);
  expect(diagnostics.find(({ severity }) => severity === 'error')).toMatchObject({ code: 'unsupported' });
  expect(diagnostics.map(({ message }) => message).join()).toContain(what);
});

test('find gives the rows of several tables with the columns that it names', async () => {
  const query = 'find in (my_list, other) where Name == "x" or Other has "y" project Name, Other';
  expect(await ask(query)).toMatchObject({
    names: ['source_', 'Name', 'Other'],
    rows: [
      ['my_list', 'x', ''],
      ['other', '', 'x y'],
    ],
  });
});

test('find takes both spellings of withsource', async () => {
  const { names, rows } = await ask('find with_source=T in (my_list) where Name == "x" project Name');
  expect(names).toEqual(['T', 'Name']);
  expect(rows).toEqual((await ask('find withsource=T in (my_list) where Name == "x" project Name')).rows);
  expect(rows[0][0]).toBe('my_list');
});

test('find packs the columns that it does not show', async () => {
  const { names, rows } = await ask('find withsource=T in (my_list, other) where Name == "x" or Other == "q"');
  expect(names).toEqual(['T', 'Name', 'Other', 'pack_']);
  const rest = new Map<string, unknown>([
    ['Size', 1n],
    ['Seen', expect.anything()],
  ]);
  expect(rows).toEqual([['my_list', 'x', '', rest]]);
});

test('search without tables reads tables and views', async () => {
  const query = 'let v = view () { print z = "x" }; let f = () { print q = "x" }; search "x" | project $table';
  expect((await ask(query)).rows).toEqual([['my_list'], ['other'], ['v']]);
});

test('table() of a name that nothing has is refused, within a function too', () => {
  for (const query of ['table("nothing") | count', 'let F = (name:string) { table(name) | count }; F("nothing")']) {
    const { plan, diagnostics } = compile(query, globals);
    expect([plan, diagnostics.length]).toEqual([undefined, 1]);
    expect(diagnostics[0].message).toContain("'nothing'");
  }
});

test('table() reads the table of a name', async () => {
  expect((await ask('table("my_list") | count')).rows).toEqual([[2n]]);
});

test.each([
  ['let T = datatable(a:int)[1, 2]; table("T") | count', 2n],
  ['let T = my_list | where false; table("T") | count', 0n],
  ['let my_list = datatable(a:int)[1]; table("my_list") | count', 1n],
  ['let T = datatable(a:int)[1]; let F = (name:string) { table(name) | count }; F("T")', 1n],
  ['let T = view () { datatable(a:int)[1] }; table("T") | count', 1n],
  ['datatable(a:int)[1] | as T | union table("T") | count', 2n],
])('table() reads what the query calls by the name: %s', async (query, count) => {
  expect((await ask(query)).rows).toEqual([[count]]);
});

const pattern =
  'declare pattern P = (a:string)[b:string] { ("u").["v w"] = { print x = 1 }; ("u").["w"] = { print x = 2 }; };';

test.each([
  ['P("u").w', 2n],
  ['P("u").["v w"]', 1n],
])('a pattern stands for the body of its values: %s', async (call, value) => {
  expect((await ask(`${pattern} ${call}`)).rows).toEqual([[value]]);
});

test('a pattern without these values is refused', async () => {
  const { diagnostics } = await ask(`${pattern} P("nope").w`);
  expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
});

test('of several queries the first is answered, and the others are told of', async () => {
  const { rows, diagnostics } = await ask('let a = 1; print a; let b = 2; print b');
  expect(rows).toEqual([[1n]]);
  expect(diagnostics).toMatchObject([{ code: 'several-results', severity: 'warning', span: { start: 31 } }]);
  expect((await ask('print x = 1 | fork (count) (take 1)')).diagnostics).toMatchObject([{ code: 'several-results' }]);
});

test('consume gives nothing', async () => {
  expect(await ask('my_list | consume')).toMatchObject({ names: [], rows: [] });
});

test.each([
  ['datatable(a:long, b:string)[] | where a > 1', []],
  ['datatable(a:long)[] | summarize c = count(), s = sum(a), l = make_list(a), m = max(a)', [[0n, 0n, [], null]]],
  ['datatable(a:long)[] | summarize count() by a', []],
  ['datatable(a:long)[] | join kind=fullouter (datatable(a:long)[]) on a', []],
  ['print datetime(2017 - 08 - 01) == datetime(2017-08-01)', [[true]]],
])('%s', async (query, rows) => {
  expect((await ask(query)).rows).toEqual(rows);
});

const one = 'let a = datatable(Uri:string, HttpStatus:int)[] | getschema;';
const two = 'let b = datatable(Uri:string, Referrer:string, HttpStatus:int)[] | getschema;';

test('schema_merge gives no place to a column that stands at two', async () => {
  const error = 'ERROR(columns are out of order)';
  expect((await ask(`${one} ${two} union a, b | evaluate schema_merge()`)).rows).toEqual([
    ['Uri', 0n, 'System.String', 'string'],
    ['Referrer', 1n, 'System.String', 'string'],
    ['HttpStatus', -1n, `ERROR(unknown CSL type:${error})`, error],
  ]);
  const places = (await ask(`${one} ${two} union a, b | evaluate schema_merge(false)`)).rows.map((row) => row[1]);
  expect(places).toEqual([0n, 1n, 2n]);
});

test('toscalar of a value is computed once', async () => {
  const { rows } = await ask('let g = toscalar(new_guid()); range x from 1 to 9 step 1 | summarize dcount(g)');
  expect(rows).toEqual([[1n]]);
});

test('union names its sources as `as` does', async () => {
  const query = 'union withsource=T (print x = 1 | as A), (print x = 2 | as B), (print x = 3)';
  expect((await ask(query)).rows).toEqual([
    ['A', 1n],
    ['B', 2n],
    ['union_arg2', 3n],
  ]);
});

test('a column that is called as another one of two types would be keeps its name', async () => {
  expect(await ask('union (print x = 1), (print x = "s"), (print x_long = 3)')).toMatchObject({
    names: ['x_long1', 'x_string', 'x_long'],
    rows: [
      [1n, '', null],
      [null, 's', null],
      [null, '', 3n],
    ],
  });
});

test.each([
  [
    'bins of the size and from the point that the query sets',
    `set query_bin_auto_size=1h; set query_bin_auto_at=datetime(2017-01-01 00:05);
      range t from datetime(2017-01-01 00:05) to datetime(2017-01-01 02:00) step 1m | summarize count() by bin_auto(t) | project count_`,
    [[60n], [56n]],
  ],
  ['bins from zero', 'set query_bin_auto_size=10; print x = bin_auto(-1), y = bin_auto(long(null))', [[-10n, null]]],
  [
    'the clock that the query sets',
    'set query_now = datetime(2021-01-02); print now() == datetime(2021-01-02), now(-1d) == ago(1d), startofyear(ago(5d)) < datetime(2021-01-01)',
    [[true, true, true]],
  ],
  [
    'a datetime of nothing is now, one of a time alone is that time today',
    'set query_now = datetime(2021-01-02 13:00); print datetime() == now(), datetime(8:05) == datetime(2021-01-02 08:05), isnull(datetime(25:00))',
    [[true, true, true]],
  ],
])('%s', async (_, query, expected) => {
  expect((await ask(query)).rows).toEqual(expected);
});

test('an option that limits the rows is refused', async () => {
  const { diagnostics } = await ask('set query_take_max_records = 1; print x = 1');
  expect(diagnostics).toMatchObject([{ code: 'unsupported', span: { start: 0 } }]);
});

test('a time of the current day is no constant, which a datatable takes alone', async () => {
  const { diagnostics } = await ask('datatable(t:datetime)[datetime(8:05)]');
  expect(diagnostics).toMatchObject([{ code: 'unsupported', span: { start: 22 } }]);
});

test('bin_auto without a size is an error at its place', async () => {
  const { diagnostics } = await ask('print x = bin_auto(1)');
  expect(diagnostics).toMatchObject([{ code: 'bin-auto', severity: 'error', span: { start: 10, length: 11 } }]);
});

const views =
  'let A_1 = view () { print x = 1 }; let A_2 = view () { print x = 2 }; let B_1 = view () { print x = 3 };';

test.each([
  [
    'union withsource=S A_*, B_*',
    [
      ['A_1', 1n],
      ['A_2', 2n],
      ['B_1', 3n],
    ],
  ],
  ['union isfuzzy=true A_*, Nowhere*, B_* | count', [[3n]]],
  ['union isfuzzy=true (A_1 | where x > 0), (Nowhere | where x > 0 | take 1), Nowhere, (A_2) | count', [[2n]]],
  ['union isfuzzy=true A_1, (A_2 | join (Nowhere | project x = y) on x), (A_2 | lookup Nowhere on x) | count', [[1n]]],
])('wildcards match views: %s', async (query, expected) => {
  expect((await ask(`${views} ${query}`)).rows).toEqual(expected);
});

test('what a fuzzy union forgives adds no columns', async () => {
  const query =
    'union isfuzzy=true withsource=S (Nowhere | where a > 0 | extend b = 1), (print y = 1), (Nowhere | join (Other) on k)';
  expect(await ask(query)).toMatchObject({ names: ['S', 'y'], rows: [[expect.any(String), 1n]] });
});

test('a wildcard that matches nothing is an error unless the union is fuzzy', async () => {
  const { diagnostics } = await ask(`${views} union A_*, Nowhere*`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([{ code: 'KS142' }]);
});

test.each([
  ['project-by-names "City", "N*"', ['City', 'Name', 'Nation']],
  ['project-by-names dynamic(["Nation", "é", "City"]), "*"', ['Nation', 'City', 'Name', 'Age']],
  ['project-by-names "*a*e"', ['Name']],
  ['project-by-names "none"', []],
])('%s', async (operator, names) => {
  const table = 'datatable(Name:string, Age:int, City:string, Nation:string)["Peter", 39, "New York", "US"]';
  expect((await ask(`${table} | ${operator}`)).names).toEqual(names);
});

test('names of columns come from arguments too', async () => {
  const query = `let L = datatable(Name:string, City:string, Nation:string)["Peter", "New York", "US"];
    let f = (S:(Name:string), more:dynamic) { S | lookup L on Name | project-by-names column_names_of(S), more };
    datatable(Name:string, Data:string)["Peter", "d"] | invoke f(dynamic(["Nation", "None"]))`;
  expect(await ask(query)).toMatchObject({ names: ['Name', 'Data', 'Nation'], rows: [['Peter', 'd', 'US']] });
});
