import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '@playwright/test';

/** Milliseconds over which the processor's time is looked at. */
const look = 250;
/** Of that, the share at which the browser is at rest. */
const calm = 0.06;
/** Milliseconds after which it is measured anyway. */
const patience = 15_000;

/**
 * Waits until the browser has nothing left to do. A new window loads the browser's own pages (its address bar is one),
 * which costs as much of the processor as the page that is to be measured.
 */
export async function untilAtRest(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const spent = async (): Promise<number> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  const end = performance.now() + patience;
  let before = await spent();
  while (performance.now() < end) {
    await pause(look);
    const now = await spent();
    if (now - before < look * calm) break;
    before = now;
  }
  await session.detach();
}
