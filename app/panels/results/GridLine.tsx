import { memo, useRef } from 'react';
import type { GridRow } from '../../../rule-engine/index.ts';
import type { AboutRow } from './about-row.ts';
import { ColumnStrip } from './ColumnStrip.tsx';
import { cellContent, cellName, cellTitle, isCut } from './cell-content.tsx';
import styles from './Grid.module.css';
import type { ColumnScreen } from './use-column-screen.ts';

interface GridLineProps extends AboutRow {
  /** Its place in the view, from 0. */
  readonly position: number;
  /** Undefined while its window is on the way. */
  readonly row: GridRow | undefined;
  readonly top: number;
  readonly shown: ColumnScreen;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
}

/** One row of the grid: where it stands, and its state. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { position, row, top, shown, isCursor, isSelected, isOpen, ...about } = props;
  // Until a row has come the former one stays, unseen: its elements are then filled, not made anew.
  const former = useRef(row);
  if (row) former.current = row;
  const classes = [
    styles.line,
    isCursor && styles.cursor,
    isSelected && styles.selected,
    isOpen && styles.open,
    !row && styles.absent,
  ];
  return (
    <div
      role="row"
      id={`row-${position}`}
      aria-rowindex={position + 2}
      aria-selected={isSelected}
      data-position={position}
      data-verdict={row?.verdict.kind}
      className={classes.filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <LineCells row={former.current} shown={shown} {...about} />
    </div>
  );
});

interface LineCellsProps extends AboutRow {
  readonly row: GridRow | undefined;
  readonly shown: ColumnScreen;
}

/** The cells of a row. Few elements and no component a cell: a screen of them is painted at each scroll. */
const LineCells = memo(function LineCells({ row, shown, ...about }: LineCellsProps) {
  return (
    <ColumnStrip
      shown={shown}
      cell={({ column, index, width, pinned, isEdge, style }) => (
        <div
          role="gridcell"
          key={column.name}
          data-column={column.name}
          aria-colindex={index + 1}
          data-edge={isEdge ? pinned : undefined}
          className={`${styles.cell} ${styles[column.kind]} ${row && isCut(column, row, width) ? styles.cut : ''}`}
          style={style}
          title={row && cellTitle(column, row, about)}
          aria-label={row && cellName(column, row)}
        >
          {row && cellContent(column, row, width, about)}
        </div>
      )}
    />
  );
});
