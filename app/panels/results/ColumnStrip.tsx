import type { ReactNode } from 'react';
import styles from './ColumnStrip.module.css';
import type { PlacedColumn } from './placed-columns.ts';
import type { ColumnScreen } from './use-column-screen.ts';

interface ColumnStripProps {
  readonly shown: ColumnScreen;
  readonly cell: (place: PlacedColumn) => ReactNode;
}

/** The cells of a line: pinned columns stand at its sides, the others are moved by how far the grid is scrolled. */
export function ColumnStrip({ shown, cell }: ColumnStripProps) {
  return (
    <>
      {shown.left.map(cell)}
      <div role="presentation" className={styles.free}>
        <div role="presentation" className={styles.moved}>
          <span className={styles.room} style={{ width: shown.before }} />
          {shown.middle.map(cell)}
        </div>
      </div>
      {shown.right.map(cell)}
    </>
  );
}
