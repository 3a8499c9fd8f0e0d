/**
 * `npm run bench:page -- [--rows N] [--loads N]`: what a person waits for in the built page, in headless Chromium: cold
 * loads, and keystrokes over generated events, from the key to the painted grid. `npm run build` comes first.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from '../build/chromium.ts';
import { eventFile } from '../rule-engine/bench/event-file.ts';
import { Workbench } from './workbench.ts';

/** Milliseconds since the navigation began, and compressed bytes. */
interface ColdLoad {
  readonly hits: number;
  readonly editor: number;
  readonly diagnostics: number;
  readonly bytesBeforeHits: number;
  readonly bytes: number;
}

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    loads: { type: 'string', default: '10' },
    dist: { type: 'string', default: 'dist' },
  },
});

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

async function freshPage(browser: Browser, address: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: address });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  return { context, page };
}

/** Opens the page with an empty cache; the last step is an error in the rule that gets its squiggle. */
async function coldLoad(browser: Browser, address: string): Promise<ColdLoad> {
  const { context, page } = await freshPage(browser, address);
  const sizes: Promise<number>[] = [];
  context.on('response', (response) => {
    if (response.url().startsWith(address))
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
  });
  const since = (): Promise<number> => page.evaluate(() => performance.now());
  const workbench = new Workbench(page);
  await workbench.open();
  const hits = await since();
  const beforeHits = [...sizes];
  await workbench.editor.waitFor();
  const editor = await since();
  await workbench.ruleTab('Detection').click();
  await workbench.editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Missing');
  await page.locator('.squiggly-error').first().waitFor();
  const diagnostics = await since();
  const total = async (bytes: readonly Promise<number>[]) => (await Promise.all(bytes)).reduce((a, b) => a + b, 0);
  const load = { hits, editor, diagnostics, bytesBeforeHits: await total(beforeHits), bytes: await total(sizes) };
  await context.close();
  return load;
}

/** Notes, for each key pressed, the time until the grid's new rows were painted, and the main thread's long tasks. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = { painted: [] as number[], long: [] as number[] };
    Object.assign(window, { noted });
    let pressed = 0;
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true });
    const afterPaint = (): void => {
      const start = pressed;
      if (start === 0) return;
      pressed = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => noted.painted.push(performance.now() - start);
        port2.postMessage(null);
      });
    };
    const watched = { attributes: true, childList: true, characterData: true, subtree: true };
    new MutationObserver(afterPaint).observe(document.querySelector('#results-tab-hits')!, watched);
    new PerformanceObserver((list) => noted.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
}

function paintedCount(): number {
  return (window as unknown as { noted: { painted: number[] } }).noted.painted.length;
}

/** The most memory that the page's process has held, in MB; undefined where the system doesn't tell. */
async function peakMemory(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks: number[] = [];
  for (const { id, type } of processInfo) {
    if (type !== 'renderer') continue;
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
    if (kilobytes !== undefined) peaks.push(Number(kilobytes) / 1024);
  }
  return peaks.length === 0 ? undefined : Math.round(Math.max(...peaks));
}

async function measureKeys(browser: Browser, address: string, rows: number): Promise<void> {
  const { context, page } = await freshPage(browser, address);
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  const before = await workbench.count('All events');
  const started = performance.now();
  await workbench.pick(eventFile(rows, 'csv'));
  await page.waitForFunction(
    (least) => Number(document.querySelector('#results-tab-all')?.textContent?.replace(/\D/g, '')) >= least,
    before + rows,
  );
  const loaded = performance.now() - started;
  // Each letter of this pattern, and each one taken back, changes the number of hits.
  await workbench.caretTo('Patterns', '"require("');
  for (let right = 0; right < 9; right++) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(2000);
  await watchKeys(page);
  for (let round = 0; round < 6; round++) {
    for (const key of ['q', 'Backspace']) {
      const before = await page.evaluate(paintedCount);
      await page.keyboard.press(key);
      await page.waitForFunction(
        (count) => (window as unknown as { noted: { painted: number[] } }).noted.painted.length > count,
        before,
      );
      await page.waitForTimeout(500);
    }
  }
  const noted = await page.evaluate(
    () => (window as unknown as { noted: { painted: number[]; long: number[] } }).noted,
  );
  const memory = await peakMemory(browser);
  console.log(
    `${rows.toLocaleString('en')} events: loaded and evaluated in ${Math.round(loaded)} ms; ` +
      `keystroke to painted grid ${median(noted.painted).toFixed(0)} ms (${noted.painted.map(Math.round).join(', ')}); ` +
      `long tasks [${noted.long.map(Math.round).join(', ')}]; peak memory ${memory ?? '?'} MB`,
  );
  await context.close();
}

const server = await preview({
  configFile: false,
  logLevel: 'error',
  build: { outDir: values.dist },
  preview: { port: 4174, strictPort: false },
});
const address = server.resolvedUrls!.local[0].replace(/\/$/, '');
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args: [...args] });
try {
  const loads: ColdLoad[] = [];
  for (let load = 0; load < Number(values.loads); load++) loads.push(await coldLoad(browser, address));
  if (loads.length > 0) {
    const of = (key: keyof ColdLoad) => Math.round(median(loads.map((load) => load[key])));
    console.log(
      `cold load, medians of ${loads.length}: hits ${of('hits')} ms, editor ${of('editor')} ms, diagnostics ${of('diagnostics')} ms; ` +
        `${(of('bytesBeforeHits') / 1e6).toFixed(2)} MB before the hits, ${(of('bytes') / 1e6).toFixed(2)} MB in all (gzip)`,
    );
  }
  for (const rows of values.rows.split(',').filter(Boolean)) await measureKeys(browser, address, Number(rows));
} finally {
  await browser.close();
  await server.close();
}
