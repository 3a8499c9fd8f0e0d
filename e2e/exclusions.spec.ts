import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('an exclusion that is switched off gives its rows back, and undo takes them again', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  const excluded = await workbench.count('Excluded');
  await workbench.ruleTab('Exclusions').click();
  const exclusion = page.getByRole('switch').first();
  await exclusion.click();
  await expect(exclusion).toHaveAttribute('aria-checked', 'false');
  await expect.poll(() => workbench.count('Excluded')).toBeLessThan(excluded);
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThan(hits);
  await workbench.editor.click();
  await page.keyboard.press('Control+z');
  await expect(exclusion).toHaveAttribute('aria-checked', 'true');
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
  await expect.poll(() => workbench.count('Excluded')).toBe(excluded);
});

test('excluded rows name the exclusion that took them, and the evidence names its step', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.ruleTab('Exclusions').click();
  const names = await page.getByRole('switch').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
  await workbench.tab('Excluded').click();
  const row = workbench.grid.locator('[data-verdict="excluded"]').first();
  const text = (await row.textContent()) ?? '';
  expect(names.filter((name) => name && text.includes(name))).toHaveLength(1);
  await row.getByRole('gridcell', { name: /^2026-/ }).click();
  await expect(workbench.row.getByRole('region', { name: 'Evidence' })).toContainText('is dropped by');
});

test('a mark in a cell leads to the pattern that made it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.ruleTab('Detection').click();
  await workbench.search.fill('os.execute(');
  await workbench.rows.locator('mark', { hasText: 'os.execute(' }).first().click();
  await expect(workbench.ruleTab('Patterns')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.monaco-editor .view-line', { hasText: 'os.execute(' })).toBeVisible();
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('"os.execute("');
});
