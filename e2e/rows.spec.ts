import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('a row opens by keyboard with its evidence, and closes again', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const row = page.getByRole('region', { name: 'Row', exact: true });
  await expect(row.getByRole('region', { name: 'Evidence' })).toContainText('has_any');
  await page.keyboard.press('Escape');
  await expect(row).toBeHidden();
});

test('excluded rows say which exclusion took them', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.tab('Excluded').click();
  const verdicts = workbench.rows.first().getByRole('gridcell').first();
  await expect(verdicts).not.toHaveText(/Hit|No match|^$/);
});

test('an exclusion that is switched off gives its rows back', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  const excluded = await workbench.count('Excluded');
  await workbench.ruleTab('Exclusions').click();
  const exclusion = page.getByRole('switch').first();
  await exclusion.click();
  await expect(exclusion).toHaveAttribute('aria-checked', 'false');
  await expect.poll(() => workbench.count('Excluded')).toBeLessThan(excluded);
  expect(await workbench.count('Hits')).toBeGreaterThan(hits);
  await exclusion.click();
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
});

test('a search leaves the rows that hold the text', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await page.getByRole('searchbox', { name: 'Find in rows' }).fill('whoami');
  await expect(page.getByText(/rows? left/)).toBeVisible();
  await expect(workbench.rows.first()).toContainText('whoami');
});
