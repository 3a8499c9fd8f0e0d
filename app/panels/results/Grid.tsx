import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { EvaluatedQuery } from '../../stores/evaluation-store.ts';
import { usePreferencesStore } from '../../stores/preferences-store.ts';
import type { LoadedRows } from '../../stores/row-windows.ts';
import { lookAtRows } from '../../stores/rows.ts';
import { useViewStore } from '../../stores/view-store.ts';
import styles from './Grid.module.css';
import { GridHeader } from './GridHeader.tsx';
import { GridLine } from './GridLine.tsx';
import { gridColumns } from './grid-columns.ts';
import { LiteralKinds, literalKinds } from './literal-kinds.ts';
import { placedColumns } from './placed-columns.ts';
import { rowsBetween, toggled } from './row-selection.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridTable } from './use-grid-table.ts';

interface GridProps {
  readonly rows: LoadedRows;
  readonly result: EvaluatedQuery;
  readonly label: string;
}

const headerHeight = 28;

/** The rows of the view: painted where they are on screen, fetched by windows, moved through by keyboard. */
export function Grid({ rows, result, label }: GridProps) {
  const { flags } = result.evaluation;
  const kinds = useMemo(() => literalKinds(result), [result]);
  const tab = rows.view?.tab ?? 'hits';
  const columns = useMemo(() => gridColumns(rows.columns, flags, tab !== 'hits'), [rows.columns, flags, tab]);
  const table = useGridTable(columns);
  const placed = placedColumns(table, columns);
  const rowHeight = usePreferencesStore((state) => state.density) === 'compact' ? 24 : 28;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
  });
  const lines = virtualizer.getVirtualItems();
  const first = lines[0]?.index ?? 0;
  const last = lines.at(-1)?.index ?? 40;
  useEffect(() => lookAtRows(first, last + 1), [first, last]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height moves every row.
  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);

  const cursor = Math.min(
    useViewStore((state) => state.cursor),
    Math.max(0, rows.total - 1),
  );
  const selected = useViewStore((state) => state.selected);
  const detailRow = useViewStore((state) => state.detailRow);
  const onKeyDown = useGridKeys(rows, {
    page: Math.max(1, lines.length - 10),
    scrollTo: (position) => virtualizer.scrollToIndex(position),
    scroller,
  });
  const click = useRowClicks(rows);
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
    >
      <GridHeader table={table} placed={placed} />
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: rows.total * rowHeight, width: table.getTotalSize() }}
      >
        <LiteralKinds value={kinds}>
          {lines.map(({ index, start }) => {
            const row = rows.rowAt(index);
            return (
              <GridLine
                key={index}
                position={index}
                row={row}
                top={start - headerHeight}
                placed={placed}
                isCursor={index === cursor}
                isSelected={row !== undefined && selected.has(row.row)}
                isOpen={row !== undefined && row.row === detailRow}
              />
            );
          })}
        </LiteralKinds>
      </div>
    </div>
  );
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
