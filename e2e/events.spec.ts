import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import {
  csvFile,
  damagedFile,
  gzipFile,
  host,
  huntingResponseFile,
  longCsv,
  ndjsonFile,
  pastedText,
} from './sample-files.ts';
import { Workbench } from './workbench.ts';

test('dropped files of four kinds add their rows, and removing one takes its rows away', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  await workbench.drop([csvFile, ndjsonFile, gzipFile, huntingResponseFile]);
  await expect.poll(() => workbench.count('All events')).toBe(all + 8);
  await expect(workbench.source(csvFile.name)).toContainText('Delimited text');
  await expect(workbench.source(ndjsonFile.name)).toContainText('JSON lines');
  await expect(workbench.source(gzipFile.name)).toContainText('gzip');
  await expect(workbench.source(huntingResponseFile.name)).toContainText('hunting API response');
  await workbench.search.fill(host);
  await expect(workbench.rows).toHaveCount(4);
  await page.getByRole('button', { name: `Remove ${gzipFile.name}` }).click();
  await expect.poll(() => workbench.count('All events')).toBe(all + 6);
  await expect(workbench.rows).toHaveCount(3);
});

test('a dropped folder gives the files in it, however deep, and by their names', async ({ page }, info) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  const folder = info.outputPath('case');
  await mkdir(`${folder}/day-10/host`, { recursive: true });
  await mkdir(`${folder}/day-9`);
  await writeFile(`${folder}/day-10/host/late.csv`, csvFile.buffer);
  await writeFile(`${folder}/day-9/early.ndjson`, ndjsonFile.buffer);
  await writeFile(`${folder}/day-9/.DS_Store`, 'of the system');
  await workbench.dropFolder(folder);
  await expect.poll(() => workbench.count('All events')).toBe(all + 4);
  await expect(page.getByRole('button', { name: /^Remove / }).last()).toHaveAccessibleName('Remove late.csv');
  await expect(workbench.source('early.ndjson')).toBeVisible();
  await expect(page.getByText('.DS_Store')).toHaveCount(0);
});

test('a source says what was understood of it and which lines were bad, and is read another way at wish', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  await workbench.pick(damagedFile);
  await expect.poll(() => workbench.count('All events')).toBe(all + 2);
  const source = workbench.source(damagedFile.name);
  await expect(source).toContainText('1 bad record');
  await workbench.pick({ name: 'nothing.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await expect(workbench.source('nothing.csv')).toContainText('The file is empty');
  await expect(page.getByText('1 not read', { exact: true })).toBeVisible();
  await source.getByRole('button').first().click();
  await expect(source).toContainText('Line 2:');
  await expect(source.getByRole('cell', { name: 'ProcessCommandLine' }).first()).toBeVisible();
  await expect(source.getByText(/Not in this source: \d+/)).toBeVisible();

  await source.getByLabel('Format').selectOption({ label: 'Delimited text (CSV, TSV)' });
  await expect(source).toContainText('Delimited text');
  await expect(source).toHaveCount(1);
  // What was opened to choose it stays open.
  await expect(source.getByLabel('Format')).toBeVisible();
});

test('a load that is cancelled leaves nothing behind', async ({ page }, info) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  const file = info.outputPath('long.csv');
  await writeFile(file, longCsv());
  // The button is pressed the moment it is there, however fast the machine reads.
  await page.evaluate((label) => {
    const press = (): void => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
    new MutationObserver(press).observe(document.body, { childList: true, subtree: true });
  }, 'Stop reading long.csv');
  await workbench.pick(file);
  await workbench.pick(csvFile);
  await expect.poll(() => workbench.count('All events')).toBe(all + 2);
  await expect(page.getByText('long.csv')).toHaveCount(0);
});

