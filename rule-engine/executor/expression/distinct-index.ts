import { Bitmap } from '../../columnar/bitmap.ts';
import type { CodedColumn, StringColumn } from '../../columnar/column.ts';
import { isSparse, type RowSet } from './row-set.ts';

/** A column that gives each row a code of one of its distinct values. */
export type CodeColumn = StringColumn | CodedColumn;

/** The rows of each code: those of `code` are `rows[offsets[code] .. offsets[code + 1])`, ascending. */
export class DistinctIndex {
  readonly codes: Uint32Array;
  readonly offsets: Uint32Array;
  readonly rows: Uint32Array;

  constructor(codes: Uint32Array, size: number) {
    this.codes = codes;
    const offsets = new Uint32Array(size + 1);
    for (let row = 0; row < codes.length; row++) offsets[codes[row] + 1]++;
    for (let code = 0; code < size; code++) offsets[code + 1] += offsets[code];
    const next = offsets.slice(0, size);
    const rows = new Uint32Array(codes.length);
    for (let row = 0; row < codes.length; row++) rows[next[codes[row]]++] = row;
    this.offsets = offsets;
    this.rows = rows;
  }

  /** The number of codes. */
  get size(): number {
    return this.offsets.length - 1;
  }

  /** The number of rows that have the code. */
  count(code: number): number {
    return this.offsets[code + 1] - this.offsets[code];
  }

  /** The rows whose code is in a set of codes. */
  rowsOf(codes: RowSet): RowSet {
    const length = this.rows.length;
    if (codes instanceof Bitmap) return this.scan(codes);
    let total = 0;
    for (const code of codes) total += this.count(code);
    if (!isSparse(total, length)) return this.scatter(codes);
    const rows = new Uint32Array(total);
    let at = 0;
    for (const code of codes) {
      for (let i = this.offsets[code]; i < this.offsets[code + 1]; i++) rows[at++] = this.rows[i];
    }
    return rows.sort();
  }

  private scatter(codes: Uint32Array): Bitmap {
    const result = new Bitmap(this.rows.length);
    const { words } = result;
    for (const code of codes) {
      for (let i = this.offsets[code]; i < this.offsets[code + 1]; i++) {
        const row = this.rows[i];
        words[row >>> 5] |= 1 << (row & 31);
      }
    }
    return result;
  }

  private scan(set: Bitmap): Bitmap {
    const result = new Bitmap(this.rows.length);
    const { words } = result;
    const members = set.words;
    for (let row = 0; row < this.codes.length; row++) {
      const code = this.codes[row];
      if ((members[code >>> 5] & (1 << (code & 31))) !== 0) words[row >>> 5] |= 1 << (row & 31);
    }
    return result;
  }
}

const indexes = new WeakMap<Uint32Array, DistinctIndex>();

/** The index of a column's codes, made when first asked for and kept as long as the column. */
export function distinctIndex(column: CodeColumn): DistinctIndex {
  let index = indexes.get(column.codes);
  if (index === undefined) {
    index = new DistinctIndex(column.codes, codeCount(column));
    indexes.set(column.codes, index);
  }
  return index;
}

/** The number of codes: one more than the greatest in use, without parsing the values of a coded column. */
export function codeCount(column: CodeColumn): number {
  if (column.kind === 'string') return column.dictionary.size;
  let greatest = -1;
  for (const code of column.codes) if (code > greatest) greatest = code;
  return greatest + 1;
}
