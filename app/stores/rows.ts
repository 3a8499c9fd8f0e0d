import { useEffect, useSyncExternalStore } from 'react';
import { engine } from '../engine/engine.ts';
import { useCurrentView } from './current-view.ts';
import { type LoadedRows, RowWindows } from './row-windows.ts';

const windows = new RowWindows(engine);

/** The rows of the current view as far as they are here. */
export function useRows(): LoadedRows {
  const view = useCurrentView();
  useEffect(() => {
    if (view) windows.show(view);
  }, [view]);
  return useSyncExternalStore(windows.subscribe, windows.snapshot);
}

/** Says which positions of the view are on screen, so that their rows are fetched. */
export function lookAtRows(start: number, end: number): void {
  windows.look(start, end);
}

/** The row at a position of the view, when it is here. */
export function rowAt(position: number): ReturnType<LoadedRows['rowAt']> {
  return windows.snapshot().rowAt(position);
}
