import type { Span } from '../base/span.ts';
import type { Column } from '../columnar/column.ts';
import { LazyColumn } from '../executor/expression/lazy-column.ts';
import { identityOf } from '../executor/identity.ts';
import type { Cell } from './protocol.ts';

/** Cells of a column that are kept at most. */
const MOST_CELLS = 4096;
/** Literals of a column that are kept at most, since each takes a place in every cell, and columns. */
const MOST_LITERALS = 512;
const MOST_COLUMNS = 256;

/** A cell as it was painted, and for each literal that was looked for where it stands, null where nowhere. */
export interface PaintedCell {
  /** The cell without marks. */
  readonly plain: Cell;
  /** By the number that `PaintedColumn.numberOf` gives a literal; undefined where it was not looked for. */
  readonly places: (Span | null | undefined)[];
}

/** The painted cells of one column. */
export class PaintedColumn {
  private readonly cells = new Map<number, PaintedCell>();
  private readonly literals = new Map<string, number>();

  /** True when so many literals were looked for that the next run had better start anew. */
  get worn(): boolean {
    return this.literals.size > MOST_LITERALS;
  }

  /** The number of a literal and the predicate that it is sought by, the same at each call. */
  numberOf(predicate: string, text: string): number {
    const key = `${predicate} ${text}`;
    let number = this.literals.get(key);
    if (number === undefined) {
      number = this.literals.size;
      this.literals.set(key, number);
    }
    return number;
  }

  cell(row: number): PaintedCell | undefined {
    return this.cells.get(row);
  }

  keep(row: number, cell: PaintedCell): void {
    if (this.cells.size >= MOST_CELLS) this.cells.clear();
    this.cells.set(row, cell);
  }
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
