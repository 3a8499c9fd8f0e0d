import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { makeGlobals } from './globals.ts';

const globals = makeGlobals([
  {
    name: 'DeviceProcessEvents',
    columns: [
      { name: 'Timestamp', type: 'datetime' },
      { name: 'DeviceName', type: 'string' },
      { name: 'FileName', type: 'string' },
      { name: 'ProcessCommandLine', type: 'string' },
    ],
  },
]);

const lua = `let LuaPatterns = dynamic(["lua.exe", "lua5"]);
DeviceProcessEvents
| where Timestamp > ago(24h)
| where FileName has_any ("lua", "luajit") or ProcessCommandLine has_any (LuaPatterns)
| where not(FileName =~ "nmap.exe")
| extend OsExec = ProcessCommandLine has_any ("os.execute(", "io.popen(")
| project Timestamp, DeviceName, OsExec
| sort by Timestamp desc`;

test('the pipeline of a detection rule becomes a chain of plan nodes', () => {
  const { plan, diagnostics } = compile(lua, globals);
  expect(diagnostics).toEqual([]);
  const kinds: string[] = [];
  for (let node = plan; node !== undefined; node = 'input' in node ? node.input : undefined) kinds.unshift(node.kind);
  expect(kinds).toEqual(['table', 'where', 'where', 'where', 'extend', 'project', 'sort']);
  expect(plan?.columns).toEqual([
    { name: 'Timestamp', type: 'datetime' },
    { name: 'DeviceName', type: 'string' },
    { name: 'OsExec', type: 'bool' },
  ]);
});

test('a wrong column is an error at its place', () => {
  const { plan, diagnostics } = compile('DeviceProcessEvents | where Nope == 1', globals);
  expect(plan).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'KS142', severity: 'error', span: { start: 28, length: 4 } }]);
});

test('what can’t be read comes before what is wrong because of it', () => {
  const { diagnostics } = compile('print d = dynamic({}) | extend s = isnull(d.missing)', globals);
  expect(diagnostics.map(({ code }) => code)).toEqual(['KS006', 'KS005', 'KS228', 'KS119', 'KS142']);
});

test('keys of a join that are of unlike types are an error at their condition', () => {
  const text = 'print n = 1, k = int(2) | join (print m = 1.5, k = 3) on $left.k == $right.k and $left.n == $right.m';
  const { diagnostics } = compile(text, globals);
  expect(diagnostics).toMatchObject([{ code: 'KS242', span: { start: text.indexOf('$left.n'), length: 19 } }]);
});

test.each([
  ['Nowhere | graph-match (a)-->(b) project a.x', 'not-a-graph', 10],
  ['nothing() | graph-match (a)-->(b) project a.x', 'not-a-graph', 12],
  ['Nowhere | graph-match (a)-->(b) project', 'KS006', 39],
])('a graph operator after no graph: %s', (text, code, start) => {
  expect(compile(text, globals)).toMatchObject({ plan: undefined, diagnostics: [{ code, span: { start } }] });
});

test('a text that nests thousands deep is refused in words', () => {
  const text = `print x = ${'('.repeat(20_000)}1${')'.repeat(20_000)}`;
  const { plan, diagnostics } = compile(text, globals);
  expect(plan).toBeUndefined();
  // The service's own limit, or the end of the stack where that is smaller.
  expect(diagnostics).toMatchObject([{ severity: 'error', message: expect.stringMatching(/too deeply|depth/) }]);
});

test('so is one that the stack does not hold, whoever parses it', () => {
  const overflow = () => {
    throw new RangeError('Maximum call stack size exceeded');
  };
  expect(compile('print 1', globals, undefined, overflow).diagnostics).toMatchObject([{ code: 'too-deep' }]);
});

test('a wildcard that matches no column leaves all of them, or none', () => {
  const columns = (query: string) => compile(query, globals).plan?.columns.map(({ name }) => name);
  expect(columns('print a = 1, b1 = 2 | project-away *1, *2')).toEqual(['a']);
  expect(columns('print a = 1, b = 2 | project-keep x*, b')).toEqual(['b']);
  expect(columns('print a = 1, b = 2 | project-reorder x*, b')).toEqual(['b', 'a']);
  expect(columns('print a = 1 | project-away b')).toBeUndefined();
});
