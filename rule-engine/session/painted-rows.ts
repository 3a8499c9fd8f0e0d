import type { Column } from '../columnar/column.ts';
import type { PaintedCell, PaintedColumn, RunLiterals } from './painted-column.ts';
import type { Cell } from './protocol.ts';

/** Rows that are kept at most. */
const MOST_ROWS = 4096;

interface PaintedRow {
  readonly cells: readonly PaintedCell[];
  /** The row as it was last shown. */
  shown: readonly Cell[];
  /** The revision of the grid's literals by which it was shown. */
  revision: number;
}

/** The rows of a grid's columns as they were painted, kept from one run for the next: most are shown again as they are. */
export class PaintedRows {
  readonly columns: readonly PaintedColumn[];
  private readonly rows = new Map<number, PaintedRow>();
  /** The literals that the newest run marks in each column. */
  private literals: readonly RunLiterals[];
  /** Grows with the literals. */
  private revision = 0;
  /** The columns whose literals are others since the revision before. */
  private changed: readonly number[] = [];
  private readonly allColumns: readonly number[];

  constructor(columns: readonly PaintedColumn[]) {
    this.columns = columns;
    this.literals = columns.map(() => []);
    this.allColumns = [...columns.keys()];
  }

  /** Takes the literals that a run marks in each column. */
  mark(literals: readonly RunLiterals[]): void {
    const changed = this.allColumns.filter((i) => literals[i] !== this.literals[i]);
    if (changed.length === 0) return;
    this.literals = literals;
    this.changed = changed;
    this.revision++;
  }

  /**
   * The cells of a row, the very list of the last time where they are the same. `columns` have the content of the painted
   * ones.
   */
  cells(row: number, columns: readonly Column[]): readonly Cell[] {
    const painted = this.rows.get(row) ?? this.paint(row, columns);
    if (painted.revision !== this.revision) this.show(painted);
    return painted.shown;
  }

  private show(painted: PaintedRow): void {
    const { cells, shown } = painted;
    const stale = painted.revision === this.revision - 1 ? this.changed : this.allColumns;
    let changed: Cell[] | undefined;
    for (const i of stale) {
      const cell = this.columns[i].marked(cells[i], this.literals[i]);
      if (cell === shown[i]) continue;
      changed ??= shown.slice();
      changed[i] = cell;
    }
    if (changed !== undefined) painted.shown = changed;
    painted.revision = this.revision;
  }

  private paint(row: number, columns: readonly Column[]): PaintedRow {
    const cells = columns.map((column, i) => this.columns[i].cell(column, row));
    const painted = { cells, shown: cells.map(({ plain }) => plain), revision: -1 };
    if (this.rows.size >= MOST_ROWS) this.rows.clear();
    this.rows.set(row, painted);
    return painted;
  }
}
