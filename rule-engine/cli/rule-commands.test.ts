import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { convertCommand } from './convert.ts';
import { type CommandOutput, evalCommand } from './eval.ts';
import { testCommand } from './test.ts';

const shipped = 'public/rules/t1059-011-lua';
const files: readonly { file: string }[] = JSON.parse(readFileSync(`${shipped}/samples/manifest.json`, 'utf8')).files;
const samples = files.map(({ file }) => `${shipped}/samples/${file}`);

type RunCommand = (args: readonly string[], output: CommandOutput) => Promise<number>;

async function run(command: RunCommand, ...args: readonly string[]) {
  let result = '';
  let message = '';
  const code = await command(args, {
    result: (text) => {
      result += text;
    },
    message: (text) => {
      message += text;
    },
  });
  return { code, result, message };
}

/** Hits by scenario and event, as they are written down in tests.yaml: every `match`, with its number of rows. */
function expectedHits(): ReadonlyMap<string, number> {
  const suite = parse(readFileSync(`${shipped}/tests.yaml`, 'utf8')) as { tests: { match?: string[] }[] };
  const matches = new Set(suite.tests.flatMap(({ match }) => match ?? []));
  const expected = new Map<string, number>();
  for (const name of labelNames().values()) {
    if (matches.has(name)) expected.set(name, (expected.get(name) ?? 0) + 1);
  }
  return expected;
}

/** `scenario/event` by what the rule's result shows of a row. */
function labelNames(): ReadonlyMap<string, string> {
  const lines = readFileSync(`${shipped}/samples/labels.ndjson`, 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => {
      const { DeviceName, Timestamp, scenario, event } = JSON.parse(line);
      return [`${DeviceName} ${Timestamp}`, `${scenario}/${event}`];
    }),
  );
}

describe('penumbra eval', () => {
  it('gives, on the bundled samples, the hits that are written down by hand', async () => {
    const { code, result, message } = await run(evalCommand, shipped, '--events', ...samples, '--format', 'ndjson');
    expect(code).toBe(0);
    const names = labelNames();
    const found = new Map<string, number>();
    for (const line of result.trimEnd().split('\n')) {
      const { DeviceName, Timestamp } = JSON.parse(line);
      const name = names.get(`${DeviceName} ${Timestamp}`) ?? 'no label';
      found.set(name, (found.get(name) ?? 0) + 1);
    }
    expect([...found].sort()).toEqual([...expectedHits()].sort());
    expect(message).toContain('65 of 2215 rows; evaluation clock 2026-03-12T');
  });

  it('finds nothing by a clock that is too late', async () => {
    const { result } = await run(
      evalCommand,
      shipped,
      '--events',
      samples[0],
      '--now',
      '2027-01-01',
      '--format',
      'json',
    );
    expect(JSON.parse(result)).toEqual([]);
  });

  it('evaluates a plain query and prints it in each format', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'penumbra-'));
    const query = join(folder, 'count.kql');
    writeFileSync(query, 'DeviceProcessEvents | summarize Rows = count(), Text = take_any("a,\\"b\\"")');
    const print = async (format: string) =>
      (await run(evalCommand, query, '--events', samples[0], '--format', format)).result;
    const rows = files[0] as unknown as { rows: number };
    expect(await print('csv')).toBe(`Rows,Text\r\n${rows.rows},"a,""b"""\r\n`);
    expect(JSON.parse(await print('json'))).toEqual([{ Rows: rows.rows, Text: 'a,"b"' }]);
    expect(await print('table')).toContain('Rows  Text');
  });

  it('says how it is called', async () => {
    expect((await run(evalCommand, shipped)).code).toBe(2);
    expect((await run(evalCommand, shipped, '--event', 'x')).message).toContain('no option --event');
    expect((await run(evalCommand, shipped, '--events', 'x', '--format', 'xml')).code).toBe(2);
    expect((await run(evalCommand, 'no/such/rule', '--events', samples[0])).code).toBe(1);
  });
});

describe('penumbra test', () => {
  it('passes the shipped rule and writes JUnit XML', async () => {
    const junit = join(mkdtempSync(join(tmpdir(), 'penumbra-')), 'junit.xml');
    const { code, result } = await run(testCommand, shipped, '--junit', junit);
    expect(result).toContain('8 of 8 tests passed');
    expect(code).toBe(0);
    expect(readFileSync(junit, 'utf8')).toContain('<testsuite name="Lua execution" tests="8" failures="0"');
  });

  it('fails for a rule without tests', async () => {
    expect((await run(testCommand, `${shipped}/detection.kql`)).code).toBe(1);
    expect((await run(testCommand)).code).toBe(2);
  });
});

describe('penumbra convert', () => {
  it('gives the query as it would be pasted, and the same from each form back', async () => {
    const { result: query } = await run(convertCommand, shipped, '--to', 'kql');
    expect(query).toContain('let LuaPatterns = dynamic([');
    const folder = mkdtempSync(join(tmpdir(), 'penumbra-'));
    for (const [form, file] of [
      ['sentinel-yaml', 'rule.yaml'],
      ['arm', 'rule.json'],
      ['defender-json', 'detection.json'],
    ]) {
      const { result } = await run(convertCommand, shipped, '--to', form);
      writeFileSync(join(folder, file), result);
      expect((await run(convertCommand, join(folder, file), '--to', 'kql')).result).toBe(query);
    }
  });

  it('reports what Defender needs and the rule does not show', async () => {
    const { code, message } = await run(convertCommand, shipped, '--to', 'defender-json');
    expect(code).toBe(1);
    expect(message).toContain('Defender needs the column ReportId');
  });

  it('writes Sigma with what it must leave out', async () => {
    const { code, result, message } = await run(convertCommand, shipped, '--to', 'sigma');
    expect(code).toBe(0);
    expect(parse(result).detection.selection_2).toEqual({
      'CommandLine|contains': expect.arrayContaining(['os.execute(']),
    });
    expect(message).toContain("The exclusion 'Kong: the kong command runs its own code through resty' is left out");
  });
});
