import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from './check.ts';

async function checked(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'check-')), 'rules.kql');
  writeFileSync(file, text);
  let written = '';
  const code = await check([file], (line) => {
    written += line;
  });
  const lines = written.split('\n').filter((line) => line !== '');
  return { code, told: lines.map((line) => JSON.parse(line)) };
}

test('each query of a file that holds several is checked at its place', async () => {
  const { code, told } = await checked(
    'DeviceEvents | take 1\n\nNot for Sentinel.\n\nDeviceEvents\n| where Nope == 1\n',
  );
  expect(code).toBe(1);
  expect(told).toMatchObject([
    { code: 'no-query', severity: 'warning', line: 3, column: 1 },
    { code: 'KS142', severity: 'error', line: 6, column: 9 },
  ]);
});

test('a query that does not parse is an error beside one that does', async () => {
  const { code, told } = await checked('DeviceEvents | take 1\n\nDeviceEvents\n| where (\n');
  expect(code).toBe(1);
  expect(told).toMatchObject([{ code: 'no-query', severity: 'error', line: 3 }]);
});
