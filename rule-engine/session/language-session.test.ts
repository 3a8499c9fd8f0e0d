import { expect, test } from 'vitest';
import { spanEnd } from '../base/span.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { applyEdits } from '../rule/apply-edits.ts';
import { createLanguageSession } from './language-session.ts';
import type { LanguageMethods } from './protocol/language-methods.ts';

const processEvents = {
  name: 'DeviceProcessEvents',
  columns: [
    { name: 'Timestamp', type: 'datetime' },
    { name: 'DeviceName', type: 'string' },
    { name: 'FileName', type: 'string' },
    { name: 'ProcessCommandLine', type: 'string', description: 'Command line of the new process' },
  ],
} as const;

const patterns = 'let LuaPatterns = dynamic(["lua.exe", "lua5"]);\n';
const detection = 'DeviceProcessEvents\n| where ProcessCommandLine has_any (LuaPatterns)\n';

const session = createLanguageSession([processEvents]);

async function ask<K extends keyof LanguageMethods>(
  method: K,
  params: LanguageMethods[K]['params'],
  signal: AbortSignal = new AbortController().signal,
): Promise<LanguageMethods[K]['result']> {
  const handler = session[method] as (
    params: LanguageMethods[K]['params'],
    context: { signal: AbortSignal; progress: () => void },
  ) => Promise<LanguageMethods[K]['result']>;
  return handler(params, { signal, progress: () => undefined });
}

/** The text without its `¦`, and where that stood. */
function caret(marked: string): { text: string; position: number } {
  return { text: marked.replace('¦', ''), position: marked.indexOf('¦') };
}

test('completion in the detection offers the list that the patterns declare, and the columns of the table', async () => {
  const completions = await ask('complete', caret(`${patterns}DeviceProcessEvents\n| where FileName has_any (¦)`));
  const labels = completions.map((item) => item.label);
  expect(labels).toEqual(expect.arrayContaining(['LuaPatterns', 'ProcessCommandLine']));
  expect(completions.find((item) => item.label === 'LuaPatterns')?.kind).toBe('variable');
  expect(completions.find((item) => item.label === 'Timestamp')).toMatchObject({ kind: 'column', detail: 'datetime' });
});

test('completion replaces the word at the caret and puts the caret between the parentheses of a function', async () => {
  const query = caret(`${patterns}DeviceProcessEvents | extend Name = tolo¦`);
  const tolower = (await ask('complete', query)).find((item) => item.label === 'tolower');
  expect(tolower).toMatchObject({ kind: 'function', before: 'tolower(', after: ')' });
  expect(query.text.slice(tolower?.replace.start, spanEnd(tolower?.replace ?? { start: 0, length: 0 }))).toBe('tolo');
});

test('operators are offered with what they do', async () => {
  const completions = await ask('complete', caret('DeviceProcessEvents | where FileName ¦'));
  expect(completions.find((item) => item.label === 'has')).toMatchObject({ kind: 'operator' });
  expect(completions.find((item) => item.label === 'has')?.detail).toContain('whole terms');
});

test('functions of clusters that no browser can reach are not offered', async () => {
  const labels = (await ask('complete', caret('¦'))).map((item) => item.label);
  expect(labels).toContain('DeviceProcessEvents');
  expect(labels).not.toContain('cluster');
});

test('a rename of a list reaches its declaration and every reference, in whichever segment they stand', async () => {
  const text = `${patterns}${detection}`;
  const edits = await ask('rename', { text, position: text.indexOf('LuaPatterns)'), name: 'Needles' });
  expect(applyEdits(text, edits)).toBe(text.replaceAll('LuaPatterns', 'Needles'));
});

test('a column that the query computes can be renamed, one of the table can not', async () => {
  const text = 'DeviceProcessEvents | extend IsLua = FileName has "lua" | where IsLua | project FileName';
  const edits = await ask('rename', { text, position: text.lastIndexOf('IsLua'), name: 'Lua' });
  expect(applyEdits(text, edits)).toBe(text.replaceAll('IsLua', 'Lua'));
  const column = ask('rename', { text, position: text.lastIndexOf('FileName'), name: 'Name' });
  await expect(column).rejects.toMatchObject({ diagnostic: { code: 'cannot-rename' } });
});

