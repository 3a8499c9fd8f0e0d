import { expect, test } from '@playwright/test';
import { Workbench } from './workbench.ts';

test('a first visit shows the Lua rule on its samples', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await expect(page.getByRole('button', { name: /Lua execution/ })).toBeVisible();
  const hits = await workbench.count('Hits');
  const excluded = await workbench.count('Excluded');
  expect(hits).toBeGreaterThan(0);
  expect(excluded).toBeGreaterThan(0);
  expect(await workbench.count('All events')).toBeGreaterThan(hits + excluded);
  await expect(workbench.grid).toHaveAttribute('aria-rowcount', String(hits + 1));
});

test('the page asks no other host for anything', async ({ page, baseURL }) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseURL) strangers.push(request.url());
  });
  await new Workbench(page).openForEditing();
  expect(strangers).toEqual([]);
});

test('nothing is refused by the content security policy or fails in the console', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await new Workbench(page).openForEditing();
  expect(problems).toEqual([]);
});
