import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('versions are pinned by name, compared by text, and restored', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  await workbench.ruleTab('Exclusions').click();
  await page.getByRole('switch').first().click();
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThan(hits);
  const more = await workbench.count('Hits');
  await workbench.panel('Baseline').click();
  await expect(page.getByRole('button', { name: /gained/ })).toContainText(`+ ${more - hits}`);
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(page.locator('.monaco-diff-editor .line-insert').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Name of the version' }).fill('One exclusion fewer');
  await page.getByRole('button', { name: 'Pin this text' }).click();
  await expect(page.getByText('The text is the one of “One exclusion fewer”')).toBeVisible();
  await page.getByRole('button', { name: 'Restore As shipped' }).click();
  await expect.poll(() => workbench.count('Hits')).toBe(hits);
  await page.getByRole('button', { name: 'Rows', exact: true }).click();
  await expect(page.getByRole('button', { name: /lost/ })).toContainText(`− ${more - hits}`);
  await page.getByRole('button', { name: 'Restore One exclusion fewer' }).click();
  await expect.poll(() => workbench.count('Hits')).toBe(more);
});

test('each row gained or lost says in the grid and in its detail which edit caused it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  await workbench.ruleTab('Exclusions').click();
  await workbench.panel('Baseline').click();
  const exclusion = page.getByRole('switch').first();
  const name = (await exclusion.getAttribute('aria-label')) ?? '';
  expect(name).not.toBe('');
  const changes = workbench.grid.locator('[data-position] [data-column="#change"]');
  await expect(changes).toHaveCount(0);

  await exclusion.click();
  await expect(changes.filter({ hasText: 'Gained' }).first()).toBeVisible();
  const gained = (await workbench.count('Hits')) - hits;
  expect(gained).toBeGreaterThan(0);
  await page.getByRole('button', { name: /gained/ }).click();
  await expect(changes.filter({ hasText: `Exclusion removed: “${name}”` })).toHaveCount(gained);
  await changes.first().click();
  await expect(workbench.row.getByText(`Exclusion removed: “${name}”`)).toBeVisible();

  await page.getByRole('button', { name: 'Pin this text' }).click();
  await workbench.tab('Hits').click();
  await expect(changes).toHaveCount(0);
  await exclusion.click();
  await page.getByRole('button', { name: /lost/ }).click();
  await expect(changes.filter({ hasText: `Exclusion added: “${name}”` })).toHaveCount(gained);
  await changes.first().click();
  await workbench.ruleTab('Patterns').click();
  await workbench.row.getByRole('button', { name: `Exclusion added: “${name}”` }).click();
  await expect(workbench.ruleTab('Exclusions')).toHaveAttribute('aria-selected', 'true');
});

test('pinning, naming and dropping a version are undone and done again with the rest', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const names = async (): Promise<readonly string[]> =>
    page
      .getByRole('list', { name: 'Versions' })
      .getByRole('textbox')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  await workbench.panel('Baseline').click();
  await page.getByRole('textbox', { name: 'Name of the version' }).fill('Monday');
  await page.getByRole('button', { name: 'Pin this text' }).click();
  await expect.poll(names).toEqual(['Monday']);
  const input = page.getByRole('textbox', { name: 'Name of Monday' });
  await input.fill('Nobody');
  await input.press('Escape');
  await expect(input).toHaveValue('Monday');
  await input.fill('Tuesday');
  await input.press('Enter');
  await expect.poll(names).toEqual(['Tuesday']);
  await page.getByRole('button', { name: 'Drop Tuesday' }).click();
  await expect.poll(names).toEqual([]);

  const undo = page.getByRole('button', { name: /^Undo/ });
  for (const [title, left] of [
    ['Drop “Tuesday”', ['Tuesday']],
    ['Rename “Monday”', ['Monday']],
    ['Pin “Monday”', []],
  ] as const) {
    await expect(undo).toHaveAttribute('aria-label', `Undo: ${title}`);
    await undo.click();
    await expect.poll(names).toEqual(left);
  }
  await expect(undo).toBeDisabled();
  await page.getByRole('button', { name: 'Redo: Pin “Monday”' }).click();
  await expect.poll(names).toEqual(['Monday']);
  await page.reload();
  await workbench.editor.waitFor();
  await expect.poll(names).toEqual(['Monday']);
});
