import { useEffect, useState } from 'react';
import type { GridRow } from '../../../rule-engine/index.ts';
import type { LiteralKinds } from '../../stores/evaluation/literal-kinds.ts';
import { useRowLabels } from '../../stores/labels/row-labels.ts';
import { useNearMissReasons } from '../../stores/rows/near-miss-reasons.ts';
import { useRowChanges } from '../../stores/rows/row-changes.ts';
import type { LoadedRows } from '../../stores/rows/row-windows.ts';
import { lookAtRows, useRowArrivals } from '../../stores/rows/rows.ts';
import type { ShownDifference } from '../../stores/view/shown-difference.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './Grid.module.css';
import { GridLine } from './GridLine.tsx';
import { RowSlots } from './row-slots.ts';
import type { ScrollSight } from './scroll-sight.ts';
import type { ColumnScreen } from './use-column-screen.ts';
import { type RowList, useRowScreen } from './use-row-screen.ts';

interface GridBodyProps {
  readonly rows: LoadedRows;
  readonly sight: ScrollSight;
  readonly list: RowList;
  readonly shown: ColumnScreen;
  /** Pixels of all columns. */
  readonly width: number;
  readonly kinds: LiteralKinds;
  /** The names of the rule's exclusions by their index. */
  readonly exclusionNames: readonly string[];
  readonly hasLabels: boolean;
  readonly hasReasons: boolean;
  /** The difference whose changes are marked. */
  readonly difference: ShownDifference | undefined;
}

/** The rows on screen. What scrolls is painted by this alone. */
export function GridBody({
  rows,
  sight,
  list,
  shown,
  width,
  hasLabels,
  hasReasons,
  difference,
  ...about
}: GridBodyProps) {
  useRowArrivals();
  const { first, last, height, topOf } = useRowScreen(sight, list);
  useEffect(() => lookAtRows(first, Math.max(first, last) + 1), [first, last]);
  const cursor = Math.min(
    useViewStore((state) => state.cursor),
    Math.max(0, rows.total - 1),
  );
  const selected = useViewStore((state) => state.selected);
  const detailRow = useViewStore((state) => state.detailRow);
  const lines = useLines(rows, first, last);
  const shownRows = lines.flatMap(({ row }) => row?.row ?? []);
  const labels = useRowLabels(hasLabels ? rows.view?.run : undefined, shownRows);
  const reasons = useNearMissReasons(hasReasons ? rows.view?.run : undefined, shownRows);
  const changes = useRowChanges(difference, shownRows);
  return (
    <div role="presentation" className={styles.body} style={{ height, width }}>
      <div role="rowgroup" className={styles.stage}>
        {lines
          .toSorted((a, b) => a.slot - b.slot)
          .map(({ slot, position, row }) => (
            <GridLine
              key={slot}
              position={position}
              row={row}
              top={topOf(position)}
              shown={shown}
              isCursor={position === cursor}
              isSelected={row !== undefined && selected.has(row.row)}
              isOpen={row !== undefined && row.row === detailRow}
              label={row && labels.get(row.row)}
              reasons={row && reasons.get(row.row)}
              change={row && changes.get(row.row)}
              {...about}
            />
          ))}
      </div>
    </div>
  );
}

interface Line {
  readonly position: number;
  readonly row: GridRow | undefined;
  /** The place of its elements: a line that leaves the screen lends them to one that enters it. */
  readonly slot: number;
}

/** The lines on screen from the first to the last. */
function useLines(rows: LoadedRows, first: number, last: number): readonly Line[] {
  const [slots] = useState(() => new RowSlots());
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => rows.rowAt(first + at));
  const places = slots.assign(shown.map((row) => row?.row));
  return shown.map((row, at) => ({ position: first + at, row, slot: places[at] }));
}
