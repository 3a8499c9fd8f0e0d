import type { Column } from '../columnar/column.ts';
import type { PaintedCell, PaintedColumn, RunLiterals } from './painted-column.ts';
import type { Cell, GridRow } from './protocol/rows.ts';
import type { Verdict } from './protocol/view.ts';

/** The revision of a row before it is shown: neither one of the grid nor the one before its first. */
const NOT_SHOWN = -1;
/** Rows that are kept at most. */
const MOST_ROWS = 4096;

/** Rows are made with all their properties written out: those that a spread makes are of another kind to the runtime. */
interface PaintedRow {
  readonly cells: readonly PaintedCell[];
  /** The row as it was last shown. */
  shown: GridRow;
  /** The revision of the grid's literals by which it was shown. */
  revision: number;
}

/** The rows of a grid's columns as they were painted, kept from one run for the next: most are shown again as they are. */
export class PaintedRows {
  readonly columns: readonly PaintedColumn[];
  private readonly rows = new Map<number, PaintedRow>();
  /** The revisions of the columns. */
  private readonly revisions: number[];
  /** Grows with those of the columns. */
  private revision = 1;
  /** The columns whose cells may have other marks since the revision before. */
  private changed: readonly number[] = [];
  /** Of all columns together. */
  private generation = 0;
  private readonly allColumns: readonly number[];

  constructor(columns: readonly PaintedColumn[]) {
    this.columns = columns;
    this.revisions = columns.map(() => 0);
    this.allColumns = [...columns.keys()];
  }

  /** Takes the literals that a run marks in each column. */
  mark(literals: readonly RunLiterals[]): void {
    this.forgetUnmarked();
    this.columns.forEach((column, i) => {
      column.mark(literals[i]);
    });
    const changed = this.allColumns.filter((i) => this.revisions[i] !== this.columns[i].revision);
    if (changed.length === 0) return;
    for (const i of changed) this.revisions[i] = this.columns[i].revision;
    this.changed = changed;
    this.revision++;
  }

  /** A row: the very object of the last time where it is the same. `columns` have the content of the painted ones. */
  row(row: number, columns: readonly Column[], verdict: Verdict): GridRow {
    const painted = this.rows.get(row) ?? this.paint(row, columns, verdict);
    if (painted.revision !== this.revision) this.show(painted);
    const { shown } = painted;
    if (shown.verdict !== verdict) painted.shown = { row: shown.row, cells: shown.cells, verdict };
    return painted.shown;
  }

  /** Forgets the rows whose cells their columns have forgotten. */
  private forgetUnmarked(): void {
    let generation = 0;
    for (const column of this.columns) generation += column.generation;
    if (generation !== this.generation) this.rows.clear();
    this.generation = generation;
  }

  private show(painted: PaintedRow): void {
    const { cells, shown } = painted;
    const stale = painted.revision === this.revision - 1 ? this.changed : this.allColumns;
    let changed: Cell[] | undefined;
    for (let at = 0; at < stale.length; at++) {
      const i = stale[at];
      const cell = this.columns[i].marked(cells[i]);
      if (cell === shown.cells[i]) continue;
      changed ??= shown.cells.slice();
      changed[i] = cell;
    }
    if (changed !== undefined) painted.shown = { row: shown.row, cells: changed, verdict: shown.verdict };
    painted.revision = this.revision;
  }

  private paint(row: number, columns: readonly Column[], verdict: Verdict): PaintedRow {
    // `map` makes arrays of one kind until the runtime compiles it, and of another from then on: what reads them would be compiled anew.
    const cells: PaintedCell[] = [];
    const plain: Cell[] = [];
    for (let i = 0; i < columns.length; i++) {
      const cell = this.columns[i].cell(columns[i], row);
      cells.push(cell);
      plain.push(cell.plain);
    }
    const painted = { cells, shown: { row, cells: plain, verdict }, revision: NOT_SHOWN };
    if (this.rows.size >= MOST_ROWS) this.rows.clear();
    this.rows.set(row, painted);
    return painted;
  }
}
