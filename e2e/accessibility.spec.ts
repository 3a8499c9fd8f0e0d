import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

for (const theme of ['Light', 'Dark', 'High contrast']) {
  test(`axe finds nothing in the ${theme} theme`, async ({ page }) => {
    const workbench = new Workbench(page);
    await workbench.openForEditing();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command' }).fill(`theme ${theme}`);
    await page.keyboard.press('Enter');
    await workbench.ruleTab('Exclusions').click();
    await workbench.tab('All events').click();
    await workbench.rows.first().click();
    await expect(page.getByRole('region', { name: 'Row', exact: true })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
  });
}
