import { type MouseEvent, memo, useMemo } from 'react';
import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';
import { exclusionNames } from '../../stores/evaluation/exclusion-names.ts';
import { usePreferencesStore } from '../../stores/preferences/preferences-store.ts';
import type { LoadedRows } from '../../stores/rows/row-windows.ts';
import { useMarkedDifference } from '../../stores/view/marked-difference.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './Grid.module.css';
import { GridBody } from './GridBody.tsx';
import { GridHeader } from './GridHeader.tsx';
import { ampleWidth, gridColumns } from './grid-columns.ts';
import { placedColumns } from './placed-columns.ts';
import { rowsBetween, toggled } from './row-selection.ts';
import { useInSight, useScrollSight } from './scroll-sight.ts';
import { useColumnScreen } from './use-column-screen.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridMenu } from './use-grid-menu.tsx';
import { useGridTable } from './use-grid-table.ts';
import { useLiteralKinds } from './use-literal-kinds.ts';
import { useStable } from './use-stable.ts';

interface GridProps {
  readonly rows: LoadedRows;
  readonly result: EvaluatedQuery;
  readonly label: string;
}

const headerHeight = 28;

/** The rows of the view: painted where they are on screen, fetched by windows, moved through by keyboard. */
export const Grid = memo(function Grid({ rows, result, label }: GridProps) {
  const { traceable } = result.evaluation;
  const flags = useStable(result.evaluation.flags.map(({ column }) => column));
  const kinds = useLiteralKinds(result);
  const names = useStable(exclusionNames(result));
  const tab = rows.view?.tab ?? 'hits';
  const isNear = useViewStore((state) => state.tab === 'near-misses');
  const canLabel = tab !== 'hits' || traceable;
  const marked = useMarkedDifference();
  const change = canLabel && !isNear ? marked.kind : 'none';
  const sight = useScrollSight();
  const isAmple = useInSight(sight, ({ width }) => width >= ampleWidth);
  const columns = useMemo(() => {
    const own = { label: canLabel, verdict: tab !== 'hits' && !isNear, reason: isNear, change };
    return gridColumns(rows.columns, flags, own, isAmple ? 'ample' : 'tight');
  }, [rows.columns, flags, tab, canLabel, isNear, change, isAmple]);
  const table = useGridTable(columns);
  const placed = useMemo(() => placedColumns(table, columns), [table, columns]);
  const rowHeight = usePreferencesStore((state) => state.density) === 'compact' ? 24 : 28;
  const list = useMemo(() => ({ count: rows.total, rowHeight, headerHeight }), [rows.total, rowHeight]);
  const shown = useColumnScreen(sight, placed);
  const cursor = useViewStore((state) => state.cursor);
  const onKeyDown = useGridKeys(rows, sight, list);
  const click = useRowClicks(rows);
  const menu = useGridMenu(rows, sight, canLabel);
  return (
    <div
      ref={sight.attach}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.total + 1}
      aria-colcount={placed.length}
      aria-multiselectable
      aria-activedescendant={rows.total > 0 ? `row-${Math.min(cursor, rows.total - 1)}` : undefined}
      aria-busy={rows.stale}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onClick={click}
      onMouseDown={keepTextUnselected}
      onContextMenu={menu.open}
    >
      <GridHeader table={table} placed={placed} shown={shown} />
      <GridBody
        rows={rows}
        sight={sight}
        list={list}
        shown={shown}
        width={table.getTotalSize()}
        kinds={kinds}
        exclusionNames={names}
        hasLabels={canLabel}
        hasReasons={isNear}
        difference={change === 'none' ? undefined : marked.difference}
      />
      {menu.element}
    </div>
  );
});

/** With Shift rows are selected, not their text, whose selection would cover the marks. */
function keepTextUnselected(event: MouseEvent<HTMLElement>): void {
  if (!event.shiftKey || !(event.target as HTMLElement).closest('[data-position]')) return;
  event.preventDefault();
  event.currentTarget.focus();
}

/** A click on a match goes to its literal, with Ctrl or Cmd selects, with Shift extends, else opens the row. */
function useRowClicks(rows: LoadedRows): (event: MouseEvent) => void {
  return (event) => {
    const target = event.target as HTMLElement;
    const line = target.closest<HTMLElement>('[data-position]');
    if (!line) return;
    const { actions, selected, cursor } = useViewStore.getState();
    const position = Number(line.dataset.position);
    const row = rows.rowAt(position);
    if (!row) return;
    const literal = target.closest<HTMLElement>('[data-literal]')?.dataset.literal;
    if (literal !== undefined && !event.shiftKey) actions.revealLiteral(Number(literal));
    if (event.shiftKey) actions.setSelected(new Set([...selected, ...rowsBetween(rows, cursor, position)]));
    else if (event.ctrlKey || event.metaKey) actions.setSelected(toggled(selected, row.row));
    else if (literal === undefined && !window.getSelection()?.toString()) actions.openDetail(row.row);
    actions.setCursor(position);
  };
}
