import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('rows are searched, kept by a value, filtered by a column and sorted', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  await workbench.tab('All events').click();
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(all + 1));

  await workbench.search.fill('whoami');
  await expect(workbench.grid).not.toHaveAttribute('aria-rowcount', String(all + 1));
  await expect(workbench.rows.first()).toContainText('whoami');
  await workbench.search.fill('');
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(all + 1));

  await page.getByRole('button', { name: 'Facets' }).click();
  const facet = page.getByRole('region', { name: 'FileName', exact: true });
  const value = facet.getByRole('button').first();
  const [, rows] = /(\d[\d,]*)$/.exec((await value.textContent()) ?? '') ?? [];
  await value.click();
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(Number(rows.replace(/,/g, '')) + 1));
  await page.getByRole('button', { name: 'Clear all' }).click();

  await page.getByRole('button', { name: /^DeviceName: filter/ }).press('Enter');
  await page.getByLabel('Contains').fill('web-0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('DeviceName contains “web-0”')).toBeVisible();
  await expect(workbench.rows.first()).toContainText('web-0');
  await page.getByRole('button', { name: 'Clear all' }).click();

  const header = page.getByRole('columnheader', { name: /^Timestamp/ });
  const first = async (): Promise<string> => (await workbench.rows.first().textContent()) ?? '';
  await header.getByRole('button').first().click();
  await expect(header).toHaveAttribute('aria-sort', /ascending|descending/);
  const before = await first();
  await header.getByRole('button').first().click();
  await expect.poll(first).not.toBe(before);
});

test('the keyboard alone runs a command, walks the rows and reads the evidence', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.command('excluded');
  await expect(workbench.tab('Excluded')).toHaveAttribute('aria-selected', 'true');
  await workbench.command('hits');
  await expect(workbench.tab('Hits')).toHaveAttribute('aria-selected', 'true');

  const hasFocus = (): Promise<boolean> => workbench.grid.evaluate((grid) => grid === document.activeElement);
  await page.keyboard.press('F6');
  while (
    !(await page.getByRole('region', { name: 'Results' }).evaluate((part) => part.contains(document.activeElement)))
  )
    await page.keyboard.press('F6');
  for (let stop = 0; stop < 40 && !(await hasFocus()); stop++) await page.keyboard.press('Tab');
  expect(await hasFocus()).toBe(true);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(workbench.row.getByRole('region', { name: 'Evidence' })).toContainText('has_any');
  await page.keyboard.press('ArrowDown');
  await expect(workbench.grid).toHaveAttribute('aria-activedescendant', 'row-2');
  await page.keyboard.press('Escape');
  await expect(workbench.row).toBeHidden();
  await page.keyboard.press('End');
  const hits = await workbench.count('Hits');
  await expect(workbench.grid.locator(`#row-${hits - 1}`)).toBeInViewport();
});

test('rows are copied in each format and saved to a file, and the whole query is copied', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const hits = await workbench.count('Hits');
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const copy = async (format: string): Promise<void> => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: 'Copy or save rows' }).click();
    await page.getByRole('menuitem', { name: format }).first().click();
    await expect.poll(copied).not.toBe('');
  };
  await copy('CSV');
  expect(await copied()).toMatch(/^Timestamp,DeviceName,AccountName,FileName,/);
  await copy('NDJSON');
  const lines = (await copied()).trimEnd().split('\n');
  expect(lines).toHaveLength(hits);
  expect(JSON.parse(lines[0])).toHaveProperty('ProcessCommandLine');
  await copy('Markdown table');
  expect((await copied()).split('\n')[1]).toMatch(/^\|[ :-]+\|/);
  await copy('KQL datatable');
  expect(await copied()).toMatch(/^datatable ?\(/);

  await page.getByRole('button', { name: 'Copy or save rows' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).last().click();
  expect((await download).suggestedFilename()).toBe('hits.csv');

  await page.getByRole('button', { name: 'Copy the whole query' }).click();
  await expect.poll(copied).toContain('let LuaPatterns = dynamic([');
  expect(await copied()).toContain('| sort by Timestamp desc');
});
