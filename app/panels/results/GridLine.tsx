import { memo } from 'react';
import type { GridRow } from '../../../rule-engine/index.ts';
import styles from './Grid.module.css';
import { GridCell } from './GridCell.tsx';
import type { PlacedColumn } from './placed-columns.ts';

interface GridLineProps {
  /** Its place in the view, from 0. */
  readonly position: number;
  /** Undefined while its window is on the way. */
  readonly row: GridRow | undefined;
  readonly top: number;
  readonly placed: readonly PlacedColumn[];
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly isOpen: boolean;
}

/** One row of the grid. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { position, row, top, placed, isCursor, isSelected, isOpen } = props;
  const state = `${isCursor ? styles.cursor : ''} ${isSelected ? styles.selected : ''} ${isOpen ? styles.open : ''}`;
  return (
    <div
      role="row"
      id={`row-${position}`}
      aria-rowindex={position + 2}
      aria-selected={isSelected}
      data-position={position}
      data-verdict={row?.verdict.kind}
      className={`${styles.line} ${state}`}
      style={{ transform: `translateY(${top}px)` }}
    >
      {placed.map(({ column, width, pinned, style }, index) => (
        <div
          role="gridcell"
          key={column.name}
          aria-colindex={index + 1}
          className={`${styles.cell} ${styles[column.kind]} ${pinned ? styles.pinned : ''}`}
          style={style}
        >
          {row && <GridCell column={column} cell={row.cells[column.cell]} verdict={row.verdict} width={width} />}
        </div>
      ))}
    </div>
  );
});
