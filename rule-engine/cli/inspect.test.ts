import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspect } from './inspect.ts';

const folder = mkdtempSync(join(tmpdir(), 'penumbra-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...files: string[]) {
  let text = '';
  const code = await inspect(files, (part) => {
    text += part;
  });
  return { code, reports: JSON.parse(text) };
}

describe('penumbra inspect', () => {
  it('prints a report a file', async () => {
    const path = join(folder, 'events.csv');
    writeFileSync(path, 'Timestamp,FileName,ProcessCommandLine\n2026-01-05T00:00:00Z,lua,lua a\nbad,lua,lua b\n');
    const { code, reports } = await run(path);
    expect(code).toBe(0);
    expect(reports[0]).toMatchObject({ name: path, format: 'csv', records: 2, errorCount: 1, errors: [{ line: 3 }] });
    expect(reports[0].tables[0]).toMatchObject({ table: 'DeviceProcessEvents', rows: 2 });
  });

  it('fails for a file that is not there, and goes on with the others', async () => {
    const path = join(folder, 'events.ndjson');
    writeFileSync(path, '{"FileName":"lua","FolderPath":"/usr/bin/lua"}\n');
    const { code, reports } = await run(join(folder, 'nothing'), path);
    expect([code, reports.length, reports[1].records]).toEqual([1, 2, 1]);
    expect(reports[0].error).toContain('ENOENT');
  });
});
