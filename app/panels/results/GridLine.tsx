import { memo } from 'react';
import type { GridRow } from '../../../rule-engine/index.ts';
import styles from './Grid.module.css';
import { GridCell } from './GridCell.tsx';
import type { PlacedColumn } from './placed-columns.ts';
import type { ColumnScreen } from './use-column-screen.ts';

interface GridLineProps {
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

/** One row of the grid. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { position, row, top, shown, isCursor, isSelected, isOpen } = props;
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
      <Cells row={row} columns={shown.left} />
      <span className={styles.room} style={{ width: shown.before }} />
      <Cells row={row} columns={shown.middle} />
      <span className={styles.room} style={{ width: shown.after }} />
      <Cells row={row} columns={shown.right} />
    </div>
  );
});

function Cells({ row, columns }: { readonly row: GridRow | undefined; readonly columns: readonly PlacedColumn[] }) {
  return columns.map(({ column, index, width, pinned, isEdge, style }) => (
    <div
      role="gridcell"
      key={column.name}
      data-column={column.name}
      aria-colindex={index + 1}
      data-edge={isEdge ? pinned : undefined}
      className={`${styles.cell} ${styles[column.kind]} ${pinned ? styles.pinned : ''}`}
      style={style}
    >
      {row && <GridCell column={column} cell={row.cells[column.cell]} row={row} width={width} />}
    </div>
  ));
}
