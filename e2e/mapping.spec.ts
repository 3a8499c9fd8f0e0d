import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

const events = {
  name: 'tools.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'Timestamp,FileName,ProcessCommandLine,AccountName,DeviceId,box\n2026-03-01T10:00:00Z,lua,lua a.lua,root,1,mapped-host\n2026-03-01T11:00:00Z,lua,lua b.lua,root,2,\n',
  ),
};

test('the panel says how well the columns that the rule needs are filled', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.panel('Events').click();
  const coverage = page.getByRole('region', { name: 'Columns that the rule needs' });
  await expect(coverage).toContainText(/This rule needs \d+ columns of DeviceProcessEvents: \d+ filled/);
  await coverage.locator('summary').click();
  await expect(coverage).toContainText('ProcessCommandLine');
});

test('a left-over field is mapped, by keyboard, and the next file of the shape is read that way', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  await workbench.pick(events);
  await expect.poll(() => workbench.count('All events')).toBe(all + 2);
  const source = workbench.source(events.name);
  await source.getByRole('button').first().click();
  await source.getByText('Fields that fill no column: 1').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(source.getByRole('button', { name: /^Map to….*box$/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(source.getByLabel('Map box to')).toBeFocused();
  await source.getByLabel('Map box to').selectOption('DeviceName');
  await expect(source.getByRole('region', { name: 'Preview' })).toContainText('mapped-host');
  await source.getByLabel('Name of the mapping').fill('Boxes');
  await page.keyboard.press('Enter');
  await workbench.tab('All events').click();
  await workbench.search.fill('mapped-host');
  await expect(workbench.rows).toHaveCount(1);
  await workbench.search.fill('');
  await expect.poll(() => workbench.count('All events')).toBe(all + 2);

  await page.reload();
  await workbench.rows.first().waitFor();
  await workbench.pick({ ...events, name: 'more.csv' });
  await workbench.source('more.csv').getByRole('button').first().click();
  await expect(workbench.source('more.csv')).toContainText('DeviceProcessEvents by Boxes');

  await page.getByText('Your mappings: 1').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export Boxes' }).click();
  const file = await (await download).path();
  const exported = readFileSync(file);
  expect(JSON.parse(exported.toString())).toMatchObject({ name: 'Boxes', columns: { DeviceName: 'box' } });
  await page.getByRole('button', { name: 'Remove mapping Boxes' }).click();
  await expect(page.getByText('Your mappings: 0')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import mappings' }).click();
  await (await chooser).setFiles({ name: 'boxes.json', mimeType: 'application/json', buffer: exported });
  await expect(page.getByText('Your mappings: 1')).toBeVisible();
});
