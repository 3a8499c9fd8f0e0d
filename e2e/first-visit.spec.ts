import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('a first visit shows the Lua rule on its samples, asks no other host, and nothing fails in the console', async ({
  page,
  baseURL,
}) => {
  const problems: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseURL) problems.push(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));

  const workbench = new Workbench(page);
  await workbench.open();
  await expect(page.getByRole('button', { name: /Lua execution/ })).toBeVisible();
  const hits = await workbench.count('Hits');
  const excluded = await workbench.count('Excluded');
  expect(hits).toBeGreaterThan(0);
  expect(excluded).toBeGreaterThan(0);
  expect(await workbench.count('All events')).toBeGreaterThan(hits + excluded);
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(hits + 1));

  await workbench.editor.waitFor();
  await expect(
    page
      .locator('.monaco-editor')
      .getByText(/\d+\srows/)
      .first(),
  ).toBeVisible();
  for (const flag of ['OsExec', 'NetworkActivity', 'DynamicLoad', 'ScriptFromTemp']) {
    await expect(page.getByRole('columnheader', { name: flag })).toBeInViewport();
  }
  expect(problems).toEqual([]);
});

test('hits of the first file are shown while the others are on their way, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    const shown: { all: string; state: string }[] = [];
    Object.assign(window, { shown });
    new MutationObserver(() => {
      const all = document.querySelector('#results-tab-all')?.textContent?.replace(/\D/g, '') ?? '';
      const state = document.querySelector('footer [role=status]')?.textContent ?? '';
      if (all !== '' && all !== shown.at(-1)?.all) shown.push({ all, state });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await new Workbench(page).open();
  const shown = await page.evaluate(
    () => (window as unknown as { shown: readonly { all: string; state: string }[] }).shown,
  );
  expect(shown[0].state).toMatch(/reading events/i);
  expect(Number(shown[0].all)).toBeGreaterThan(0);
  expect(Number(shown[0].all)).toBeLessThan(Number(shown.at(-1)?.all));
});

test('the rows of a first visit do not wait for the editor: the page itself asks for none of its code', async ({
  request,
}) => {
  const page = await (await request.get('/')).text();
  expect(page).toMatch(/src="[^"]+\.js"/);
  expect(page).not.toMatch(/monaco/);
});

test('nothing moves by itself once the editor is there: its scrollbars come and go without fading', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.className : undefined))
        .filter((name) => name?.includes('scrollbar')),
    );
  await workbench.editor.hover();
  expect(await moving()).toEqual([]);
  await workbench.grid.hover();
  await page.locator('.rule-editor .scrollbar.invisible.fade').first().waitFor({ state: 'attached' });
  expect(await moving()).toEqual([]);
});

test('in a narrow window the rule stands above the rows, whose command lines stay in sight', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 });
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const [editor, grid] = [await workbench.editor.boundingBox(), await workbench.grid.boundingBox()];
  expect(grid?.y).toBeGreaterThan((editor?.y ?? Number.NaN) + 100);
  expect(grid?.width).toBe(900);
  const command = await page.getByRole('columnheader', { name: /^ProcessCommandLine/ }).boundingBox();
  const flags = await page.getByRole('columnheader', { name: 'OsExec' }).boundingBox();
  expect((flags?.x ?? Number.NaN) - (command?.x ?? Number.NaN)).toBeGreaterThan(200);
  expect(flags?.x).toBeLessThan(900);
});

test('in a window as small as a phone’s rule, panels and rows stand one above the other, each as wide as it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.panel('Tuning').click();
  const rule = await page.getByRole('region', { name: 'Rule text' }).boundingBox();
  const panels = await page.getByRole('region', { name: 'Panels' }).boundingBox();
  expect([rule?.width, panels?.width]).toEqual([390, 390]);
  expect(panels?.y).toBeGreaterThan((rule?.y ?? Number.NaN) + 100);
  expect((await workbench.grid.boundingBox())?.y).toBeGreaterThan((panels?.y ?? Number.NaN) + 100);
});

test('with rule and rows side by side in 1024 pixels command lines are in sight beside the flags, and so are all panels', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const workbench = new Workbench(page);
  await workbench.open();
  const grid = await workbench.grid.boundingBox();
  const command = await page.getByRole('columnheader', { name: /^ProcessCommandLine/ }).boundingBox();
  const flags = await page.getByRole('columnheader', { name: 'OsExec' }).boundingBox();
  const [right, start] = [(grid?.x ?? 0) + (grid?.width ?? 0), flags?.x ?? 0];
  expect((right - start) / (grid?.width ?? 0)).toBeLessThan(0.17);
  expect(start - (command?.x ?? Number.NaN)).toBeGreaterThan(100);
  await expect(workbench.panel('Rule')).toBeInViewport({ ratio: 1 });
  await workbench.panel('Tuning').click();
  await expect(page.getByRole('tab', { name: 'Suggestions' })).toBeInViewport({ ratio: 1 });
});

test('what can’t be loaded is told, with what to do', async ({ page }) => {
  await page.route('**/assets/engine.worker-*.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert').filter({ hasText: 'The rule could not be evaluated' })).toContainText(
    'Reload the page to try again',
  );
  await page.route('**/assets/page-*.js', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Penumbra could not be loaded. Reload the page to try again.')).toBeVisible();
});

test('without the editor, whose code can’t be loaded, the rule is checked and evaluated all the same', async ({
  page,
}) => {
  await page.route('**/assets/monaco-*.js', (route) => route.abort());
  const workbench = new Workbench(page);
  await workbench.open();
  await expect(page.getByText('The editor could not be started')).toBeVisible();
  const hits = await workbench.count('Hits');
  await workbench.ruleTab('Exclusions').click();
  await page.getByRole('switch').first().click();
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThan(hits);
  await page.reload();
  await workbench.untilRead();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  expect(await workbench.count('Hits')).toBeGreaterThan(hits);
});
