import type { ReactNode } from 'react';
import type { Cell, GridRow } from '../../../rule-engine/index.ts';
import { LabelMark } from '../../components/LabelMark.tsx';
import matchStyles from '../../components/Match.module.css';
import { TickedText } from '../../components/TickedText.tsx';
import { visibleLine } from '../../components/visible-text.ts';
import type { LiteralKinds } from '../../stores/evaluation/literal-kinds.ts';
import type { AboutRow } from './about-row.ts';
import { ChangeMark, changeText } from './ChangeMark.tsx';
import { cellPieces, dateText, isCutByBrowser } from './cell-text.ts';
import styles from './Grid.module.css';
import { flagLetters, type GridColumn, titledWidth } from './grid-columns.ts';
import { VerdictMark, verdictText } from './VerdictMark.tsx';

/** Width of a monospace character in pixels, for telling what a column shows. */
const characterWidth = 7.5;
/** Pixels that a cell keeps free at its sides. */
const sidePadding = 16;
/** Length of `2026-03-01 12:00:00`: the rest of a time is in the row's detail. */
const secondsLength = 19;

/** What one cell of the grid holds. A click on a marked match is handled by the grid, by `data-literal`. */
export function cellContent(column: GridColumn, row: GridRow, width: number, about: AboutRow): ReactNode {
  const cell = row.cells[column.cell];
  switch (column.kind) {
    case 'label':
      return about.label && <LabelMark verdict={about.label.verdict} note={about.label.note} />;
    case 'change':
      return about.change && <ChangeMark {...about.change} isTitled={width >= titledWidth} />;
    case 'reason':
      return about.reasons && <TickedText text={about.reasons.map(({ message }) => message).join(' · ')} />;
    case 'verdict':
      return <VerdictMark kind={row.verdict.kind} text={verdictText(row.verdict, about.exclusionNames)} />;
    case 'flag':
      return isSet(cell) && flagMark(column.name);
    default:
      if (!cell || cell.text === null) return <span className={styles.null}>null</span>;
      if (column.type === 'datetime') return dateText(cell.text).slice(0, secondsLength);
      return matchedText(cell, width, row, about.kinds);
  }
}

/** True when what a cell holds may be wider than its column. */
export function isCut(column: GridColumn, row: GridRow, width: number): boolean {
  switch (column.kind) {
    case 'label':
    case 'flag':
      return false;
    case 'change':
    case 'reason':
    case 'verdict':
      return true;
    default: {
      const text = row.cells[column.cell]?.text;
      if (text && column.type !== 'datetime') return isCutByBrowser(text, roomOf(width));
      return (text ? secondsLength : 'null'.length) > roomOf(width);
    }
  }
}

/** What the cell says when the pointer rests on it. */
export function cellTitle(column: GridColumn, row: GridRow, about: AboutRow): string | undefined {
  if (column.kind === 'change') return about.change && changeText(about.change);
  if (column.kind === 'reason') return about.reasons?.map(({ message }) => message.replaceAll('`', '')).join('\n');
  if (column.kind === 'verdict') return verdictText(row.verdict, about.exclusionNames);
  if (column.type === 'datetime') return row.cells[column.cell]?.text ?? undefined;
  return undefined;
}

/** In a hit, what exclusions look for is left unmarked: none of them took the row. */
function matchedText(cell: Cell, width: number, { verdict }: GridRow, kinds: LiteralKinds): ReactNode {
  const isHit = verdict.kind === 'hit';
  const marks = cell.marks?.filter(({ literal }) => !isHit || kinds.get(literal) !== 'exclusion') ?? [];
  const pieces = cellPieces({ text: cell.text, marks }, Math.floor(width / characterWidth), roomOf(width));
  if (pieces.every(({ literal }) => literal === undefined)) return visibleLine(pieces.map(({ text }) => text).join(''));
  return pieces.map(({ text, literal, start }) =>
    literal === undefined ? (
      visibleLine(text)
    ) : (
      <mark key={start} className={matchStyles.match} data-literal={literal} data-kind={kinds.get(literal)}>
        {visibleLine(text)}
      </mark>
    ),
  );
}

/** Characters that a cell has room for. */
function roomOf(width: number): number {
  return Math.floor((width - sidePadding) / characterWidth);
}

/** What a cell is called where its text says little: a flag. */
export function cellName(column: GridColumn, row: GridRow): string | undefined {
  if (column.kind !== 'flag') return undefined;
  return isSet(row.cells[column.cell]) ? 'yes' : 'no';
}

function isSet(flag: Cell | undefined): boolean {
  return flag?.text?.toLowerCase() === 'true';
}

function flagMark(name: string): ReactNode {
  return (
    <span className={styles.flag} title={name}>
      {flagLetters(name)}
    </span>
  );
}
