import { memo } from 'react';
import type { Cell, Verdict } from '../../../rule-engine/index.ts';
import { cellPieces, dateText } from './cell-text.ts';
import styles from './Grid.module.css';
import { flagLetters, type GridColumn } from './grid-columns.ts';
import { VerdictMark } from './VerdictMark.tsx';

interface GridCellProps {
  readonly column: GridColumn;
  readonly cell: Cell | undefined;
  readonly verdict: Verdict;
  readonly width: number;
}

/** Width of a monospace character in pixels, for telling what a column shows. */
const characterWidth = 7.5;
/** Length of `2026-03-01 12:00:00`: the rest of a time is in the row's detail. */
const secondsLength = 19;

/** What one cell of the grid holds. A click on a marked match is handled by the grid, by `data-literal`. */
export const GridCell = memo(function GridCell({ column, cell, verdict, width }: GridCellProps) {
  if (column.kind === 'verdict') return <VerdictMark verdict={verdict} />;
  if (column.kind === 'flag') return <FlagMark name={column.name} value={cell?.text ?? null} />;
  if (!cell || cell.text === null) return <span className={styles.null}>null</span>;
  if (column.type === 'datetime') return <span title={cell.text}>{dateText(cell.text).slice(0, secondsLength)}</span>;
  return cellPieces(cell, Math.floor(width / characterWidth)).map(({ text, literal, start }) =>
    literal === undefined ? (
      text
    ) : (
      <mark key={start} className={styles.match} data-literal={literal}>
        {text}
      </mark>
    ),
  );
});

function FlagMark({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value?.toLowerCase() !== 'true') return <span className="visually-hidden">no</span>;
  return (
    <span className={styles.flag} title={name}>
      {flagLetters(name)}
    </span>
  );
}