test('pasted text is read as a file is', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  await page.getByRole('button', { name: 'Paste' }).click();
  await page.getByLabel(/Events as CSV/).fill(pastedText);
  await page.getByRole('button', { name: 'Load', exact: true }).click();
  await expect.poll(() => workbench.count('All events')).toBe(all + 2);
  await expect(workbench.source('pasted text')).toContainText('Delimited text');
});

test('event files that the browser kept and that can’t be opened again are told, and the samples are open', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const all = await workbench.count('All events');
  await workbench.leave('events', { files: [{ file: 'mine.csv' }], left: null });

  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'can’t be opened again' })).toBeVisible();
  await workbench.untilRead();
  expect(await workbench.count('All events')).toBe(all);
});

test('labels that the browser kept and that can’t be read are told, and the rule is evaluated', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const all = await workbench.count('All events');
  await workbench.leave('labels', { labels: [null, { fingerprint: 5 }], samples: 7 });

  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'Some of the labels' })).toBeVisible();
  await workbench.untilRead();
  expect(await workbench.count('All events')).toBe(all);
});

test('preferences that the browser kept and that can’t be used give way to those of a first visit', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await page.goto('/favicon.svg');
  await page.evaluate(() => {
    const layouts = { main: { rule: 'half' } };
    const state = { theme: 'purple', density: 'compact', dockTab: 'gone', layouts };
    localStorage.setItem('penumbra:preferences', JSON.stringify({ state, version: 0 }));
  });
  await workbench.open();
  await expect(workbench.panel('Events')).toHaveAttribute('aria-selected', 'true');
});

test('hundreds of files at once are all read, none by the page; the list shows some, and the others when asked', async ({
  page,
}) => {
  await page.addInitScript(() => {
    File.prototype.text = () => Promise.reject(new Error('The page reads a file, which holds it up'));
  });
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  const [head, row] = csvFile.buffer.toString().split('\n');
  const buffer = Buffer.from(`${head}\n${row}\n`);
  const files = Array.from({ length: 300 }, (_, index) => ({ ...csvFile, name: `small-${index}.csv`, buffer }));
  const query = Buffer.from('DeviceProcessEvents | where FileName has "lua"');
  await workbench.drop([...files, { name: 'rule.txt', mimeType: 'text/plain', buffer: query }]);
  await expect.poll(() => workbench.count('All events')).toBe(all + 300);
  const listed = page.getByRole('button', { name: /^Remove / });
  await expect(listed).toHaveCount(200);
  await page.getByRole('button', { name: 'List more files' }).click();
  await expect(listed).toHaveCount(309);
});

test('rows of a table that the rule does not read are told apart from those that it reads', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  const line = 'Mar 12 12:00:00 gate sshd[811]: Accepted publickey for ana from 10.0.0.7 port 52211 ssh2';
  const file = { name: 'auth.log', mimeType: 'text/plain', buffer: Buffer.from(`${line}\n${line}\n`) };
  const status = page.getByRole('contentinfo');
  await expect(status).not.toContainText('in DeviceProcessEvents');
  await workbench.pick(file);
  await expect(status).toContainText(`${(all + 2).toLocaleString('en')} rows loaded`);
  await expect(status).toContainText(`${all.toLocaleString('en')} in DeviceProcessEvents`);
  expect(await workbench.count('All events')).toBe(all);
});

test('files that end before the rule’s time are told of a rule that asks for the time, and of no other', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const text = csvFile.buffer.toString('utf8').replaceAll('2026-03-12', '2021-03-12');
  await workbench.pick({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const told = page.getByRole('region', { name: 'Sources before the rule’s time' });
  await expect(told).toContainText('1 of 10 sources end before the 24 h');
  const rule = 'DeviceProcessEvents\n| where FileName =~ "lua.exe"\n';
  await workbench.drop([{ name: 'any-time.kql', mimeType: 'text/plain', buffer: Buffer.from(rule) }]);
  await workbench.panel('Events').click();
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThan(0);
  await expect(told).toBeHidden();
});
