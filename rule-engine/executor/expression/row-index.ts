import { Bitmap } from '../../columnar/bitmap.ts';
import type { Codes } from '../../columnar/codes.ts';
import { NO_ROW } from '../../columnar/gather.ts';
import { rowsWithCode } from '../../kernels/row-scan.ts';
import { type CodeColumn, codeCount } from './code-column.ts';
import { GrowingSet } from './growing-set.ts';
import { withMarked } from './marked.ts';
import { isSparse, membersOf, type RowSet } from './row-set.ts';

/** After so many passes over a column's codes an index would have been cheaper. */
const MOST_PASSES = 32;

/** Finds the rows of codes of one column: by passes over its codes, and by an index once many were made. */
export class RowIndex {
  /** The number of codes. */
  readonly size: number;
  private readonly codes: Codes;
  private passes = 0;
  private index: DistinctIndex | undefined;

  constructor(codes: Codes, size: number) {
    this.codes = codes;
    this.size = size;
  }

  /** For each code a row that has it, or `NO_ROW`. */
  someRows(): Uint32Array {
    const rows = new Uint32Array(this.size).fill(NO_ROW);
    const { codes } = this;
    for (let row = codes.length - 1; row >= 0; row--) rows[codes[row]] = row;
    return rows;
  }

  /** The rows whose code is in a set of codes. */
  rowsOf(codes: RowSet): RowSet {
    if (codes instanceof Bitmap) return this.rowsWith(codes);
    if (codes.length === 0) return codes;
    this.index ??= ++this.passes > MOST_PASSES ? new DistinctIndex(this.codes, this.size) : undefined;
    return this.index?.rowsOf(codes) ?? this.pass([codes])[0];
  }

  /** As `rowsOf` for each of several sets, in one pass. */
  rowsOfEach(sets: readonly RowSet[]): readonly RowSet[] {
    const sparse = sets.filter((set): set is Uint32Array => !(set instanceof Bitmap) && set.length > 0);
    if (this.index !== undefined || sparse.length < 2) return sets.map((set) => this.rowsOf(set));
    this.passes++;
    const found = new Map<RowSet, RowSet>(this.pass(sparse).map((rows, i) => [sparse[i], rows]));
    return sets.map((set) => found.get(set) ?? this.rowsOf(set));
  }

  private pass(sets: readonly Uint32Array[]): readonly RowSet[] {
    const found = withMarked(sets, this.size, (wanted) => this.rowsWith(wanted));
    if (sets.length === 1) return [found];
    const rows = membersOf(found);
    const codes = rows.map((row) => this.codes[row]);
    return sets.map((set) => withMarked([set], this.size, (wanted) => this.rowsWith(wanted, { rows, codes })));
  }

  /** The rows whose code is wanted, of all or of some of which the codes are given. */
  private rowsWith(wanted: Bitmap, among?: { readonly rows: Uint32Array; readonly codes: Uint32Array }): RowSet {
    const found = new GrowingSet(this.codes.length);
    if (among === undefined) rowsWithCode(this.codes, wanted, (rows) => found.addAll(rows));
    else rowsWithCode(among.codes, wanted, (places) => found.addAll(places.map((place) => among.rows[place])));
    return found.toRowSet();
  }
}

/** The rows of each code: those of `code` are `rows[offsets[code] .. offsets[code + 1])`, ascending. */
class DistinctIndex {
  private readonly offsets: Uint32Array;
  private readonly rows: Uint32Array;

  constructor(codes: Codes, size: number) {
    const offsets = new Uint32Array(size + 1);
    for (let row = 0; row < codes.length; row++) offsets[codes[row] + 1]++;
    for (let code = 0; code < size; code++) offsets[code + 1] += offsets[code];
    const next = offsets.slice(0, size);
    const rows = new Uint32Array(codes.length);
    for (let row = 0; row < codes.length; row++) rows[next[codes[row]]++] = row;
    this.offsets = offsets;
    this.rows = rows;
  }

  rowsOf(codes: Uint32Array): RowSet {
    const { offsets } = this;
    let total = 0;
    for (const code of codes) total += offsets[code + 1] - offsets[code];
    const rows = new Uint32Array(total);
    let at = 0;
    for (const code of codes) {
      for (let i = offsets[code]; i < offsets[code + 1]; i++) rows[at++] = this.rows[i];
    }
    rows.sort();
    return isSparse(total, this.rows.length) ? rows : Bitmap.fromRows(this.rows.length, rows);
  }
}

const indexes = new WeakMap<Codes, RowIndex>();

/** The rows of a column's codes; kept as long as the column. */
export function rowIndex(column: CodeColumn): RowIndex {
  let index = indexes.get(column.codes);
  if (index === undefined) {
    index = new RowIndex(column.codes, codeCount(column));
    indexes.set(column.codes, index);
  }
  return index;
}
