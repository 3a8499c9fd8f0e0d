import { memo, useContext } from 'react';
import type { Cell, GridRow } from '../../../rule-engine/index.ts';
import { LabelMark } from '../../components/LabelMark.tsx';
import matchStyles from '../../components/Match.module.css';
import { cellPieces, dateText } from './cell-text.ts';
import styles from './Grid.module.css';
import { flagLetters, type GridColumn } from './grid-columns.ts';
import { GridLiteralKinds } from './grid-literal-kinds.ts';
import { GridLabels, GridReasons } from './row-notes.ts';
import { VerdictMark } from './VerdictMark.tsx';

interface GridCellProps {
  readonly column: GridColumn;
  readonly cell: Cell | undefined;
  readonly row: GridRow;
  readonly width: number;
}

/** Width of a monospace character in pixels, for telling what a column shows. */
const characterWidth = 7.5;
/** Length of `2026-03-01 12:00:00`: the rest of a time is in the row's detail. */
const secondsLength = 19;

/** What one cell of the grid holds. A click on a marked match is handled by the grid, by `data-literal`. */
export const GridCell = memo(function GridCell({ column, cell, row, width }: GridCellProps) {
  const { verdict } = row;
  if (column.kind === 'label') return <LabelCell row={row.row} />;
  if (column.kind === 'reason') return <ReasonCell row={row.row} />;
  if (column.kind === 'verdict') return <VerdictMark verdict={verdict} />;
  if (column.kind === 'flag') return <FlagMark name={column.name} value={cell?.text ?? null} />;
  if (!cell || cell.text === null) return <span className={styles.null}>null</span>;
  if (column.type === 'datetime') return <span title={cell.text}>{dateText(cell.text).slice(0, secondsLength)}</span>;
  return <MatchedText cell={cell} visible={Math.floor(width / characterWidth)} isHit={verdict.kind === 'hit'} />;
});

function LabelCell({ row }: { readonly row: number }) {
  const label = useContext(GridLabels).get(row);
  return label && <LabelMark verdict={label.verdict} note={label.note} />;
}

/** By what a near miss missed; a row can have several reasons. */
function ReasonCell({ row }: { readonly row: number }) {
  const messages = (useContext(GridReasons).get(row) ?? []).map(({ message }) => message);
  return <span title={messages.join('\n')}>{messages.join(' · ')}</span>;
}

interface MatchedTextProps {
  readonly cell: Cell;
  readonly visible: number;
  readonly isHit: boolean;
}

/** In a hit, what exclusions look for is left unmarked: none of them took the row. */
function MatchedText({ cell, visible, isHit }: MatchedTextProps) {
  const kinds = useContext(GridLiteralKinds);
  const marks = cell.marks?.filter(({ literal }) => !isHit || kinds[literal] !== 'exclusion') ?? [];
  return cellPieces({ text: cell.text, marks }, visible).map(({ text, literal, start }) =>
    literal === undefined ? (
      text
    ) : (
      <mark key={start} className={matchStyles.match} data-literal={literal} data-kind={kinds[literal]}>
        {text}
      </mark>
    ),
  );
}

function FlagMark({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value?.toLowerCase() !== 'true') return <span className="visually-hidden">no</span>;
  return (
    <span className={styles.flag} title={name}>
      {flagLetters(name)}
    </span>
  );
}
