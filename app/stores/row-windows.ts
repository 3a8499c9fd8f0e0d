import type { ColumnSchema, EngineMethods, GridRow, RowsWindow, View } from '../../rule-engine/index.ts';
import { type Client, isCancelled } from '../engine/client.ts';

/** Rows in one request: a screen or two. */
const windowRows = 128;
/** Windows kept behind and ahead of the screen; older ones are dropped. */
const windowsKept = 64;

/** What the grid paints: rows that are here, by position. */
export interface LoadedRows {
  readonly view: View | undefined;
  readonly total: number;
  readonly columns: readonly ColumnSchema[];
  readonly rowAt: (position: number) => GridRow | undefined;
  /** True while the rows on screen are those of an older view. */
  readonly stale: boolean;
}

interface Page {
  readonly view: View;
  readonly windows: Map<number, readonly GridRow[]>;
  total: number;
  columns: readonly ColumnSchema[];
}

/**
 * The rows of a view, fetched by windows around what is on screen. When the view changes, the old rows stay until the
 * new ones for the same place have come, so that the grid never flickers empty.
 */
export class RowWindows {
  readonly #engine: Client<EngineMethods>;
  readonly #listeners = new Set<() => void>();
  #shown: Page | undefined;
  #next: Page | undefined;
  #range = { start: 0, end: 40 };
  #pending = new Map<number, AbortController>();
  #snapshot: LoadedRows = { view: undefined, total: 0, columns: [], rowAt: () => undefined, stale: false };

  constructor(engine: Client<EngineMethods>) {
    this.#engine = engine;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): LoadedRows => this.#snapshot;

  /** Asks for another view's rows. */
  show(view: View): void {
    for (const controller of this.#pending.values()) controller.abort();
    this.#pending.clear();
    this.#next = { view, windows: new Map(), total: 0, columns: [] };
    this.#fetch();
    this.#publish();
  }

  /** Says which positions are on screen. */
  look(start: number, end: number): void {
    this.#range = { start, end };
    this.#fetch();
  }

  #fetch(): void {
    const page = this.#next ?? this.#shown;
    if (!page) return;
    const known = page === this.#shown ? Math.max(0, page.total - 1) : Number.POSITIVE_INFINITY;
    const first = Math.floor(Math.max(0, Math.min(this.#range.start, known)) / windowRows);
    const last = Math.floor(Math.max(0, Math.min(this.#range.end, known)) / windowRows);
    for (const [index, controller] of this.#pending) {
      if (index >= first - 1 && index <= last + 1) continue;
      controller.abort();
      this.#pending.delete(index);
    }
    for (let index = first; index <= last; index++) {
      if (!page.windows.has(index) && !this.#pending.has(index)) void this.#fetchWindow(page, index);
    }
  }

  async #fetchWindow(page: Page, index: number): Promise<void> {
    const controller = new AbortController();
    this.#pending.set(index, controller);
    try {
      const start = index * windowRows;
      const params = { view: page.view, start, end: start + windowRows };
      this.#accept(page, index, await this.#engine.request('rows', params, { signal: controller.signal }));
    } catch (error) {
      // A run that a newer one replaced has no rows any more; its successor's view is on the way.
      if (!isCancelled(error) && page === this.#next) this.#next = undefined;
      this.#publish();
    } finally {
      if (this.#pending.get(index) === controller) this.#pending.delete(index);
    }
  }

  #accept(page: Page, index: number, window: RowsWindow): void {
    if (page !== this.#next && page !== this.#shown) return;
    page.windows.set(index, window.rows);
    page.total = window.total;
    page.columns = window.columns;
    if (page.windows.size > windowsKept) page.windows.delete(page.windows.keys().next().value ?? index);
    if (page === this.#next) {
      this.#shown = page;
      this.#next = undefined;
      this.#fetch();
    }
    this.#publish();
  }

  #publish(): void {
    const page = this.#shown;
    this.#snapshot = {
      view: page?.view,
      total: page?.total ?? 0,
      columns: page?.columns ?? [],
      rowAt: (position) => page?.windows.get(Math.floor(position / windowRows))?.[position % windowRows],
      stale: this.#next !== undefined,
    };
    for (const listener of this.#listeners) listener();
  }
}
