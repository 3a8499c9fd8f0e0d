/**
 * `npm run bench:page -- [--rows N] [--loads N]`: what a person waits for in the built page, in headless Chromium: cold
 * loads and repeat visits, beside a page that is Monaco alone, and keystrokes over generated events, from the key to the
 * painted grid, beside a letter in Monaco alone. `npm run build` comes first.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { findChromium } from '../build/chromium.ts';
import { isolationHeaders } from '../build/isolation-headers.ts';
import { eventFile } from '../rule-engine/bench/event-file.ts';
import { untilAtRest } from './browser-rest.ts';
import { type Milestones, noteMilestones, untilKept } from './page-milestones.ts';
import { Workbench } from './workbench.ts';

/** Milliseconds since the navigation began. */
interface Visit {
  readonly hits: number;
  readonly editor: number;
  readonly diagnostics: number;
  readonly samples: number;
}

/** `bytes` are those that came, each file compressed with gzip. */
interface Load {
  readonly cold: Visit & { readonly bytesBeforeHits: number; readonly bytes: number };
  readonly repeat: Visit;
  readonly monaco: { readonly editor: number; readonly bytes: number };
}

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rows: { type: 'string', default: '100000,1000000' },
    loads: { type: 'string', default: '10' },
    dist: { type: 'string', default: 'dist' },
  },
});

/** Milliseconds after which a key has evidently changed nothing: the benchmark then fails rather than waits. */
const mostForKey = 60_000;
/** Milliseconds that a finger rests on a key: what its release costs is not between the key and the rows. */
const holding = 90;
/** Rounds of a letter typed and taken back. */
const rounds = 15;

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

interface Tab {
  readonly page: Page;
  readonly milestones: Milestones;
}

async function freshTab(browser: Browser, address: string): Promise<Tab & { readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: address });
  return { context, ...(await tabIn(browser, context)) };
}

/** A page in a window that has come to rest, as it has when somebody gives it an address. */
async function tabIn(browser: Browser, context: BrowserContext): Promise<Tab> {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  const milestones = await noteMilestones(page);
  await untilAtRest(browser);
  return { page, milestones };
}

/** The files that a context's pages load from an address, as they come. */
function noteFiles(context: BrowserContext, address: string): readonly string[] {
  const files: string[] = [];
  context.on('response', (response) => {
    if (response.url().startsWith(address)) files.push(response.url());
  });
  return files;
}

const compressed = new Map<string, Promise<number>>();

/** Bytes of files, each compressed with gzip. Not while a visit is measured: compressing takes the same processor. */
async function bytesOf(files: readonly string[]): Promise<number> {
  let sum = 0;
  for (const file of new Set(files)) {
    const known = compressed.get(file) ?? compressedSize(file);
    compressed.set(file, known);
    sum += await known;
  }
  return sum;
}

async function compressedSize(file: string): Promise<number> {
  return gzipSync(await (await fetch(file)).arrayBuffer()).length;
}

/** Opens the page; its last step is a key that makes the rule wrong, whose error is underlined, and is taken back. */
async function visit({ page, milestones }: Tab, onHits: () => void = () => undefined): Promise<Visit> {
  const workbench = new Workbench(page);
  await page.goto('/');
  const hits = await milestones.hits;
  onHits();
  const editor = await milestones.editor;
  await workbench.ruleTab('Detection').click();
  await workbench.editor.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('M');
  const diagnostics = await milestones.diagnostics;
  await expectUnderlined(page, 'MDeviceProcessEvents');
  await page.keyboard.press('Backspace');
  await page.locator('.squiggly-error').waitFor({ state: 'detached' });
  const samples = await milestones.samples;
  // What was typed is kept over a reload after a moment without a key.
  await page.waitForTimeout(1500);
  return { hits, editor, diagnostics, samples };
}

/** Fails unless the only error that is underlined is the editor's first line, as it then reads. */
async function expectUnderlined(page: Page, line: string): Promise<void> {
  // In one look: what comes meanwhile may draw the underline anew.
  const { errors, text, word } = await page.evaluate(() => {
    const boxOf = (element: Element | null) => element?.getBoundingClientRect().toJSON() as DOMRect | undefined;
    const first = document.querySelector('.view-line > span');
    return {
      errors: [...document.querySelectorAll('.squiggly-error')].map(boxOf),
      text: first?.textContent,
      word: boxOf(first),
    };
  });
  const [error] = errors;
  const isUnderlined = error && word && Math.abs(error.x - word.x) < 1 && Math.abs(error.width - word.width) < 1;
  if (errors.length !== 1 || !isUnderlined || text !== line) throw new Error(`Not ${line} is underlined, or not alone`);
}

