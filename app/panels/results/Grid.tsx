import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { EvaluatedQuery } from '../../stores/evaluation-store.ts';
import { literalKinds } from '../../stores/literal-kinds.ts';
import { useNearMissReasons } from '../../stores/near-miss-reasons.ts';
import { usePreferencesStore } from '../../stores/preferences-store.ts';
import { useRowLabels } from '../../stores/row-labels.ts';
import type { LoadedRows } from '../../stores/row-windows.ts';
import { lookAtRows } from '../../stores/rows.ts';
import { useViewStore } from '../../stores/view-store.ts';
import styles from './Grid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { GridLine } from './GridLine.tsx';
import { GridRowNotes } from './GridRowNotes.tsx';
import { gridColumns } from './grid-columns.ts';
import { placedColumns } from './placed-columns.ts';
import { rowsBetween, toggled } from './row-selection.ts';
import { useColumnScreen } from './use-column-screen.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridMenu } from './use-grid-menu.tsx';
import { useGridTable } from './use-grid-table.ts';
import { useRowScreen } from './use-row-screen.ts';

interface GridProps {
  readonly rows: LoadedRows;
  readonly result: EvaluatedQuery;
  readonly label: string;
}

const headerHeight = 28;

/** The rows of the view: painted where they are on screen, fetched by windows, moved through by keyboard. */
export function Grid({ rows, result, label }: GridProps) {
  const { flags, traceable } = result.evaluation;
  const kinds = useMemo(() => literalKinds(result), [result]);
  const tab = rows.view?.tab ?? 'hits';
  const isNear = useViewStore((state) => state.tab === 'near-misses');
  const canLabel = tab !== 'hits' || traceable;
  const columns = useMemo(
    () => gridColumns(rows.columns, flags, { label: canLabel, verdict: tab !== 'hits' && !isNear, reason: isNear }),
    [rows.columns, flags, tab, canLabel, isNear],
  );
  const table = useGridTable(columns);
  const layout = useViewStore((state) => state.layout);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table reads its state from the layout.
  const placed = useMemo(() => placedColumns(table, columns), [table, columns, layout]);
  const rowHeight = usePreferencesStore((state) => state.density) === 'compact' ? 24 : 28;
  const scroller = useRef<HTMLDivElement>(null);
  const screen = useRowScreen(scroller, rows.total, rowHeight, headerHeight);
  const shown = useColumnScreen(scroller, placed);
  const { first, last } = screen;
  useEffect(() => lookAtRows(first, Math.max(first, last) + 1), [first, last]);

  const cursor = Math.min(
    useViewStore((state) => state.cursor),
    Math.max(0, rows.total - 1),
  );
  const selected = useViewStore((state) => state.selected);
  const detailRow = useViewStore((state) => state.detailRow);
  const onKeyDown = useGridKeys(rows, { page: screen.page, scrollTo: screen.scrollTo, scroller });
  const click = useRowClicks(rows);
  const menu = useGridMenu(rows, scroller);
  const shownRows = positions(first, last).flatMap((position) => rows.rowAt(position)?.row ?? []);
  const labels = useRowLabels(canLabel ? rows.view?.run : undefined, shownRows);
  const reasons = useNearMissReasons(isNear ? rows.view?.run : undefined, shownRows);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.total + 1}
      aria-colcount={placed.length}
      aria-multiselectable
      aria-activedescendant={rows.total > 0 ? `row-${cursor}` : undefined}
      aria-busy={rows.stale}
      tabIndex={0}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onClick={click}
      onContextMenu={menu.open}
    >
      <GridHeader table={table} placed={placed} shown={shown} />
      <div role="rowgroup" className={styles.body} style={{ height: screen.height, width: table.getTotalSize() }}>
        <GridRowNotes kinds={kinds} labels={labels} reasons={reasons}>
          {positions(first, last).map((index) => {
            const row = rows.rowAt(index);
            return (
              <GridLine
                key={index}
                position={index}
                row={row}
                top={screen.topOf(index)}
                shown={shown}
                isCursor={index === cursor}
                isSelected={row !== undefined && selected.has(row.row)}
                isOpen={row !== undefined && row.row === detailRow}
              />
            );
          })}
        </GridRowNotes>
      </div>
      {menu.element}
    </div>
  );
}

function positions(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
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
