import { expect, type Locator, type Page } from '@playwright/test';

/** The page as a reader sees it: what journeys do and look at, by the names that are on screen. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits for the first rows. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.grid.getByRole('gridcell').first()).toBeVisible();
  }

  /** Opens the page and waits until the rule can be edited and the language service answers. */
  async openForEditing(): Promise<void> {
    await this.open();
    await expect(
      this.page.locator('.monaco-editor textarea, .monaco-editor .native-edit-context').first(),
    ).toBeAttached();
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  /** The rows on screen, without the header. */
  get rows(): Locator {
    return this.grid.locator('[data-position]');
  }

  tab(name: 'Hits' | 'Excluded' | 'All events'): Locator {
    return this.page.getByRole('tab', { name });
  }

  ruleTab(name: 'Patterns' | 'Exclusions' | 'Detection' | 'Output' | 'Whole query'): Locator {
    return this.page.getByRole('tablist', { name: 'Rule' }).getByRole('tab', { name });
  }

  panel(name: 'Events' | 'Guide' | 'Rule'): Locator {
    return this.page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name });
  }

  /** The number on a results tab. */
  async count(name: 'Hits' | 'Excluded' | 'All events'): Promise<number> {
    const text = (await this.tab(name).textContent()) ?? '';
    return Number(text.replace(/[^0-9]/g, ''));
  }

  /** Gives files to the page as the picker does. */
  async pick(files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open files' }).click();
    await (await chooser).setFiles(files);
  }
}
