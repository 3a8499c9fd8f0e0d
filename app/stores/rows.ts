import { useSyncExternalStore } from 'react';
import { fromNamed, type KnownRows, knownRows, type RowsWindow } from '../../rule-engine/index.ts';
import { engine } from '../engine/engine.ts';
import { useViewOfRows } from './current-view.ts';
import { useEvaluationStore } from './evaluation-store.ts';
import { type LoadedRows, RowWindows } from './row-windows.ts';

const windows = new RowWindows(engine);

useViewOfRows.subscribe(({ view }) => {
  if (view) windows.show(view, rowsThatCame(view));
});

/** The rows of the last run that came with some, which the next one may name. */
let known: { readonly run: number; readonly rows: KnownRows } | undefined;

/** The rows that came of the newest run, when they are of the view. */
function rowsThatCame(view: object): RowsWindow | undefined {
  const { run, window } = useEvaluationStore.getState().rows?.found ?? {};
  if (run === undefined || window === undefined) return undefined;
  if (JSON.stringify(window.view) !== JSON.stringify(view)) return undefined;
  const rows = fromNamed(window.rows.rows, known?.rows ?? new Map());
  if (rows === undefined) return undefined;
  known = { run, rows: knownRows(rows) };
  return { ...window.rows, rows };
}

/**
 * Something of the rows of the current view; what uses it is painted anew only when that changes. The rows that are here
 * are to be asked for again at each of `useRowArrivals`.
 */
export function useRows<Value>(select: (rows: LoadedRows) => Value): Value {
  return useSyncExternalStore(windows.subscribe, () => select(windows.snapshot()));
}

/** Changes each time rows come. */
export function useRowArrivals(): number {
  return useSyncExternalStore(windows.subscribe, windows.arrivals);
}

/** Says which positions of the view are on screen, so that their rows are fetched. */
export function lookAtRows(start: number, end: number): void {
  windows.look(start, end);
}

/** The positions that the next view shall come with, and the run whose rows need not come again. */
export function wantedRows(): { readonly start: number; readonly end: number; readonly known?: number } {
  return known ? { ...windows.wanted, known: known.run } : windows.wanted;
}

/** The rows of the current view, as they are now. */
export function currentRows(): LoadedRows {
  return windows.snapshot();
}
