import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test("the rule's tests run over its samples, and again after each edit", async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.command('panel validation');
  const head = page.getByRole('status').filter({ hasText: 'pass' });
  await expect(head).toHaveText('8 of 8 pass');
  const attacks = page.getByRole('listitem', { name: /^No exclusion takes an attack/ });
  await expect(attacks).toHaveAccessibleName(/: Passed$/);

  await workbench.caretTo('Patterns', '"io.popen(",');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
  await expect(head).toHaveText('7 of 8 pass');
  await expect(attacks).toHaveAccessibleName(/: Failed$/);
  const failures = attacks.getByRole('list', { name: /^What failed/ });
  await expect(failures).toContainText('14 rows are in the result; 15 were expected');
  await expect(failures).toContainText('nginx-child-shell/shell do not match');
  await expect(workbench.panel('Validation')).toContainText('! 1');
  await failures.getByRole('button', { name: 'Show it' }).click();
  await expect(workbench.rows).toHaveCount(1);
  await expect(workbench.rows.first()).toContainText('io.popen');

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(head).toHaveText('8 of 8 pass');
  await expect(attacks).toHaveAccessibleName(/: Passed$/);
  await expect(workbench.panel('Validation')).toHaveText('Validation');
});

test('while the text has an error the last result of the tests stays, and says so', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await workbench.panel('Validation').click();
  const head = page.getByRole('status').filter({ hasText: 'pass' });
  await expect(head).toHaveText('8 of 8 pass');
  await workbench.caretTo('Detection', 'ProcessCommandLine has_any');
  await page.keyboard.type('Nowhere');
  await expect(page.getByRole('alert').filter({ hasText: 'this is their last result' })).toBeVisible();
  await expect(head).toHaveText('8 of 8 pass');
});
