import { useSyncExternalStore } from 'react';
import {
  type EvaluateParams,
  fromNamed,
  type KnownRows,
  knownRows,
  type RowsWindow,
} from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { useEvaluationStore } from '../evaluation/evaluation-store.ts';
import { useViewOfRows, wantedView } from '../view/current-view.ts';
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

/**
 * The rows on screen, for an evaluation to bring along; the run whose rows need not come again is named. Hits are few; other
 * rows may have to be sorted first, and their counts shall not wait for that.
 */
export function rowsOnScreen(): EvaluateParams['rows'] {
  const view = wantedView();
  if (view.tab !== 'hits') return undefined;
  return { view, ...windows.wanted, ...(known && { known: known.run }) };
}

/** The rows of the current view, as they are now. */
export function currentRows(): LoadedRows {
  return windows.snapshot();
}
