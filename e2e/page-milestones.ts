import type { Page } from '@playwright/test';

/** What a visitor waits for, by the element that shows it. */
export const milestoneSelectors = {
  hits: '[data-position][data-verdict]',
  editor: '.monaco-editor .view-line',
  diagnostics: '.squiggly-error',
} as const;

export type Milestone = keyof typeof milestoneSelectors;

/** When each was first painted, in milliseconds since the navigation began. */
export type Milestones = Readonly<Record<Milestone, Promise<number>>>;

const mark = 'milestone';

/**
 * Lets the page tell its milestones from its first moment on; before it is opened. It tells by its console, as asking
 * would run a script of ours in the thread that is measured.
 */
export async function noteMilestones(page: Page): Promise<Milestones> {
  await page.addInitScript(
    ({ selectors, mark }) => {
      const seen = new Set<string>();
      const look = (): void => {
        for (const [name, selector] of Object.entries(selectors)) {
          if (seen.has(name) || document.querySelector(selector) === null) continue;
          seen.add(name);
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => console.debug(`${mark} ${name} ${performance.now()}`);
            port2.postMessage(null);
          });
        }
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
    },
    { selectors: milestoneSelectors, mark },
  );
  const told = (milestone: Milestone): Promise<number> =>
    new Promise((resolve) => {
      page.on('console', (message) => {
        const [kind, name, time] = message.text().split(' ');
        if (kind === mark && name === milestone) resolve(Number(time));
      });
    });
  return { hits: told('hits'), editor: told('editor'), diagnostics: told('diagnostics') };
}

/** Waits until the service worker has kept the page: what is measured next is not to be disturbed by that. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
