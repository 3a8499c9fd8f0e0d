/**
 * Measures what 100,000 events cost the page's main thread: `node build/run-typescript.mjs ./e2e/measure-main-thread.ts
 * [ADDRESS]` against a served production build. Prints, for each thing done, the tasks above 50 ms by the clock (what
 * `PerformanceObserver` calls long tasks; other processes on the machine lengthen them) and by the processor's time, and the
 * frames that the page was late for.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../build/chromium.ts';
import { untilAtRest } from './browser-rest.ts';
import { untilKept } from './page-milestones.ts';
import { Workbench } from './workbench.ts';

const rows = 100_000;
/** Milliseconds from which a task is long. */
const long = 50;
/** Milliseconds between two frames from which at least one was dropped: two frames at 60 a second. */
const late = 33.4;
/** Tells the page's thread from those of the browser's own pages, which are in the same trace. */
const pageMark = 'the measured page';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: begin, duration, and duration in the processor's time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

function eventsCsv(): string {
  const names = ['svchost.exe', 'chrome.exe', 'lua.exe', 'python3', 'nginx', 'luajit', 'code.exe', 'redis-cli'];
  const lines = ['Timestamp,DeviceName,AccountName,FileName,ProcessCommandLine,InitiatingProcessFileName'];
  for (let row = 0; row < rows; row++) {
    const time = new Date(Date.UTC(2026, 2, 12) + row * 500).toISOString();
    const name = names[row % names.length];
    const line =
      row % 97 === 0 ? `${name} -e ""os.execute('id ${row}')""` : `${name} --task ${row % 7919} run.${row % 31}`;
    lines.push(`${time},host-${row % 400}.example,user${row % 60},${name},"${line}",parent${row % 12}.exe`);
  }
  return lines.join('\n');
}

async function main(address: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'main-thread-'));
  const file = join(folder, 'events.csv');
  await writeFile(file, eventsCsv());
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: address });
    page.setDefaultTimeout(0);
    await watchFrames(page);
    await untilAtRest(browser);
    await measure(browser, page, file, join(folder, 'trace.json'));
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
}

async function measure(browser: Browser, page: Page, file: string, trace: string): Promise<void> {
  const workbench = new Workbench(page);
  const step = async (title: string, act: () => Promise<void>): Promise<void> => {
    await browser.startTracing(page, {
      path: trace,
      categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'blink.user_timing'],
    });
    await page.evaluate(forgetFrames);
    await act();
    await page.waitForTimeout(1000);
    const frames = await page.evaluate(framesSeen);
    await page.evaluate((name) => performance.mark(name), pageMark);
    await browser.stopTracing();
    report(title, await longTasks(trace), frames);
  };
  await step('first visit, with editor and language service', () => workbench.openForEditing());
  await untilKept(page);
  const before = await workbench.count('All events');
  await step(`loading ${rows} events`, async () => {
    await workbench.pick(file);
    await page.waitForFunction(
      (least) => Number(document.querySelector('#results-tab-all')?.textContent?.replace(/\D/g, '')) >= least,
      before + rows,
    );
  });
  await step('typing ten letters of a pattern', async () => {
    await workbench.caretTo('Patterns', 'socket.tcp"');
    for (const letter of 'abcdefghij') await page.keyboard.type(letter, { delay: 120 });
    await page.waitForTimeout(1500);
  });
  await step('an exclusion off and on', async () => {
    await workbench.ruleTab('Exclusions').click();
    const exclusion = page.getByRole('switch').first();
    await exclusion.click();
    await page.waitForTimeout(1500);
    await exclusion.click();
    await page.waitForTimeout(1500);
  });
  await step('all events: scrolling, sorting, searching', async () => {
    await workbench.tab('All events').click();
    await workbench.rows.first().waitFor();
    await workbench.grid.hover();
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 2000);
    await page
      .getByRole('columnheader', { name: /^FileName/ })
      .getByRole('button')
      .first()
      .click();
    await page.getByRole('searchbox', { name: 'Find in rows' }).pressSequentially('execute', { delay: 80 });
    await page.waitForTimeout(1500);
  });
}

interface WatchingWindow extends Window {
  frameGaps: number[] | undefined;
}

/** Lets the page note how long after the one before each of its frames came, in milliseconds. */
async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const frameGaps: number[] = [];
    Object.assign(window, { frameGaps });
    let before = performance.now();
    const onFrame = (now: number): void => {
      frameGaps.push(now - before);
      before = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
}

function forgetFrames(): void {
  const { frameGaps } = window as unknown as WatchingWindow;
  if (frameGaps) frameGaps.length = 0;
}

function framesSeen(): readonly number[] {
  return (window as unknown as WatchingWindow).frameGaps ?? [];
}

interface LongTasks {
  readonly byClock: readonly number[];
  readonly byProcessor: readonly number[];
}

async function longTasks(trace: string): Promise<LongTasks> {
  const { traceEvents } = JSON.parse(await readFile(trace, 'utf8')) as { traceEvents: readonly TraceEvent[] };
  const threads = traceEvents.filter(({ name }) => name === pageMark);
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' &&
      name === 'ThreadControllerImpl::RunTask' &&
      threads.some((thread) => thread.pid === pid && thread.tid === tid),
  );
  const above = (times: readonly (number | undefined)[]): readonly number[] =>
    times.map((time = 0) => Math.round(time / 1000)).filter((time) => time > long);
  return { byClock: above(tasks.map(({ dur }) => dur)), byProcessor: above(tasks.map(({ tdur }) => tdur)) };
}

function report(title: string, { byClock, byProcessor }: LongTasks, frames: readonly number[]): void {
  const gaps = frames.filter((gap) => gap > late).map(Math.round);
  console.log(
    `${title}: ${byClock.length} by the clock ${listed(byClock)}, ${byProcessor.length} by the processor ${listed(byProcessor)}; ` +
      `${gaps.length} of ${frames.length} frames late ${listed(gaps)}`,
  );
}

function listed(times: readonly number[]): string {
  return `[${times.join(', ')}${times.length > 0 ? ' ms' : ''}]`;
}

await main(process.argv[3] ?? 'http://localhost:4173');
