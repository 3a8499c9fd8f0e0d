import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { SampleFile } from './sample-files.ts';

export type ResultsTab = 'Hits' | 'Excluded' | 'All events';
export type SegmentTab = 'Patterns' | 'Exclusions' | 'Detection' | 'Output';

/** The page as a reader sees it: what journeys do and look at, by the names that are on screen. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits until it shows what the rule finds in all of its first events. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await this.untilRead();
  }

  /** Waits until all files are read and evaluated. */
  async untilRead(): Promise<void> {
    await this.rows.first().waitFor();
    await this.page.getByText('Reading events').waitFor({ state: 'detached' });
    const loaded = this.page.getByRole('contentinfo').getByText(/rows? loaded$/);
    await expect(async () => {
      const rows = Number((await loaded.textContent())?.replace(/\D/g, ''));
      expect(await this.count('All events')).toBe(rows);
    }).toPass();
  }

  /** Opens the page and waits until the rule can be edited. */
  async openForEditing(): Promise<void> {
    await this.open();
    await this.editor.waitFor();
  }

  get editor(): Locator {
    return this.page.locator('.monaco-editor .view-lines').first();
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  /** The rows on screen, without the header. */
  get rows(): Locator {
    return this.grid.locator('[data-position]');
  }

  /** The topmost row of the view: a row keeps its place in the document wherever it moves. */
  get topRow(): Locator {
    return this.grid.locator('[data-position="0"]');
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Find in rows' });
  }

  /** The drawer of the row that is open. */
  get row(): Locator {
    return this.page.getByRole('region', { name: 'Row', exact: true });
  }

  tab(name: ResultsTab): Locator {
    return this.page.getByRole('tablist', { name: 'Results' }).getByRole('tab', { name });
  }

  ruleTab(name: SegmentTab | 'Whole query'): Locator {
    return this.page.getByRole('tablist', { name: 'Rule' }).getByRole('tab', { name });
  }

  panel(name: 'Events' | 'Tuning' | 'Validation' | 'Baseline' | 'Review' | 'Guide' | 'Rule'): Locator {
    return this.page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name });
  }

  /** A loaded file in the list of events. */
  source(name: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `Remove ${name}`, exact: true }) });
  }

  /** The number on a results tab; NaN before the first evaluation. */
  async count(name: ResultsTab): Promise<number> {
    const digits = ((await this.tab(name).textContent()) ?? '').replace(/\D/g, '');
    return digits === '' ? Number.NaN : Number(digits);
  }

  /** How far the rows are dimmed: 1 is not at all. */
  gridOpacity(): Promise<number> {
    return this.grid.evaluate((grid) => {
      let opacity = 1;
      for (let element: Element | null = grid; element; element = element.parentElement) {
        opacity *= Number(getComputedStyle(element).opacity);
      }
      return opacity;
    });
  }

  /** Gives files to the page as the picker does. */
  async pick(files: SampleFile | string): Promise<void> {
    await this.panel('Events').click();
    const chooser = this.page.waitForEvent('filechooser');
    const panels = this.page.getByRole('region', { name: 'Panels' });
    await panels.getByRole('button', { name: 'Open files' }).click();
    await (await chooser).setFiles(typeof files === 'string' ? files : { ...files });
  }

  /** Drags files over the window and drops them. */
  async drop(files: readonly SampleFile[]): Promise<void> {
    const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
    const transfer = await this.page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const { name, mimeType, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type: mimeType }));
      }
      return transfer;
    }, plain);
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await this.page.getByText('Drop event files').waitFor();
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  /** Drags a folder of the disk over the window and drops it. */
  async dropFolder(folder: string): Promise<void> {
    const browser = await this.page.context().newCDPSession(this.page);
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop') =>
      browser.send('Input.dispatchDragEvent', {
        type,
        x: 400,
        y: 400,
        data: { items: [], files: [folder], dragOperationsMask: 1 },
      });
    await drag('dragEnter');
    await drag('dragOver');
    await this.page.getByText('Drop event files').waitFor();
    await drag('drop');
  }

  /** Sets the caret in front of a text of a segment as it was shipped. */
  async caretTo(tab: SegmentTab, text: string): Promise<void> {
    const shipped = readFileSync(`public/rules/t1059-011-lua/${tab.toLowerCase()}.kql`, 'utf8').split('\n');
    const line = shipped.findIndex((each) => each.includes(text));
    const indent = shipped[line].search(/\S/);
    await this.ruleTab(tab).click();
    // Keys pressed before the editor has the tab's text would go to another one.
    await this.page.getByRole('textbox', { name: new RegExp(`^${tab}\\.`) }).waitFor({ state: 'attached' });
    // Its middle may lie beyond the pane: lines can be wider.
    await this.editor.click({ position: { x: 4, y: 4 } });
    await this.page.keyboard.press('Control+Home');
    for (let at = 0; at < line; at++) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Home');
    for (let at = indent; at < shipped[line].indexOf(text); at++) await this.page.keyboard.press('ArrowRight');
  }

  /** Adds a pattern in front of another, letter by letter. */
  async typePattern(pattern: string, before: string): Promise<void> {
    await this.caretTo('Patterns', before);
    await this.page.keyboard.insertText('"", ');
    for (let back = 0; back < 3; back++) await this.page.keyboard.press('ArrowLeft');
    await this.page.keyboard.type(pattern);
  }

  /** Runs a command of the palette. */
  async command(text: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: 'Command' }).fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Leaves the page, and in the browser's store what another version of it may have left there. */
  async leave(key: string, value: unknown): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto('/favicon.svg');
    await this.page.evaluate(
      async ([key, value]) => {
        const open = indexedDB.open('keyval-store');
        const database = await new Promise<IDBDatabase>((resolve) => {
          open.onsuccess = () => resolve(open.result);
        });
        const transaction = database.transaction('keyval', 'readwrite');
        transaction.objectStore('keyval').put(value, `penumbra:${key}`);
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
        database.close();
        localStorage.clear();
      },
      [key, value] as const,
    );
  }

  /** What the browser keeps of this page over a reload. */
  kept(key: 'workspace' | 'events'): Promise<{ readonly segments?: object; readonly files?: readonly string[] }> {
    return this.page.evaluate(async (key) => {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('keyval-store');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const kept = await new Promise<{ rule?: string; segments?: object; files?: { file: File }[] } | undefined>(
        (resolve) => {
          const request = opened.transaction('keyval').objectStore('keyval').get(`penumbra:${key}`);
          request.onsuccess = () => resolve(request.result);
        },
      );
      opened.close();
      return { rule: kept?.rule, segments: kept?.segments, files: kept?.files?.map(({ file }) => file.name) };
    }, key);
  }

  /** Waits until a text stands in what the browser keeps of this page over a reload. */
  async waitUntilKept(key: 'workspace' | 'events', text: string): Promise<void> {
    await expect.poll(async () => JSON.stringify(await this.kept(key)).includes(text)).toBe(true);
  }
}
