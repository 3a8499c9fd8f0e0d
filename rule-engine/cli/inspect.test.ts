import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspect } from './inspect.ts';

const folder = mkdtempSync(join(tmpdir(), 'penumbra-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...args: string[]) {
  let text = '';
  let messages = '';
  const code = await inspect(args, {
    result: (part) => {
      text += part;
    },
    message: (part) => {
      messages += part;
    },
  });
  return { code, text, messages };
}

const events = write(
  'events.csv',
  'Timestamp,FileName,ProcessCommandLine,AccountName\n2026-01-05T00:00:00Z,lua,lua a,\nbad,lua,lua b,\n',
);

describe('penumbra inspect', () => {
  it('prints a report a file', async () => {
    const { code, text } = await run(events);
    expect(code).toBe(0);
    const [report] = JSON.parse(text);
    expect(report).toMatchObject({ name: events, format: 'csv', records: 2, errorCount: 1, errors: [{ line: 3 }] });
    expect(report.tables[0]).toMatchObject({ table: 'DeviceProcessEvents', rows: 2 });
  });

  it('says what the file holds of the columns that a rule reads: of the one that comes along, or of another', async () => {
    const shipped = JSON.parse((await run(events)).text)[0].coverage;
    expect(shipped[0].summary).toMatch(/^This rule needs \d+ columns of DeviceProcessEvents: .* missing$/);
    const rule = write(
      'rule.kql',
      'DeviceProcessEvents | where FileName == "lua" and AccountName == "x" and SHA256 == ""',
    );
    const [report] = JSON.parse((await run('--rule', rule, events)).text);
    expect(report.coverage).toMatchObject([
      {
        table: 'DeviceProcessEvents',
        rows: 2,
        summary: 'This rule needs 3 columns of DeviceProcessEvents: 1 filled, 1 always empty, 1 missing',
      },
    ]);
  });

  it('knows the columns that only the file has', async () => {
    const path = write('own.ndjson', '{"colour":"red"}\n');
    const rule = write('own.kql', 'own | where colour == "red"');
    const [report] = JSON.parse((await run(path, '--rule', rule)).text);
    expect(report.coverage[0].summary).toBe('This rule needs 1 column of own: 1 filled');
  });

  it('prints the same for people', async () => {
    const { text } = await run(events, '--format', 'text');
    expect(text).toContain('Delimited text (CSV, TSV), 2 records, 1 error.');
    expect(text).toContain('! line 3: Timestamp is a datetime');
    expect(text).toContain('DeviceProcessEvents: 2 rows, 2026-01-05T00:00:00.0000000Z to');
    expect(text).toMatch(/This rule needs \d+ columns of DeviceProcessEvents/);
  });

  it('fails for a file that is not there, and goes on with the others', async () => {
    const path = write('events.ndjson', '{"FileName":"lua","FolderPath":"/usr/bin/lua"}\n');
    const { code, text } = await run(join(folder, 'nothing'), path);
    const reports = JSON.parse(text);
    expect([code, reports.length, reports[1].records]).toEqual([1, 2, 1]);
    expect(reports[0].error).toBe(`${join(folder, 'nothing')} can't be opened: there is no such file`);
  });

  it('fails for a rule that can’t be read, and says how it is called', async () => {
    const broken = write('broken.kql', 'DeviceProcessEvents | where');
    const { code, text } = await run(events, '--rule', broken);
    expect([code, JSON.parse(text)[0].ruleError]).toEqual([1, expect.stringContaining("The rule can't be read")]);
    expect(await run(events, '--rule', join(folder, 'nothing'))).toMatchObject({ code: 1, text: '' });
    const without = await run();
    expect([without.code, without.messages]).toEqual([2, expect.stringContaining('Usage: penumbra inspect')]);
  });
});