test('a rename to a name in use, or to no name, is refused', async () => {
  const text = `${patterns}${detection}`;
  const position = text.indexOf('LuaPatterns');
  for (const name of ['ProcessCommandLine', '5lua', 'a b', '']) {
    const renamed = ask('rename', { text, position, name });
    await expect(renamed).rejects.toMatchObject({ diagnostic: { code: 'cannot-rename' } });
  }
});

test('the definition of a list is in the patterns', async () => {
  const text = `${patterns}${detection}`;
  const definition = await ask('definition', { text, position: text.lastIndexOf('LuaPatterns') + 3 });
  expect(definition).toEqual({ start: patterns.indexOf('LuaPatterns'), length: 'LuaPatterns'.length });
  expect(await ask('definition', { text, position: text.indexOf('DeviceProcess') })).toBeNull();
});

test('a diagnostic stands at its place in the whole query', async () => {
  const text = `${patterns}DeviceProcessEvents\n| where Filename == "lua"`;
  const { plan, diagnostics } = await ask('compile', { text });
  expect(plan).toBeUndefined();
  expect(diagnostics).toMatchObject([
    { code: 'KS142', severity: 'error', span: { start: text.indexOf('Filename'), length: 8 } },
  ]);
});

test('loaded tables are known once they are told, with the columns that they have besides', async () => {
  const compile = async () => (await ask('compile', { text: 'Custom_CL | project Message' })).diagnostics;
  expect(await compile()).toMatchObject([{ code: 'KS204' }]);
  const custom = { name: 'Custom_CL', columns: [{ name: 'Message', type: 'string' }] } as const;
  const enriched = { name: 'DeviceProcessEvents', columns: [{ name: 'Scenario', type: 'string' }] } as const;
  await ask('tables', { tables: [custom, enriched] });
  expect(await compile()).toEqual([]);
  const both = await ask('compile', { text: 'DeviceProcessEvents | project FileName, Scenario' });
  expect(both.diagnostics).toEqual([]);
});

