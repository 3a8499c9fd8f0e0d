import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('the editors know the whole query: completion, hover, definition, brackets in one colour; rename and format are one step each to undo', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  const undo = page.getByRole('button', { name: /^Undo/ });
  const selected = page.getByRole('tablist', { name: 'Rule' }).getByRole('tab', { selected: true });

  await workbench.caretTo('Detection', 'Patterns)');
  await page.keyboard.press('Control+Space');
  const suggestions = page.locator('.suggest-widget.visible').getByRole('option');
  await expect(suggestions.filter({ hasText: 'LuaPatterns' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('.view-line span', { hasText: /^ago$/ }).hover();
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText('ago');
  await expect(page.locator('.view-line [class*="bracket-highlighting"]')).toHaveCount(0);
  await workbench.caretTo('Detection', 'LuaPatterns)');
  await page.keyboard.press('F12');
  await expect(selected).toHaveText('Patterns');

  await workbench.caretTo('Detection', 'LuaPatterns)');
  await page.keyboard.press('F2');
  await page.locator('.rename-input').fill('LuaTerms');
  await page.keyboard.press('Enter');
  await expect(undo).toHaveAttribute('aria-label', 'Undo: Rename to LuaTerms');
  await expect(workbench.editor).toContainText('has_any (LuaTerms)');
  await workbench.ruleTab('Patterns').click();
  await expect(workbench.editor).toContainText('let LuaTerms');
  // Its first line may be scrolled out of sight: F12 has shown another one.
  await page.getByRole('textbox', { name: /^Patterns\./ }).focus();
  await page.keyboard.press('Control+z');
  await expect(workbench.editor).toContainText('let LuaPatterns');
  await expect(undo).toBeDisabled();
  await workbench.ruleTab('Detection').click();
  await expect(workbench.editor).toContainText('has_any (LuaPatterns)');

  await workbench.command('format the rule');
  await expect(undo).toHaveAttribute('aria-label', 'Undo: Format the rule');
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
  await undo.click();
  await expect(undo).toBeDisabled();
});

test('a language service that can’t start is told, and started again by the reader; the rows stay', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  let isBlocked = true;
  await page.route('**/assets/language.worker-*.js', (route) => (isBlocked ? route.abort() : route.continue()));
  await workbench.open();
  await workbench.editor.waitFor();
  const hits = await workbench.count('Hits');
  await expect(page.getByText('Rule can’t be checked', { exact: true })).toBeVisible();
  await expect(workbench.rows.first()).toBeVisible();
  // Its plan came with the page: the rows are those of the text.
  await expect(page.getByText(/These are the rows of the last good text/)).toBeHidden();
  expect(await workbench.gridOpacity()).toBe(1);
  await workbench.caretTo('Detection', '| where FileName');
  await page.keyboard.insertText('| where FileName == "none" ');
  await expect(page.getByText(/These are the rows of the last good text/)).toBeVisible();
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
  isBlocked = false;
  await page.getByRole('button', { name: 'Start the language service again' }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect.poll(() => workbench.count('Hits')).toBe(0);
});

test('a letter typed while the fixes of its line are asked for leaves no error behind', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.caretTo('Detection', '| where FileName');
  await page.keyboard.insertText('| where FileNam == "none" ');
  await expect(page.getByText('Rule has an error', { exact: true })).toBeVisible();
  await page.keyboard.press('Home');
  // Invoked again and again, one of them is under way when its letter comes, however fast the worker is.
  for (const letter of 'abcdef') {
    await page.keyboard.press('Control+.');
    await page.keyboard.type(letter);
  }
  await expect(workbench.editor).toContainText('abcdef| where FileNam');
  await expect(page.getByText('Rule has an error', { exact: true })).toBeVisible();
  expect(errors).toEqual([]);
});
