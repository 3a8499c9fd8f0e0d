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

test('the rows of a first visit do not wait for the editor: the page itself asks for none of its code', async ({
  request,
}) => {
  const page = await (await request.get('/')).text();
  expect(page).toMatch(/src="[^"]+\.js"/);
  expect(page).not.toMatch(/monaco/);
});
