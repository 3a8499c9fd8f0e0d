import type { Interner } from './interner.ts';
import type { WebAssemblyModule } from './module.ts';

/** What `parse` says of a cell. */
export const CELL_EMPTY = 0;
export const CELL_KNOWN = 1;

/** The values of a column's cells; a row whose state is neither empty nor known is to be parsed by other means. */
export interface ParsedCells {
  /** 64-bit integers as pairs of words, low word first. */
  readonly halves: Uint32Array<ArrayBuffer>;
  readonly states: Uint8Array;
  readonly known: number;
}

/** Rows of cells in the module's memory, as a scan found them. All views are of the memory as it stands: use them at once. */
export interface CellBatch {
  readonly module: WebAssemblyModule;
  readonly rows: number;
  readonly columns: number;
  /** The kinds of values of a column, as a scan of JSON notes them: bits 1 string, 2 number, 4 literal, 8 nested. */
  kinds(column: number): number;
  /** The 1-based line where a row starts. */
  line(row: number): number;
  bytes(): Uint8Array;
  /** Cell `i` is `bytes[cells[2i] .. cells[2i + 1])`; the cells of row `r` start at `r * columns`. */
  cells(): Uint32Array;
  /** Gives each cell of a column a code of an interner: the codes, and how many cells are not empty. */
  intern(column: number, interner: Interner): { readonly codes: Uint32Array<ArrayBuffer>; readonly filled: number };
  /** ISO 8601 datetimes in ticks, or whole numbers of at most 15 digits. */
  parse(column: number, kind: 'datetime' | 'integer'): ParsedCells;
}
