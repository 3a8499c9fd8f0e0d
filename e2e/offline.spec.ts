import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type PreviewServer, preview } from 'vite';
import { noteFiles } from '../build/offline-plugin.ts';
import { untilKept } from './page-milestones.ts';
import { Workbench } from './workbench.ts';

test.use({ serviceWorkers: 'allow' });

/** The built page in a folder of its own, served at an address of its own, where it can be changed and taken away. */
interface Site {
  readonly folder: string;
  readonly server: PreviewServer;
  readonly address: string;
}

let site: Site;

test.beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await cp('dist', folder, { recursive: true, filter: (file) => !file.endsWith('cli') });
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 4190, strictPort: false },
  });
  site = { folder, server, address: server.resolvedUrls?.local[0] ?? '' };
});

test.afterEach(async () => {
  await takeAway();
  await rm(site.folder, { recursive: true });
});

async function takeAway(): Promise<void> {
  const { httpServer } = site.server;
  if (!httpServer.listening) return;
  const closed = new Promise((resolve) => httpServer.close(resolve));
  if ('closeAllConnections' in httpServer) httpServer.closeAllConnections();
  await closed;
}

/** Opens the page and waits until it is kept. */
async function openAndKeep(page: Page): Promise<Workbench> {
  const workbench = new Workbench(page);
  await page.goto(site.address);
  await workbench.untilRead();
  await workbench.editor.waitFor();
  await untilKept(page);
  return workbench;
}

function isIsolated(page: Page): Promise<boolean> {
  return page.evaluate(() => crossOriginIsolated);
}

test('once opened, the page opens again without a network, evaluates, and tells what is wrong with an edit', async ({
  page,
}) => {
  const workbench = await openAndKeep(page);
  const hits = await workbench.count('Hits');
  expect(await isIsolated(page)).toBe(false);
  await takeAway();
  await page.reload();
  await workbench.untilRead();
  // Whatever its server sends, a page that was kept may share memory with its workers.
  expect(await isIsolated(page)).toBe(true);
  expect(await workbench.count('Hits')).toBe(hits);
  await workbench.editor.waitFor();
  await workbench.typePattern('svchost', '"require("');
  await expect.poll(() => workbench.count('Hits')).toBeGreaterThan(hits);
  await workbench.ruleTab('Detection').click();
  await workbench.editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Missing');
  await expect(page.locator('.squiggly-error').first()).toBeVisible();
});

test('a newer build is told of, and is there whole when the page is loaded again', async ({ page }) => {
  const workbench = await openAndKeep(page);
  const index = join(site.folder, 'index.html');
  await writeFile(index, (await readFile(index, 'utf8')).replace('<title>Penumbra', '<title>Newer Penumbra'));
  noteFiles(site.folder);
  await page.reload();
  await workbench.rows.first().waitFor();
  await expect(page).toHaveTitle('Penumbra');
  await expect(page.getByText('A newer version is ready.')).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(site.address);
  await expect(other.getByText('A newer version is ready: close the page’s other tab to use it')).toBeVisible();
  await other.close();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(page).toHaveTitle('Newer Penumbra');
  await workbench.rows.first().waitFor();
  await takeAway();
  await page.reload();
  await expect(page).toHaveTitle('Newer Penumbra');
  await workbench.rows.first().waitFor();
});
