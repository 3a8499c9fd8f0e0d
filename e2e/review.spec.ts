import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('a change is reviewed, signed off by its text, and shown as outdated once that changes', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const hits = await workbench.count('Hits');
  await workbench.command('panel review');
  const panel = page.getByRole('region', { name: 'Review', exact: true });
  const checks = panel.getByRole('list', { name: 'Checks' });
  const changes = panel.getByRole('list', { name: 'What changed' });
  const standing = panel.getByRole('status').first();
  await expect(checks).toContainText('8 of 8 tests pass');
  await expect(standing).toContainText('Nobody has signed this text off');
  await expect(panel.getByText('The query is the one of “As shipped”')).toBeVisible();

  await workbench.ruleTab('Exclusions').click();
  const exclusion = page.getByRole('switch').first();
  const name = (await exclusion.getAttribute('aria-label')) ?? '';
  await exclusion.click();
  await workbench.typePattern('os.tmpname(', '"os.execute(",');
  const line = changes.getByRole('listitem', { name: `${name}: switched off` });
  await expect(line).toContainText('owner Detection engineering');
  await expect(changes).toContainText('os.tmpname(pattern added · LuaPatterns · dead');
  await expect(checks).toContainText('7 of 8 tests pass');
  await line.getByRole('button', { name: /^Gained by/ }).click();
  // The tests may have passed before the last letter was evaluated.
  await expect(async () => {
    const gained = (await workbench.count('Hits')) - hits;
    expect(gained).toBeGreaterThan(0);
    expect(await workbench.rows.count()).toBe(gained);
  }).toPass();
  const sample = panel.getByRole('table', { name: /^Rows gained to look at/ });
  await sample.getByRole('button').first().click();
  await expect(workbench.row.getByRole('region', { name: 'Evidence' })).toBeVisible();

  const form = panel.getByRole('form', { name: 'Sign-off' });
  const sign = form.getByRole('button', { name: 'Sign off' });
  await form.getByLabel('Reviewer').fill('Ana Ruiz');
  await sign.click();
  await expect(form.getByRole('textbox', { name: 'Comment (needed: a check failed)' })).toBeFocused();
  await form.getByRole('textbox', { name: /^Comment/ }).fill('The game was uninstalled.');
  await sign.click();
  await expect(standing).toContainText('Approved by Ana Ruiz');
  await expect(panel.getByRole('list', { name: 'Sign-offs' })).toContainText('this text');
  const axe = await new AxeBuilder({ page }).include('[aria-label="Panels"]').analyze();
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);

  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await panel.getByRole('button', { name: 'Copy the review of Ana Ruiz' }).click();
  await expect.poll(clipboard).toContain('**Approved** by Ana Ruiz');
  const record = await clipboard();
  await form.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect.poll(clipboard).toBe(record);
  await page.getByRole('button', { name: 'Copy the whole query' }).click();
  await expect.poll(clipboard).toContain('DeviceProcessEvents');
  const digest = createHash('sha256')
    .update(await clipboard())
    .digest('hex');
  expect(record).toContain(`SHA-256 \`${digest}\` of the whole query`);
  expect(record).toContain('> The game was uninstalled.');
  expect(record).toContain('- added `os.tmpname(` in `LuaPatterns`');

  await workbench.ruleTab('Exclusions').click();
  await exclusion.click();
  await expect(standing).toContainText('The text has changed since Ana Ruiz signed it');
  await page.reload();
  await expect(standing).toContainText('The text has changed since Ana Ruiz signed it');
  await panel.getByRole('button', { name: 'Compare with what Ana Ruiz signed' }).click();
  await expect(changes.getByRole('listitem', { name: `${name}: switched on` })).toBeVisible();
  await expect(changes).not.toContainText('os.tmpname(');
  await panel.getByRole('button', { name: 'Drop the sign-off of Ana Ruiz' }).click();
  await expect(standing).toContainText('Nobody has signed this text off');
  await page.getByRole('button', { name: 'Undo: Drop the sign-off of Ana Ruiz' }).click();
  await expect(standing).toContainText('The text has changed since Ana Ruiz signed it');
});
