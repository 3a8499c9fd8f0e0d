import type { KeyboardEvent } from 'react';
import { copyRows } from '../../stores/rows/export-rows.ts';
import type { LoadedRows } from '../../stores/rows/row-windows.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { chosenRows, rowActions } from './row-actions.ts';
import { rowsBetween, toggled } from './row-selection.ts';
import type { ScrollSight } from './scroll-sight.ts';
import { type RowList, rowsOnScreen, scrollToRow } from './use-row-screen.ts';

/** Pixels that the left and right arrows scroll. */
const sideways = 80;

/**
 * The grid's keys: arrows, Page Up and Down, Home and End move; with Shift they select; Space selects the row; Enter
 * opens its detail and Escape closes it, then clears the selection. T, F and U label the row or the selection, X and
 * Delete clear the label, E makes an exclusion, Ctrl+C copies the selection.
 */
export function useGridKeys(rows: LoadedRows, sight: ScrollSight, list: RowList): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const { cursor, selected, detailRow, actions } = useViewStore.getState();
    const last = rows.total - 1;
    const page = rowsOnScreen(sight, list);
    const goals: Partial<Record<string, number>> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: last,
    };
    const goal = goals[event.key];
    const row = rows.rowAt(cursor);
    const rowAction = rowActions[event.key.toLowerCase()];
    if (goal !== undefined) {
      const to = Math.max(0, Math.min(goal, last));
      if (event.shiftKey) actions.setSelected(new Set([...selected, ...rowsBetween(rows, cursor, to)]));
      actions.setCursor(to);
      scrollToRow(sight, list, to);
      const next = rows.rowAt(to);
      if (detailRow !== undefined && next) actions.openDetail(next.row);
    } else if (rowAction && row && !event.ctrlKey && !event.metaKey) rowAction(chosenRows(rows, row));
    else if (isCopy(event) && selected.size > 0 && rows.view) void copyRows(rows.view, rows.columns, 'csv');
    else if (event.key === 'Enter' && row) actions.openDetail(row.row);
    else if (event.key === ' ' && row) actions.setSelected(toggled(selected, row.row));
    else if (event.key === 'Escape') {
      if (detailRow !== undefined) actions.closeDetail();
      else actions.setSelected(new Set());
    } else if (event.key === 'ArrowRight') sight.element?.scrollBy({ left: sideways });
    else if (event.key === 'ArrowLeft') sight.element?.scrollBy({ left: -sideways });
    else return;
    event.preventDefault();
  };
}

/** Text of the page that is marked is copied as text. */
function isCopy({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'c' && window.getSelection()?.isCollapsed !== false;
}