/** With an empty cache, then again in another tab, and Monaco alone with an empty cache. */
async function load(browser: Browser, address: string, monacoAddress: string): Promise<Load> {
  const { context, ...tab } = await freshTab(browser, address);
  const files = noteFiles(context, address);
  let beforeHits: readonly string[] = [];
  const cold = await visit(tab, () => {
    beforeHits = [...files];
  });
  await untilKept(tab.page);
  const all = [...files];
  await tab.page.close();
  const repeat = await visit(await tabIn(browser, context));
  await context.close();
  const alone = await freshTab(browser, monacoAddress);
  const monacoFiles = noteFiles(alone.context, monacoAddress);
  await alone.page.goto('/');
  const editor = await alone.milestones.editor;
  await alone.page.waitForTimeout(500);
  await alone.context.close();
  const bytes = { bytesBeforeHits: await bytesOf(beforeHits), bytes: await bytesOf(all) };
  return { cold: { ...cold, ...bytes }, repeat, monaco: { editor, bytes: await bytesOf(monacoFiles) } };
}

interface Keys {
  /** Milliseconds from each key to the end of the frame that painted what it changed. */
  readonly painted: readonly number[];
  /** How many frames that was: 1 where the first one after the key has painted it. */
  readonly frames: readonly number[];
  /** The main thread's tasks above 50 ms. */
  readonly long: readonly number[];
}

interface WatchedWindow extends Window {
  keys: { painted: number[]; frames: number[]; long: number[] };
  /** Called when the next key has been noted. */
  onPainted: () => void;
}

/**
 * Lets the page note each key that is pressed: the time from its event until the main thread has ended the frame that paints
 * what changed in the last of some elements that it changes, each the first one of a selector. A change within a frame is painted by that one, a change in a task by the
 * next. Raster and the screen come after it: here some 10 ms, in which the page can work on.
 */
