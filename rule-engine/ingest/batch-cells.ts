import type { Int64ColumnBuilder } from '../columnar/int64-column-builder.ts';
import { CELL_EMPTY, CELL_KNOWN, type CellBatch } from '../webassembly/cell-batch.ts';

/** Told of a cell that is no value of the column's type: the batch's row, and the cell's place in the batch's bytes. */
export type RejectCell = (row: number, start: number, end: number) => void;

/** What takes a column's cells. */
interface CellTarget {
  /** Takes the cell's text; false when it is no value of the column's type. */
  append(bytes: Uint8Array, start: number, end: number, kind: 'text'): boolean;
  appendMissing(): void;
}

/** Appends a column of a batch cell by cell. */
export function appendEach(column: CellTarget, batch: CellBatch, index: number, reject: RejectCell): void {
  const cells = batch.cells();
  const bytes = batch.bytes();
  for (let row = 0, at = 2 * index; row < batch.rows; row++, at += 2 * batch.columns) {
    const start = cells[at];
    const end = cells[at + 1];
    if (start !== end && column.append(bytes, start, end, 'text')) continue;
    column.appendMissing();
    if (start !== end) reject(row, start, end);
  }
}

/** Appends a column of datetimes or integers, parsed in WebAssembly; `append` takes the cells that need more than that. */
export function appendParsed(
  builder: Int64ColumnBuilder,
  kind: 'datetime' | 'integer',
  append: (bytes: Uint8Array, start: number, end: number) => boolean,
  batch: CellBatch,
  index: number,
  reject: RejectCell,
): void {
  const { halves, states, known } = batch.parse(index, kind);
  if (known === batch.rows) {
    builder.appendAll(halves);
    return;
  }
  const cells = batch.cells();
  const bytes = batch.bytes();
  for (let row = 0; row < batch.rows; row++) {
    if (states[row] === CELL_KNOWN) builder.appendHalves(halves[2 * row], halves[2 * row + 1]);
    else if (states[row] === CELL_EMPTY) builder.appendMissing();
    else {
      const at = 2 * (row * batch.columns + index);
      if (append(bytes, cells[at], cells[at + 1])) continue;
      builder.appendMissing();
      reject(row, cells[at], cells[at + 1]);
    }
  }
}

/** The number of cells of a column that are not empty. */
export function countFilled(batch: CellBatch, index: number): number {
  const cells = batch.cells();
  let filled = 0;
  for (let row = 0, at = 2 * index; row < batch.rows; row++, at += 2 * batch.columns) {
    if (cells[at] !== cells[at + 1]) filled++;
  }
  return filled;
}
