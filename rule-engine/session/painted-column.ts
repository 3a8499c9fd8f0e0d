import type { Span } from '../base/span.ts';
import type { Column } from '../columnar/column.ts';
import { type MatchFinder, matchFinder } from '../executor/matches.ts';
import { valueText } from '../functions/value-text.ts';
import type { Cell } from './protocol.ts';

/** Cells of a column that are kept at most. */
const MOST_CELLS = 4096;
/** Literals of a column that are kept at most, since a cell that comes into sight looks for them all. */
const MOST_LITERALS = 512;

/** A literal that stands in a cell: its number among those of the column, and where. */
interface FoundLiteral {
  readonly number: number;
  readonly span: Span;
}

/** A cell as it was painted, and the literals that stand in it, as far as they were looked for: its column's alone to change. */
export interface PaintedCell {
  /** The cell without marks. */
  readonly plain: Cell;
  readonly found: FoundLiteral[];
  /** Literals with a lower number were looked for. */
  sought: number;
  /** The cell as it was marked last, and by which literals. */
  marked: Cell | undefined;
  markedBy: RunLiterals | undefined;
}

/** The literals of a run that are marked in a column, by their number there: the same text may stand in several places. */
export type RunLiterals = readonly (readonly number[] | undefined)[];

const NONE: readonly number[] = [];

/** One object each for what most cells of a wide table hold: a message between workers carries it once. */
const NULL: Cell = { text: null };
const EMPTY: Cell = { text: '' };

/** The painted cells of one column. Literals are numbered as they come, so that a cell looks for the newer ones alone. */
export class PaintedColumn {
  private readonly cells = new Map<number, PaintedCell>();
  private readonly numbers = new Map<string, number>();
  private readonly finders: MatchFinder[] = [];
  private last: RunLiterals = [];

  /** True when so many literals were looked for that the next run had better start anew. */
  get worn(): boolean {
    return this.finders.length > MOST_LITERALS;
  }

  /** The literals of a run: the very object of the run before where they are the same. */
  literals(sought: Iterable<readonly [literal: number, use: { readonly predicate: string; readonly text: string }]>) {
    const literals: (number[] | undefined)[] = [];
    for (const [literal, { predicate, text }] of sought) {
      const number = this.numberOf(predicate, text);
      const same = literals[number];
      if (same === undefined) literals[number] = [literal];
      else same.push(literal);
    }
    if (!sameLiterals(this.last, literals)) this.last = literals;
    return this.last;
  }

  /** The cell at a row of the column, or of another with the same content. */
  cell(column: Column, row: number): PaintedCell {
    let cell = this.cells.get(row);
    if (cell === undefined) {
      cell = { plain: plainCell(column, row), found: [], sought: 0, marked: undefined, markedBy: undefined };
      if (this.cells.size >= MOST_CELLS) this.cells.clear();
      this.cells.set(row, cell);
    }
    return cell;
  }

  /** A cell of the column with the literals of a run marked. */
  marked(cell: PaintedCell, literals: RunLiterals): Cell {
    if (cell.markedBy === literals && cell.marked !== undefined) return cell.marked;
    if (cell.sought < this.finders.length) this.seek(cell);
    cell.marked = cell.found.length === 0 ? cell.plain : withMarks(cell, literals);
    cell.markedBy = literals;
    return cell.marked;
  }

  /** The number of a literal and the predicate that it is sought by, the same at each call. */
  private numberOf(predicate: string, text: string): number {
    const key = `${predicate} ${text}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.finders.length;
      this.numbers.set(key, number);
      this.finders.push(matchFinder(predicate, text));
    }
    return number;
  }

  private seek(cell: PaintedCell): void {
    const { text } = cell.plain;
    const { finders } = this;
    for (let number = cell.sought; text && number < finders.length; number++) {
      const span = finders[number](text);
      if (span !== undefined && span.length > 0) cell.found.push({ number, span });
    }
    cell.sought = finders.length;
  }
}

function sameLiterals(a: RunLiterals, b: RunLiterals): boolean {
  if (a.length !== b.length) return false;
  for (let number = 0; number < a.length; number++) if (!sameNumbers(a[number], b[number])) return false;
  return true;
}

function sameNumbers(a: readonly number[] = NONE, b: readonly number[] = NONE): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** The marks of one cell: a list that grows leaves more room behind it than most cells have marks. */
const gathered: { readonly span: Span; readonly literal: number }[] = [];

/** The cell with its marks in the order of the run's literals. */
function withMarks({ plain, found }: PaintedCell, literals: RunLiterals): Cell {
  const marks = gathered;
  marks.length = 0;
  let ordered = true;
  for (const { number, span } of found) {
    for (const literal of literals[number] ?? NONE) {
      ordered &&= marks.length === 0 || marks[marks.length - 1].literal <= literal;
      marks.push({ span, literal });
    }
  }
  if (marks.length === 0) return plain;
  if (!ordered) marks.sort((a, b) => a.literal - b.literal);
  return { text: plain.text, marks: marks.slice() };
}

function plainCell(column: Column, row: number): Cell {
  const value = column.get(row) ?? null;
  if (value === null) return NULL;
  const text = valueText(value, column.type);
  return text === '' ? EMPTY : { text };
}
