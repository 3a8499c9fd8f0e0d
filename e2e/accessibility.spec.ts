import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

/** What axe finds in a part of the page, or in all of it. */
async function violations(page: Page, part?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const found = await (part ? axe.include(part) : axe).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

for (const theme of ['Light', 'Dark', 'High contrast']) {
  test(`axe finds nothing in the ${theme} theme`, async ({ page }) => {
    const workbench = new Workbench(page);
    await workbench.openForEditing();
    await workbench.command(`theme ${theme}`);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase().replace(' ', '-'));
    await workbench.ruleTab('Exclusions').click();
    await page.getByRole('button', { name: 'Facets' }).click();
    await workbench.tab('All events').click();
    await workbench.rows.first().click();
    await expect(workbench.row.getByRole('region', { name: 'Evidence' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'DeviceName', exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test('axe finds nothing in the other panels and in what lies over the page', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const dock = '[aria-label="Panels"]';
  await page.getByRole('button', { name: /^atomic-windows\.csv/ }).click();
  expect(await violations(page, dock)).toEqual([]);
  for (const panel of ['Guide', 'Rule'] as const) {
    await workbench.panel(panel).click();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    expect(await violations(page, dock)).toEqual([]);
  }
  await workbench.panel('Validation').click();
  await expect(page.getByRole('heading', { name: '8 of 8 pass' })).toBeVisible();
  expect(await violations(page, dock)).toEqual([]);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await violations(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^FileName: filter/ }).press('Enter');
  await expect(page.getByLabel('Contains')).toBeFocused();
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy or save rows' }).click();
  expect(await violations(page, '[role="menu"]')).toEqual([]);
});

test('each divider names the one element that it sizes', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await page.getByRole('button', { name: 'Facets' }).click();
  await workbench.rows.first().click();
  await expect(workbench.row).toBeVisible();
  const sized = await page
    .getByRole('separator')
    .evaluateAll((dividers) => dividers.map((divider) => divider.getAttribute('aria-controls') ?? ''));
  expect(sized.length).toBeGreaterThan(3);
  for (const id of sized) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
});

test('marks of every kind are read where the reader has colours of their own', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const workbench = new Workbench(page);
  await workbench.open();
  const [mark, cell] = await workbench.grid.evaluate((grid) => {
    const flag = grid.querySelector('mark[data-kind="flag"]') as HTMLElement;
    return [flag, flag.closest('[role="gridcell"]') as HTMLElement].map((element) => getComputedStyle(element).color);
  });
  expect(mark).toBe(cell);
});

test('letters that stand for words are words to those who hear them', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const flagged = workbench.rows.filter({ hasText: "os.execute('whoami')" }).first();
  await expect(flagged.getByRole('gridcell', { name: 'yes', exact: true })).toHaveCount(1);
  await flagged.click();
  await expect(workbench.row.getByRole('button', { name: 'Unsure', exact: true })).toBeVisible();
  await page.getByRole('tab', { name: 'Near misses' }).click();
  const reasons = page.getByRole('region', { name: 'Reasons of near misses' });
  await expect(reasons).toMatchAriaSnapshot(`
    - list:
      - listitem: /^The pattern stands in it, but not as a term of its own/
  `);
});

test('in a narrow window nothing is written over what a near miss is labelled', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const workbench = new Workbench(page);
  await workbench.open();
  await page.getByRole('tab', { name: 'Near misses' }).click();
  const reason = page.getByRole('region', { name: 'Reasons of near misses' }).getByRole('listitem').first();
  const label = await reason.getByText('1 TP', { exact: true }).boundingBox();
  const show = await reason.getByRole('button', { name: 'Show it' }).boundingBox();
  if (label === null || show === null) throw new Error('The reason has no label or nothing to press');
  const areSideBySide = label.x + label.width <= show.x || show.x + show.width <= label.x;
  const isBelow = label.y + label.height <= show.y;
  expect(areSideBySide || isBelow).toBe(true);
});