test('formatting changes white space alone', async () => {
  const text = `${patterns}DeviceProcessEvents|where   FileName=="a  b"   // as  it is\n|  project FileName,Timestamp`;
  const edits = await ask('format', { text });
  const formatted = applyEdits(text, edits);
  expect(formatted.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  expect(formatted).toContain('DeviceProcessEvents\n| where FileName == "a  b"');
  expect(formatted).toContain('// as  it is');
  expect(formatted).toContain('| project FileName, Timestamp');
});

test('formatting a segment leaves the others as they are', async () => {
  const messy = 'let   LuaPatterns=dynamic(["lua"]);\n';
  const text = `${messy}DeviceProcessEvents|where FileName=="a"`;
  const span = { start: messy.length, length: text.length - messy.length };
  const formatted = applyEdits(text, await ask('format', { text, span }));
  expect(formatted.startsWith(messy)).toBe(true);
  expect(formatted.slice(messy.length)).toBe('DeviceProcessEvents\n| where FileName == "a"');
});

test('hover tells the type and description of a column, the value of a let, and what a string operator matches', async () => {
  const text = `${patterns}${detection}`;
  const at = (word: string) => ask('hover', { text, position: text.indexOf(word) + 1 });
  expect((await at('ProcessCommandLine'))?.markdown).toContain('Command line of the new process');
  expect((await at('LuaPatterns)'))?.markdown).toContain('"lua.exe"');
  const operator = await at('has_any');
  expect(operator?.markdown).toContain('terms');
  expect(operator?.span).toEqual({ start: text.indexOf('has_any'), length: 7 });
});

test('the signature of the innermost call, with the argument at the caret', async () => {
  const signature = await ask('signature', caret('print strcat("a", substring("text", ¦))'));
  expect(signature?.signatures[0].label).toMatch(/^substring\(/);
  expect(signature?.argument).toBe(1);
  expect(await ask('signature', caret('print ¦strcat("a")'))).toBeNull();
});

test.each([
  ['where FileName !has_any ("a", "b")', 'where not(FileName has_any ("a", "b"))'],
  ['where FileName !has_all (Names)', 'where not(FileName has_all (Names))'],
  ['where FileName !matches regex "^a"', 'where not(FileName matches regex "^a")'],
  ['where tolower(FileName) !has_any ("a")', 'where not(tolower(FileName) has_any ("a"))'],
  ['where A.b["c"] !has_any ("a")', 'where not(A.b["c"] has_any ("a"))'],
  ['where X == 1 and FileName not has_any ("a") and Y', 'where X == 1 and not(FileName has_any ("a")) and Y'],
  ['where FileName not in ("a")', 'where FileName !in ("a")'],
  ['where FileName not contains "a"', 'where FileName !contains "a"'],
  ['where FileName !=~ "a"', 'where FileName !~ "a"'],
  ['where FileName == "a" && true', 'where FileName == "a" and true'],
  ['where FileName == "a" || true', 'where FileName == "a" or true'],
  ['where FileName has "a" AND true', 'where FileName has "a" and true'],
  ['where Filename == "a"', 'where FileName == "a"'],
  ['where ProcesCommandLine == "a"', 'where ProcessCommandLine == "a"'],
  ['where tolowr(FileName) == "a"', 'where tolower(FileName) == "a"'],
  ['wher FileName == "a"', 'where FileName == "a"'],
])('quick fix: %s', async (faulty, repaired) => {
  const text = `DeviceProcessEvents | ${faulty}`;
  const fixes = await ask('fixes', { text, span: { start: 0, length: text.length } });
  const results = fixes.map((fix) => applyEdits(text, fix.edits as TextEdit[]));
  expect(results).toContain(`DeviceProcessEvents | ${repaired}`);
});

test('nothing is offered where nothing is wrong', async () => {
  const text = 'DeviceProcessEvents | where not(FileName has_any ("a")) and FileName !in ("b")';
  expect(await ask('fixes', { text, span: { start: 0, length: text.length } })).toEqual([]);
});

test('names are classified by what they are bound to', async () => {
  const text = `${patterns}${detection}`;
  const classes = await ask('classify', { text });
  const kindsOf = (word: string) =>
    classes.filter(({ span }) => text.slice(span.start, spanEnd(span)) === word).map(({ kind }) => kind);
  expect(kindsOf('LuaPatterns')).toEqual(['variable', 'variable']);
  expect(kindsOf('DeviceProcessEvents')).toEqual(['table']);
  expect(kindsOf('ProcessCommandLine')).toEqual(['column']);
});

test('a request that was cancelled while it waited is not answered', async () => {
  const controller = new AbortController();
  const answer = ask('compile', { text: detection }, controller.signal);
  controller.abort();
  await expect(answer).rejects.toThrow();
});

test('half-typed text breaks no service', async () => {
  const text = `${patterns}${detection}| where not(FileName has_any ("a`;
  for (let position = 0; position <= text.length; position += 7) {
    const half = text.slice(0, position);
    await ask('compile', { text: half });
    await ask('complete', { text: half, position });
    await ask('hover', { text: half, position });
    await ask('format', { text: half });
    await ask('definition', { text: half, position });
    await ask('signature', { text: half, position });
    await ask('fixes', { text: half, span: { start: 0, length: half.length } });
    await ask('classify', { text: half });
  }
});

test('a rule of another tool is read into segments, and written in its form again', async () => {
  const text = `${patterns}${detection}| where FileName != "luac.exe"\n| project Timestamp, FileName\n`;
  const read = await ask('import-rule', { files: [{ name: 'odd.kql', text }] });
  expect(read.metadata.title).toBe('odd');
  expect(read.segments).toEqual({
    patterns,
    detection,
    exclusions: '| where FileName != "luac.exe"\n',
    output: '| project Timestamp, FileName\n',
  });
  const { metadata, segments } = read;
  const written = await ask('export-rule', { metadata, segments, format: 'sentinel-yaml' });
  expect(written.text).toContain('name: odd\n');
  const again = await ask('import-rule', { files: [{ name: 'odd.yaml', text: written.text ?? '' }] });
  expect([again.format, again.segments]).toEqual(['sentinel-yaml', segments]);
});

test('a text that the service fails to bind is told to be wrong as any other: it is checked', async () => {
  const { plan, diagnostics } = await ask('compile', { text: 'Nowhere | graph-match (a)-->(b) project a.x' });
  expect(plan).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'not-a-graph', severity: 'error' }]);
});