async function watchKeys(page: Page, ...changing: readonly string[]): Promise<void> {
  await page.evaluate((changing) => {
    const watched = window as unknown as WatchedWindow;
    watched.keys = { painted: [], frames: [], long: [] };
    watched.onPainted = () => undefined;
    let pressed: number | undefined;
    let isInFrame = false;
    let frames = 0;
    let lastFrame: number | undefined;
    // A frame is one task: what is asked for in it with this priority comes next, before messages that wait.
    const afterFrame = (run: () => void): void => void window.scheduler.postTask(run, { priority: 'user-blocking' });
    const nextFrame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      nextFrame((time) => {
        if (time !== lastFrame) frames++;
        lastFrame = time;
        isInFrame = true;
        afterFrame(() => {
          isInFrame = false;
        });
        callback(time);
      });
    const unchanged = new Set<string>();
    const onKey = ({ timeStamp }: KeyboardEvent): void => {
      pressed = timeStamp;
      frames = 0;
      for (const selector of changing) unchanged.add(selector);
    };
    addEventListener('keydown', onKey, { capture: true });
    const onChange = (selector: string): void => {
      const start = pressed;
      unchanged.delete(selector);
      if (start === undefined || unchanged.size > 0) return;
      pressed = undefined;
      const note = (): void => {
        watched.keys.painted.push(performance.now() - start);
        watched.keys.frames.push(frames);
        watched.onPainted();
      };
      if (isInFrame) afterFrame(note);
      else requestAnimationFrame(() => afterFrame(note));
    };
    const changes = { attributes: true, childList: true, characterData: true, subtree: true };
    for (const selector of changing) {
      new MutationObserver(() => onChange(selector)).observe(document.querySelector(selector)!, changes);
    }
    new PerformanceObserver((list) => {
      watched.keys.long.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  }, changing);
}

/** Types a letter and takes it back, again and again. Nothing looks at the page meanwhile: that would cost it frames. */
async function typeKeys(page: Page): Promise<Keys> {
  let typed = 0;
  for (let round = 0; round < rounds; round++) {
    for (const key of ['q', 'Backspace']) {
      const painted = page.evaluate(
        ({ typed, most }) =>
          new Promise<void>((resolve, reject) => {
            const watched = window as unknown as WatchedWindow;
            if (watched.keys.painted.length > typed) return resolve();
            watched.onPainted = resolve;
            setTimeout(() => reject(new Error('A key changed nothing')), most);
          }),
        { typed, most: mostForKey },
      );
      typed++;
      await page.keyboard.press(key, { delay: holding });
      await painted;
      await page.waitForTimeout(500);
    }
  }
  return page.evaluate(() => (window as unknown as WatchedWindow).keys);
}

function spread(milliseconds: readonly number[]): string {
  return `${median(milliseconds).toFixed(1)} ms, at most ${Math.max(...milliseconds).toFixed(0)} ms in ${milliseconds.length}`;
}

/** The least that a key can take here: a letter in Monaco, and nothing else on the page. */
async function measureLetter(browser: Browser, address: string): Promise<void> {
  const { context, page } = await freshTab(browser, address);
  await page.goto('/');
  await page.locator('.monaco-editor .view-lines').click();
  await page.waitForTimeout(2000);
  await watchKeys(page, '.monaco-editor .view-lines');
  console.log(`Monaco alone: keystroke to painted letter ${spread((await typeKeys(page)).painted)}`);
  await context.close();
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

/** The samples are newer than the generated events, which `ago(24h)` would leave out beside them. */
async function removeSources(page: Page): Promise<void> {
  await new Workbench(page).panel('Events').click();
  const removals = page.getByRole('button', { name: /^Remove / });
  for (let left = await removals.count(); left > 0; left--) {
    await removals.first().click();
    await page.waitForFunction(
      (left) => document.querySelectorAll('button[aria-label^="Remove "]').length < left,
      left,
    );
  }
}

async function measureKeys(browser: Browser, address: string, rows: number): Promise<void> {
  const { context, page } = await freshTab(browser, address);
  const workbench = new Workbench(page);
  await workbench.openForEditing();
  await untilKept(page);
  await removeSources(page);
  const started = performance.now();
  await workbench.pick(eventFile(rows, 'csv'));
  await page.waitForFunction(
    (least) => Number(document.querySelector('#results-tab-all')?.textContent?.replace(/\D/g, '')) >= least,
    rows,
  );
  const loaded = performance.now() - started;
  // Each letter of this pattern, and each one taken back, changes the number of hits.
  await workbench.caretTo('Patterns', '"require("');
  for (let right = 0; right < 9; right++) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(2000);
  await watchKeys(page, '#results-tab-hits', '[role=grid]');
  const { painted, frames, long } = await typeKeys(page);
  const memory = await peakMemory(browser);
  console.log(
    `${rows.toLocaleString('en')} events: loaded and evaluated in ${Math.round(loaded)} ms; ` +
      `keystroke to painted grid ${spread(painted)}, by the first frame after it ${frames.filter((count) => count === 1).length} times; ` +
      `${long.length} tasks above 50 ms by the clock, the longest ${Math.round(Math.max(0, ...long))} ms; peak memory ${memory ?? '?'} MB`,
  );
  await context.close();
}

function reportLoads(loads: readonly Load[]): void {
  const of = (pick: (load: Load) => number): number => median(loads.map(pick));
  const times = (pick: (load: Load) => Visit): string =>
    (['hits', 'editor', 'diagnostics', 'samples'] as const)
      .map((name) => `${name} ${of((l) => pick(l)[name]).toFixed(0)} ms`)
      .join(', ');
  const megabytes = (pick: (load: Load) => number): string => `${(of(pick) / 1e6).toFixed(2)} MB`;
  console.log(`medians of ${loads.length} loads, bytes compressed by gzip`);
  console.log(
    `cold: ${times(({ cold }) => cold)}; ${megabytes(({ cold }) => cold.bytesBeforeHits)} before the hits, ` +
      `${megabytes(({ cold }) => cold.bytes)} in all`,
  );
  console.log(`again: ${times(({ repeat }) => repeat)}`);
  console.log(
    `Monaco alone: editor ${of(({ monaco }) => monaco.editor).toFixed(0)} ms; ${megabytes(({ monaco }) => monaco.bytes)}`,
  );
}

async function serve(outDir: string, port: number): Promise<{ server: PreviewServer; address: string }> {
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port, strictPort: false, headers: isolationHeaders },
  });
  const address = server.resolvedUrls?.local[0].replace(/\/$/, '');
  if (!address) throw new Error('The page is not served');
  return { server, address };
}

const bareDist = await mkdtemp(join(tmpdir(), 'bare-monaco-'));
await build({
  configFile: false,
  logLevel: 'error',
  root: 'e2e/bare-monaco',
  base: './',
  build: { outDir: bareDist, emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 6000 },
});
const page = await serve(values.dist, 4174);
const bare = await serve(bareDist, 4184);
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args: [...args] });
try {
  const loads: Load[] = [];
  for (let turn = 0; turn < Number(values.loads); turn++) loads.push(await load(browser, page.address, bare.address));
  if (loads.length > 0) reportLoads(loads);
  const sizes = values.rows.split(',').filter(Boolean);
  if (sizes.length > 0) await measureLetter(browser, bare.address);
  for (const rows of sizes) await measureKeys(browser, page.address, Number(rows));
} finally {
  await browser.close();
  await Promise.all([page.server.close(), bare.server.close()]);
  await rm(bareDist, { recursive: true });
}
