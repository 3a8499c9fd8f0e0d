import type { Page } from '@playwright/test';

/**
 * What a visitor waits for: the first rows that the rule finds, its text in the editor, an error underlined, and all files
 * read and evaluated.
 */
export type Milestone = 'hits' | 'editor' | 'diagnostics' | 'samples';

/** When each was first painted, in milliseconds since the navigation began. */
export type Milestones = Readonly<Record<Milestone, Promise<number>>>;

const mark = 'milestone';

/**
 * Lets the page tell its milestones from its first moment on; before it is opened. It tells by its console, as asking
 * would run a script of ours in the thread that is measured.
 */
export async function noteMilestones(page: Page): Promise<Milestones> {
  await page.addInitScript((mark) => {
    const has = (selector: string): boolean => document.querySelector(selector) !== null;
    const textOf = (selector: string): string | undefined => document.querySelector(selector)?.textContent ?? undefined;
    let hitsOfSome: string | undefined;
    const isThere: Readonly<Record<Milestone, () => boolean>> = {
      hits: () => has('[data-position][data-verdict]'),
      editor: () => has('.monaco-editor .view-line'),
      diagnostics: () => has('.squiggly-error'),
      samples: () => {
        if (!isThere.hits() || /reading events/i.test(textOf('footer [role=status]') ?? '')) return false;
        // Those of the first file, until all are evaluated.
        hitsOfSome ??= textOf('#results-tab-hits');
        return textOf('#results-tab-hits') !== hitsOfSome;
      },
    };
    const waiting = new Map(Object.entries(isThere));
    const look = (): void => {
      for (const [name, isThere] of waiting) {
        if (!isThere()) continue;
        waiting.delete(name);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => console.debug(`${mark} ${name} ${performance.now()}`);
          port2.postMessage(null);
        });
      }
    };
    const changes = { childList: true, subtree: true, attributes: true, characterData: true };
    new MutationObserver(look).observe(document, changes);
  }, mark);
  const told = (milestone: Milestone): Promise<number> =>
    new Promise((resolve) => {
      page.on('console', (message) => {
        const [kind, name, time] = message.text().split(' ');
        if (kind === mark && name === milestone) resolve(Number(time));
      });
    });
  return { hits: told('hits'), editor: told('editor'), diagnostics: told('diagnostics'), samples: told('samples') };
}

/** Waits until the service worker has kept the page: what is measured next is not to be disturbed by that. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}
