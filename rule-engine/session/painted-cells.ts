import type { Column } from '../columnar/column.ts';
import { LazyColumn } from '../executor/expression/lazy-column.ts';
import { identityOf } from '../executor/identity.ts';
import { PaintedColumn } from './painted-column.ts';
import { PaintedRows } from './painted-rows.ts';

/** Columns whose cells are kept at most. */
const MOST_COLUMNS = 256;
/** Lists of columns whose rows are kept: the tabs of the results. */
const MOST_GRIDS = 4;

/** Cells kept from one run for the next: an edit of a rule changes few of those on screen. */
export class PaintedCells {
  private readonly columns = new Map<string, PaintedColumn>();
  private readonly grids: PaintedRows[] = [];

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

  /** The rows of columns side by side. */
  rowsOf(columns: readonly PaintedColumn[]): PaintedRows {
    const same = this.grids.findIndex((grid) => sameColumns(grid.columns, columns));
    const rows = same < 0 ? new PaintedRows(columns) : this.grids.splice(same, 1)[0];
    this.grids.unshift(rows);
    this.grids.length = Math.min(this.grids.length, MOST_GRIDS);
    return rows;
  }

  clear(): void {
    this.columns.clear();
    this.grids.length = 0;
  }
}

function sameColumns(a: readonly PaintedColumn[], b: readonly PaintedColumn[]): boolean {
  return a.length === b.length && a.every((column, i) => column === b[i]);
}
