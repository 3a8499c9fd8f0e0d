import type { Column } from '../columnar/column.ts';
import type { PaintedCell, PaintedColumn, RunLiterals } from './painted-column.ts';
import type { Cell } from './protocol.ts';

/** Rows that are kept at most. */
const MOST_ROWS = 4096;

interface PaintedRow {
  readonly cells: readonly PaintedCell[];
  /** The row as it was last shown. */
  shown: readonly Cell[];
}

/** The rows of a grid's columns as they were painted, kept from one run for the next: most are shown again as they are. */
export class PaintedRows {
  readonly columns: readonly PaintedColumn[];
  private readonly rows = new Map<number, PaintedRow>();

  constructor(columns: readonly PaintedColumn[]) {
    this.columns = columns;
  }

  /**
   * The cells of a row, the very list of the last time where they are the same. `columns` have the content of the painted
   * ones; `literals` are those that a run marks in each.
   */
  cells(row: number, columns: readonly Column[], literals: readonly RunLiterals[]): readonly Cell[] {
    const painted = this.rows.get(row) ?? this.paint(row, columns);
    const { cells, shown } = painted;
    let changed: Cell[] | undefined;
    for (let i = 0; i < cells.length; i++) {
      const cell = literals[i].length === 0 ? cells[i].plain : this.columns[i].marked(cells[i], literals[i]);
      if (cell === shown[i]) continue;
      changed ??= shown.slice();
      changed[i] = cell;
    }
    if (changed !== undefined) painted.shown = changed;
    return painted.shown;
  }

  private paint(row: number, columns: readonly Column[]): PaintedRow {
    const cells = columns.map((column, i) => this.columns[i].cell(column, row));
    const painted = { cells, shown: cells.map(({ plain }) => plain) };
    if (this.rows.size >= MOST_ROWS) this.rows.clear();
    this.rows.set(row, painted);
    return painted;
  }
}
