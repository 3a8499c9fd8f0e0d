import { expect, test } from 'vitest';
import type { Table } from '../../columnar/table.ts';
import { tableFromRows } from '../../columnar/table-builder.ts';
import { evaluate } from '../../executor/evaluate.ts';
import { rowsOf } from '../../operators/relation.ts';
import { builtInTable, withBuiltInTables } from '../../schema/catalogue.ts';
import type { ColumnSchema, TableSchema } from '../../schema/scalar-type.ts';
import type { Scalar } from '../../schema/value.ts';
import { compile } from '../compile.ts';
import { makeGlobals } from '../globals.ts';

type Cells = Readonly<Record<string, Scalar>>;

/** A loaded table: of a known schema by its name, or of the given columns. */
function loaded(name: string, rows: readonly Cells[], columns?: readonly ColumnSchema[]): [TableSchema, Table] {
  const schema = columns ?? builtInTable(name)?.columns ?? [];
  const cells = rows.map((row) => schema.map((column) => row[column.name] ?? (column.type === 'string' ? '' : null)));
  return [{ name, columns: schema }, tableFromRows(schema, cells)];
}

async function ask(query: string, ...tables: readonly [TableSchema, Table][]) {
  const { plan, diagnostics } = compile(query, makeGlobals(withBuiltInTables(tables.map(([schema]) => schema))));
  if (plan === undefined) return { diagnostics, columns: [], rows: [] };
  const byName = new Map(tables.map(([{ name }, table]) => [name, table]));
  const catalogue = { table: (name: string) => byName.get(name) };
  const relation = await evaluate(plan, { catalogue, now: 0n, checkpoint: async () => {} });
  const rows = Array.from(rowsOf(relation), (row) => relation.columns.map((column) => column.get(row)));
  return { diagnostics, columns: relation.schema.map(({ name }) => name), rows };
}

test.each(['SentinelHealth', 'SentinelAudit'])('_%s() has the rows of the table', async (table) => {
  const { rows } = await ask(`_${table}() | project OperationName`, loaded(table, [{ OperationName: 'Update' }]));
  expect(rows).toEqual([['Update']]);
});

const files = 'datatable(SHA1:string, n:long)["abCD", 1, "ef", 2, "", 3]';
const profiles = loaded('FileProfile', [
  { SHA1: 'ABCD', GlobalPrevalence: 5, Signer: 'Ünï' },
  { SHA256: 'ff00', GlobalPrevalence: 7 },
]);

test.each([['invoke FileProfile(SHA1, 1000)'], ['invoke FileProfile("SHA1", 1000)'], ['invoke FileProfile()']])(
  '%s adds what the dropped list knows of a file',
  async (call) => {
    const shown = 'project n, GlobalPrevalence, Signer, ProfileAvailability';
    const { rows } = await ask(`${files} | ${call} | ${shown}`, profiles);
    expect(rows).toEqual([
      [1n, 5, 'Ünï', 'Available'],
      [2n, null, '', 'Missing'],
      [3n, null, '', ''],
    ]);
  },
);

test('FileProfile finds files by other hashes, and is called as a function too', async () => {
  const other = 'datatable(InitiatingProcessSHA256:string)["FF00"]';
  const { rows } = await ask(`FileProfile(${other}, "InitiatingProcessSHA256") | project GlobalPrevalence`, profiles);
  expect(rows).toEqual([[7]]);
});

test('without a list FileProfile gives nulls', async () => {
  const { rows } = await ask(`${files} | invoke FileProfile(SHA1) | project GlobalPrevalence, GlobalFirstSeen`);
  expect(rows).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
});

