import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from './check.ts';
import { evalCommand } from './eval.ts';
import { main } from './main.ts';

const usage = 'Usage: penumbra batch|check|convert|eval|inspect|test ...\n';

it.each([
  [[], 2, usage],
  [['help'], 0, usage],
  [['--help'], 0, usage],
  [['constructor'], 2, `There is no command constructor\n${usage}`],
])('penumbra %j', async (args, code, text) => {
  let told = '';
  const exit = await main(args, (part) => {
    told += part;
  });
  expect([exit, told]).toEqual([code, text]);
});

it('a file that can’t be opened is named, with the reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'penumbra-'));
  const missing = join(folder, 'missing.csv');
  const told: string[] = [];
  const output = { result: () => {}, message: (text: string) => void told.push(text) };
  expect(await evalCommand(['rule.kql', '--events', missing], output)).toBe(1);
  expect(await evalCommand(['rule.kql', '--events', folder], output)).toBe(1);
  expect(told).toEqual([
    `${missing} can't be opened: there is no such file\n`,
    `${folder} can't be opened: it is a folder\n`,
  ]);
  const lines: string[] = [];
  expect(await check([missing], (line) => void lines.push(line))).toBe(1);
  expect(JSON.parse(lines[0])).toMatchObject({
    code: 'unreadable',
    message: `${missing} can't be opened: there is no such file`,
  });
});
