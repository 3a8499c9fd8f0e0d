import type { Span } from '../base/span.ts';
import type { Column } from '../columnar/column.ts';
import { LazyColumn } from '../executor/expression/lazy-column.ts';
import { identityOf } from '../executor/identity.ts';
import { type MatchFinder, matchFinder } from '../executor/matches.ts';
import { valueText } from '../functions/value-text.ts';
import type { Cell } from './protocol.ts';

/** Cells of a column that are kept at most. */
const MOST_CELLS = 4096;
/** Literals of a column that are kept at most, since a cell that comes into sight looks for them all, and columns. */
const MOST_LITERALS = 512;
const MOST_COLUMNS = 256;

/** A literal that stands in a cell: its number among those of the column, and where. */
interface FoundLiteral {
  readonly number: number;
  readonly span: Span;
}

/** A cell as it was painted, and the literals that stand in it, as far as they were looked for. */
export interface PaintedCell {
  /** The cell without marks. */
  readonly plain: Cell;
  readonly found: readonly FoundLiteral[];
}

interface GrowingCell extends PaintedCell {
  readonly found: FoundLiteral[];
  /** Literals with a lower number were looked for. */
  sought: number;
}

/** One object each for what most cells of a wide table hold: a message between workers carries it once. */
const NULL: Cell = { text: null };
const EMPTY: Cell = { text: '' };

/** The painted cells of one column. Literals are numbered as they come, so that a cell looks for the newer ones alone. */
export class PaintedColumn {
  private readonly cells = new Map<number, GrowingCell>();
  private readonly numbers = new Map<string, number>();
  private readonly finders: MatchFinder[] = [];

  /** True when so many literals were looked for that the next run had better start anew. */
  get worn(): boolean {
    return this.finders.length > MOST_LITERALS;
  }

  /** The number of a literal and the predicate that it is sought by, the same at each call. */
  numberOf(predicate: string, text: string): number {
    const key = `${predicate} ${text}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.finders.length;
      this.numbers.set(key, number);
      this.finders.push(matchFinder(predicate, text));
    }
    return number;
  }

  /** The cell at a row of the column, or of another with the same content, with all literals that have a number. */
  cell(column: Column, row: number): PaintedCell {
    let cell = this.cells.get(row);
    if (cell === undefined) {
      cell = { plain: plainCell(column, row), found: [], sought: 0 };
      if (this.cells.size >= MOST_CELLS) this.cells.clear();
      this.cells.set(row, cell);
    }
    if (cell.sought < this.finders.length) this.seek(cell);
    return cell;
  }

  private seek(cell: GrowingCell): void {
    const { text } = cell.plain;
    const { finders } = this;
    for (let number = cell.sought; text && number < finders.length; number++) {
      const span = finders[number](text);
      if (span !== undefined && span.length > 0) cell.found.push({ number, span });
    }
    cell.sought = finders.length;
  }
}

function plainCell(column: Column, row: number): Cell {
  const value = column.get(row) ?? null;
  if (value === null) return NULL;
  const text = valueText(value, column.type);
  return text === '' ? EMPTY : { text };
}

/** Cells kept from one run for the next: an edit of a rule changes few of those on screen. */
export class PaintedCells {
  private readonly columns = new Map<string, PaintedColumn>();

  /** The cells of a column, or of another with the same content. To be asked once a column and run. */
  of(column: Column): PaintedColumn {
    const key = column instanceof LazyColumn ? column.key : `c${identityOf(column)}`;
    let painted = this.columns.get(key);
    if (painted === undefined || painted.worn) {
      if (this.columns.size >= MOST_COLUMNS) this.columns.clear();
      painted = new PaintedColumn();
      this.columns.set(key, painted);
    }
    return painted;
  }

  clear(): void {
    this.columns.clear();
  }
}