test('FileProfile keeps the hashes of the rows, and numbers other columns that the rows have', async () => {
  const { columns } = await ask(`${files} | invoke FileProfile(SHA1)`);
  expect(columns.slice(0, 3)).toEqual(['SHA1', 'n', 'SHA256']);
  const signed = 'datatable(SHA1:string, Signer:string)["abcd", "own", "ef", "other"]';
  const twice = await ask(
    `${signed} | invoke FileProfile(SHA1) | invoke FileProfile("SHA1")
     | project Signer, Signer1, Signer2, ProfileAvailability, ProfileAvailability1`,
    profiles,
  );
  expect(twice.rows).toEqual([
    ['own', 'Ünï', 'Ünï', 'Available', 'Available'],
    ['other', '', '', 'Missing', 'Missing'],
  ]);
});

test('a column that the rows lack is an error at its place', async () => {
  const { diagnostics } = await ask(`${files} | invoke FileProfile(Nope)`);
  expect(diagnostics).toMatchObject([{ severity: 'error', span: { length: 4 } }]);
});

const seenByColumns: readonly ColumnSchema[] = [
  { name: 'DeviceId', type: 'string' },
  { name: 'SeenBy', type: 'string' },
];

test('SeenBy lists the devices of a loaded table, and says when there is none', async () => {
  const query = 'datatable(DeviceId:string)["d1", "d2"] | invoke SeenBy() | project DeviceId, SeenBy';
  const pairs = loaded('SeenBy', [{ DeviceId: 'd1', SeenBy: 'a' }], seenByColumns);
  expect((await ask(query, pairs)).rows).toEqual([
    ['d1', ['a']],
    ['d2', null],
  ]);
  const { rows, diagnostics } = await ask(query);
  expect(rows).toEqual([
    ['d1', null],
    ['d2', null],
  ]);
  expect(diagnostics).toMatchObject([{ code: 'no-events', severity: 'warning' }]);
});

const users = loaded(
  'VIP_Users',
  [
    { User: 'ann', Level: 1n },
    { User: 'bøb', Level: null },
  ],
  [
    { name: 'User', type: 'string' },
    { name: 'Level', type: 'long' },
  ],
);

test('a watchlist is the loaded table of its name, as text, with its first column as the key', async () => {
  const expected = [
    ['ann', 'ann', '1'],
    ['bøb', 'bøb', ''],
  ];
  expect((await ask("_GetWatchlist('VIP-Users')", users)).rows).toEqual(expected);
  expect((await ask("let alias = 'VIP_Users'; _GetWatchlist(alias)", users)).rows).toEqual(expected);
});

test('an unknown watchlist is empty whatever is read of it, and says so', async () => {
  const right = "(_GetWatchlist('none')) on $left.ip == $right.SearchKey";
  const query = `datatable(ip:string)["a"] | join kind=leftouter ${right} | extend Tag = tostring(Tag)`;
  const { rows, diagnostics } = await ask(query);
  expect(rows).toEqual([['a', '', '']]);
  expect(diagnostics).toMatchObject([{ code: 'no-watchlist', severity: 'warning' }]);
});

test.each([
  [
    'datatable(ip:string)["a"] | join kind=leftanti (_GetWatchlist("none") | project Address) on $left.ip == $right.Address',
  ],
  ['datatable(Address:string)["a"] | join kind=leftouter _GetWatchlist("none") on Address | project Address'],
  ['datatable(n:long)[1] | lookup kind=leftouter (_GetWatchlist("none") | project Id, Tag) on $left.n == $right.Id'],
  ['_GetWatchlist("none") | join kind=rightouter (datatable(Id:guid)[guid(null)]) on Id | project Id1'],
])('what an unknown watchlist is joined by has no type to refuse: %s', async (query) => {
  const { rows, diagnostics } = await ask(query);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(rows).toHaveLength(1);
});

test.each([
  [
    'union (_GetWatchlist("a") | where Tag == "x"), (_GetWatchlist("b") | where Tag == "y") | summarize make_list(Address)',
  ],
  ['print n = toscalar(union _GetWatchlist("a"), _GetWatchlist("b") | summarize count_distinct(tostring(Address)))'],
  ['_GetWatchlist("a") | mv-expand Part = split(Parts, "&") to typeof(string) | project Part, Critical | count'],
])('the columns of unknown watchlists are still there behind %s', async (query) => {
  const { rows, diagnostics } = await ask(query);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(rows).toHaveLength(1);
});

