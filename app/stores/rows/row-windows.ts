import type { ColumnSchema, GridRow, RowsWindow, View } from '../../../rule-engine/index.ts';
import type { Client } from '../../workers/client.ts';
import type { EngineWorkerMethods } from '../../workers/engine-methods.ts';
import { isCancelled } from '../../workers/request-error.ts';
import { isSameRow } from './same-row.ts';

/** Rows in one request: about a screen. */
const windowRows = 64;
/** Windows kept behind and ahead of the screen; older ones are dropped. */
const windowsKept = 64;

/** What the grid paints. The same object while all of this is the same, whatever windows come. */
export interface LoadedRows {
  readonly view: View | undefined;
  readonly total: number;
  readonly columns: readonly ColumnSchema[];
  /** The row at a position, when it is here. */
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
  readonly #engine: Client<EngineWorkerMethods>;
  readonly #listeners = new Set<() => void>();
  #shown: Page | undefined;
  #next: Page | undefined;
  #range = { start: 0, end: 40 };
  #pending = new Map<number, AbortController>();
  #arrivals = 0;
  readonly #rowAt = (position: number): GridRow | undefined =>
    this.#shown?.windows.get(Math.floor(position / windowRows))?.[position % windowRows];
  #snapshot: LoadedRows = { view: undefined, total: 0, columns: [], rowAt: this.#rowAt, stale: false };

  constructor(engine: Client<EngineWorkerMethods>) {
    this.#engine = engine;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): LoadedRows => this.#snapshot;

  /** Grows each time rows come. */
  readonly arrivals = (): number => this.#arrivals;

  /** The windows that are on screen: what a view must have to be shown. */
  get wanted(): { readonly start: number; readonly end: number } {
    const first = Math.floor(this.#range.start / windowRows);
    const last = Math.floor(Math.max(this.#range.start, this.#range.end - 1) / windowRows);
    return { start: first * windowRows, end: (last + 1) * windowRows };
  }

  /** Shows another view's rows: those that came with it, or else those asked for now. */
  show(view: View, rows?: RowsWindow): void {
    for (const controller of this.#pending.values()) controller.abort();
    this.#pending.clear();
    this.#next = { view, windows: new Map(), total: 0, columns: [] };
    if (rows && rows.start % windowRows === 0) this.#accept(this.#next, rows);
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
      this.#accept(page, await this.#engine.request('rows', params, { signal: controller.signal }));
      this.#publish();
    } catch (error) {
      // A run that a newer one replaced has no rows any more; its successor's view is on the way.
      if (!isCancelled(error) && page === this.#next) this.#next = undefined;
      this.#publish();
    } finally {
      if (this.#pending.get(index) === controller) this.#pending.delete(index);
    }
  }

  /** Takes rows from the start of a window on, maybe of several. */
  #accept(page: Page, { start, total, columns, rows }: RowsWindow): void {
    if (page !== this.#next && page !== this.#shown) return;
    const known = page === this.#next ? this.#shown?.windows : undefined;
    page.total = total;
    page.columns = sameColumns(this.#snapshot.columns, columns);
    for (let at = 0; at < Math.max(1, rows.length); at += windowRows) {
      const index = (start + at) / windowRows;
      page.windows.set(index, withKnown(rows.slice(at, at + windowRows), rowsAround(known, index)));
      if (page.windows.size > windowsKept) page.windows.delete(page.windows.keys().next().value ?? index);
    }
    this.#arrivals++;
    if (page === this.#next) {
      this.#shown = page;
      this.#next = undefined;
      this.#fetch();
    }
  }

  #publish(): void {
    const { view, total = 0, columns = [] } = this.#shown ?? {};
    const stale = this.#next !== undefined;
    const { view: formerView, total: formerTotal, columns: formerColumns, stale: wasStale } = this.#snapshot;
    if (view !== formerView || total !== formerTotal || columns !== formerColumns || stale !== wasStale) {
      this.#snapshot = { view, total, columns, rowAt: this.#rowAt, stale };
    }
    for (const listener of this.#listeners) listener();
  }
}

/** The former columns where they are the same, so that nothing that depends on them alone is made anew. */
function sameColumns(former: readonly ColumnSchema[], now: readonly ColumnSchema[]): readonly ColumnSchema[] {
  const isSame =
    former.length === now.length &&
    former.every(({ name, type }, index) => name === now[index].name && type === now[index].type);
  return isSame ? former : now;
}

/** The former rows about where a window's rows were: an edit moves them a little. */
function rowsAround(known: Page['windows'] | undefined, index: number): readonly GridRow[] {
  return [index - 1, index, index + 1].flatMap((near) => known?.get(near) ?? []);
}

/** The rows, with those that are painted as before by the former objects: the grid need not paint them again. */
function withKnown(rows: readonly GridRow[], known: readonly GridRow[]): readonly GridRow[] {
  if (known.length === 0) return rows;
  const byRow = new Map(known.map((row) => [row.row, row]));
  return rows.map((row) => {
    const former = byRow.get(row.row);
    return former && isSameRow(former, row) ? former : row;
  });
}
