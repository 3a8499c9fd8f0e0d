import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

const csv = [
  'Timestamp,DeviceName,AccountName,FileName,ProcessCommandLine',
  `2026-03-12T12:00:00Z,host-a,ana,lua.exe,"lua.exe -e ""os.execute('whoami')"""`,
  '2026-03-12T12:00:01Z,host-b,ben,notepad.exe,notepad.exe notes.txt',
].join('\n');

test('a picked file adds its rows, and removing it takes them away', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  await workbench.pick({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect.poll(() => workbench.count('All events')).toBe(all + 2);
  await page.getByRole('button', { name: 'Remove export.csv' }).click();
  await expect.poll(() => workbench.count('All events')).toBe(all);
});

test('a source says what was understood of it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.pick({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const entry = page.getByRole('button', { name: /^export\.csv/ });
  await entry.click();
  await expect(page.getByText(/DeviceProcessEvents by/).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'ProcessCommandLine' }).first()).toBeVisible();
});
