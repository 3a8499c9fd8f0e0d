import type { Page } from '@playwright/test';

/** What a visitor waits for, by the element that shows it. */
export const milestoneSelectors = {
  hits: '[data-position][data-verdict]',
  editor: '.monaco-editor .view-line',
  diagnostics: '.squiggly-error',
} as const;

export type Milestone = keyof typeof milestoneSelectors;

/** The page's own note of when each was first painted, in milliseconds since the navigation began. */
interface NotingWindow extends Window {
  milestones: Partial<Record<Milestone, number>>;
}

/** Lets the page note its milestones from its first moment on; before it is opened. */
export async function noteMilestones(page: Page): Promise<void> {
  await page.addInitScript((selectors) => {
    const noted: Partial<Record<string, number>> = {};
    Object.assign(window, { milestones: noted });
    const seen = new Set<string>();
    const look = (): void => {
      for (const [name, selector] of Object.entries(selectors)) {
        if (seen.has(name) || document.querySelector(selector) === null) continue;
        seen.add(name);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            noted[name] = performance.now();
          };
          port2.postMessage(null);
        });
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  }, milestoneSelectors);
}

/** Waits until a milestone was painted, and says when. */
export async function milestone(page: Page, name: Milestone): Promise<number> {
  const noted = await page.waitForFunction((name) => (window as unknown as NotingWindow).milestones[name], name);
  return (await noted.jsonValue()) ?? Number.NaN;
}

/** Waits until the service worker has kept the page: what is measured next is not to be disturbed by that. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
