import { expect, type Locator, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('rows are searched, kept by a value, filtered by a column and sorted', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const all = await workbench.count('All events');
  await workbench.tab('All events').click();
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(all + 1));

  await workbench.search.fill('whoami');
  await expect(workbench.grid).not.toHaveAttribute('aria-rowcount', String(all + 1));
  await expect(workbench.topRow).toContainText('whoami');
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
  await expect(workbench.topRow).toContainText('web-0');
  await page.getByRole('button', { name: 'Clear all' }).click();

  const header = page.getByRole('columnheader', { name: /^Timestamp/ });
  const first = async (): Promise<string> => (await workbench.topRow.textContent()) ?? '';
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
  expect(await hasFocus()).toBe(true);
  await workbench.command('guide');
  await expect(workbench.panel('Guide')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(hasFocus).toBe(true);

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

  const columns = page.getByRole('button', { name: 'Columns', exact: true });
  await columns.click();
  await page.getByRole('menuitemcheckbox', { name: 'AccountName' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(columns).toBeFocused();
  await page.getByRole('button', { name: /^FileName: filter/ }).click();
  await page.getByRole('menuitem', { name: 'Move left' }).click();
  await workbench.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await expect.poll(copied).toMatch(/^Timestamp,FileName,DeviceName,ProcessCommandLine,/);
  expect((await copied()).trimEnd().split('\r\n')).toHaveLength(3);

  await page.getByRole('button', { name: 'Copy the whole query' }).click();
  await expect.poll(copied).toContain('let LuaPatterns = dynamic([');
  expect(await copied()).toContain('| sort by Timestamp desc');
});

test('columns are widened, moved, pinned and hidden; pinned ones stand while the others are scrolled', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const header = (name: string): Locator => page.getByRole('columnheader', { name: new RegExp(`^${name}`) });
  const box = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const names = (): Promise<readonly string[]> => page.getByRole('columnheader').allTextContents();
  const menu = async (column: string, item: string): Promise<void> => {
    await page.getByRole('button', { name: `${column}: filter, sort, pin, hide`, exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: item }).click();
  };

  const former = await box(header('FileName'));
  const edge = { x: Math.round(former.x + former.width), y: Math.round(former.y + former.height / 2) };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  for (const by of [20, 50, 90]) {
    await page.mouse.move(edge.x + by, edge.y);
    await expect.poll(async () => (await box(header('FileName'))).width).toBe(former.width + by);
  }
  await page.mouse.up();

  await header('FileName').getByRole('button').first().dragTo(header('DeviceName'));
  await expect
    .poll(async () => (await names()).indexOf('FileName'))
    .toBeLessThan((await names()).indexOf('DeviceName'));

  await menu('AccountName', 'Pin left');
  const cell = (name: string): Locator => workbench.topRow.locator(`[data-column="${name}"]`);
  const pinned = await box(cell('AccountName'));
  const free = await box(cell('ProcessCommandLine'));
  await workbench.grid.evaluate((grid) => grid.scrollBy({ left: 120 }));
  await expect.poll(async () => (await box(cell('ProcessCommandLine'))).x).toBe(free.x - 120);
  expect((await box(cell('AccountName'))).x).toBe(pinned.x);
  expect((await box(header('AccountName'))).x).toBe(pinned.x);
  expect((await box(header('ProcessCommandLine'))).x).toBe(free.x - 120);

  await menu('AccountName', 'Hide');
  await expect(header('AccountName')).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'AccountName' }).click();
  await expect(header('AccountName')).toHaveCount(1);
});

test('rows that the query made anew are no events: they have no label, no processes and no exclusion', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.caretTo('Output', '| sort by');
  await page.keyboard.insertText('| summarize Timestamp = max(Timestamp) by FileName\n');
  await expect(page.getByRole('columnheader', { name: /^DeviceName/ })).toBeHidden();
  await workbench.topRow.click();
  await expect(workbench.row).toContainText('The rule has no condition that this row met');
  await expect(workbench.row.getByRole('button', { name: 'TP' })).toBeHidden();
  await workbench.row.getByRole('tab', { name: 'Process tree' }).click();
  await expect(workbench.row).toContainText('The query made this row anew');

  await workbench.topRow.getByRole('gridcell').first().click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'True positive' })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: /^Exclude/ })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: 'Keep only this FileName' })).toBeEnabled();
});

test('a click with Shift selects rows and not their text, and keys go on from there', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  // Rows stand in the document in an order of their own.
  const time = (position: number): Locator =>
    workbench.grid.locator(`[data-position="${position}"]`).getByRole('gridcell').nth(1);
  await time(0).click();
  await time(4).click({ modifiers: ['Shift'] });
  await expect(page.getByText('5 rows selected')).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('6 rows selected')).toBeVisible();
});