test('two unknown watchlists are joined by text, and a known dynamic column is refused all the same', async () => {
  const both = '_GetWatchlist("none") | project Id | join kind=inner (_GetWatchlist("other") | project Id, Tag) on Id';
  expect(await ask(both)).toMatchObject({ columns: ['Id', 'Id1', 'Tag'], rows: [] });
  const dynamic = 'datatable(Id:dynamic)[1] | join kind=inner (_GetWatchlist("none") | project Id) on Id';
  expect((await ask(dynamic)).diagnostics.map(({ code }) => code)).toContain('dynamic-key');
});

const started = 638_396_640_000_000_000n;
const audit = loaded('SecurityEvent', [
  {
    TimeGenerated: started,
    Computer: 'pc1',
    EventID: 4688,
    NewProcessName: 'C:\\Windows\\cmd.exe',
    CommandLine: 'cmd /c lua a.lua',
    NewProcessId: '0x1f',
    SubjectDomainName: 'CORP',
    SubjectUserName: 'ann',
    TargetUserName: '-',
  },
  { TimeGenerated: started, Computer: 'pc1', EventID: 4689, ProcessName: 'C:\\Windows\\cmd.exe' },
  { TimeGenerated: started, Computer: 'pc1', EventID: 4624 },
]);
const sysmon = loaded('Event', [
  {
    TimeGenerated: started + 1n,
    Computer: 'pc2',
    EventID: 1,
    Source: 'Microsoft-Windows-Sysmon',
    EventData:
      '<Data Name="Image">C:\\a&amp;b\\lua.exe</Data><Data Name="CommandLine">lua &lt;x&gt; &amp;lt;</Data>' +
      '<Data Name="Hashes">MD5=AA,SHA256=BB</Data><Data Name="User">CORP\\bob</Data>',
  },
]);
const defender = loaded('DeviceProcessEvents', [
  { Timestamp: started + 2n, DeviceName: 'pc3', FileName: 'luajit', ProcessCommandLine: 'luajit x', ProcessId: 7n },
]);

test('the ASIM parsers read every table of process events', async () => {
  const shown = 'project Dvc, Process, CommandLine, TargetUsername, TargetProcessId, Hash, TargetProcessFilename';
  const { rows } = await ask(`_Im_ProcessCreate | sort by TimeGenerated asc | ${shown}`, audit, sysmon, defender);
  expect(rows).toEqual([
    ['pc1', 'C:\\Windows\\cmd.exe', 'cmd /c lua a.lua', 'CORP\\ann', '31', '', 'cmd.exe'],
    ['pc2', 'C:\\a&b\\lua.exe', 'lua <x> &lt;', 'CORP\\bob', '', 'BB', 'lua.exe'],
    ['pc3', 'luajit', 'luajit x', '', '7', '', 'luajit'],
  ]);
});

test.each([
  ['imProcessCreate(commandline_has_any = dynamic(["lua"]))', 2n],
  ['imProcessCreate(commandline_has_all = dynamic(["lua", "cmd"]), eventtype = "ProcessCreated")', 1n],
  ['_Im_ProcessCreate(hashes_has_any = dynamic(["bb"]), starttime = datetime(2024-01-01))', 1n],
  ['_Im_ProcessCreate(endtime = datetime(2023-01-01))', 0n],
  ['_Im_ProcessCreate(targetusername_has = "ann", disabled = false)', 1n],
  ['_Im_ProcessTerminate', 1n],
  ['_ASim_ProcessEvent', 4n],
  ['ASimProcessEventCreate(disabled = true)', 0n],
])('%s gives the rows that its filters ask for', async (parser, count) => {
  expect((await ask(`${parser} | count`, audit, sysmon, defender)).rows).toEqual([[count]]);
});
