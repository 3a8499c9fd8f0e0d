import { Bitmap } from '../../columnar/bitmap.ts';
import { NO_ROW } from '../../columnar/gather.ts';
import type { RowFunction } from './row-function.ts';
import type { RowIndex } from './row-index.ts';
import { bytesOf, holds, isSparse, type RowSet } from './row-set.ts';

/** Codes evaluated between two checkpoints. */
const BLOCK = 4096;

/** What one predicate says of each distinct value of a column, as far as it was asked. */
export class CodeVerdicts {
  /** The number of codes. */
  readonly size: number;
  /** The rows for which it is true, once all is known and they were asked for. */
  rows: RowSet | undefined;
  private readonly evaluate: RowFunction;
  private known: Bitmap | undefined;
  private isTrue: Bitmap | undefined;
  private isNull: Bitmap | undefined;
  private matching: RowSet | undefined;

  /** @param evaluate the verdict at a row that has the code */
  constructor(size: number, evaluate: RowFunction) {
    this.size = size;
    this.evaluate = evaluate;
  }

  /** Verdicts that are all known: true for `codes` alone, which ascend. */
  static of(codes: RowSet, size: number): CodeVerdicts {
    const verdicts = new CodeVerdicts(size, () => false);
    verdicts.settle(codes);
    return verdicts;
  }

  /** Bytes that it takes, or may come to take. */
  get bytes(): number {
    if (this.matching === undefined) return this.size / 2;
    return bytesOf(this.matching) + bytesOf(this.isNull) + bytesOf(this.rows) + 100;
  }

  get complete(): boolean {
    return this.matching !== undefined;
  }

  /** The verdict of a code, evaluated at `row`, which has that code, when it is not yet known. */
  verdict(code: number, row: number): boolean | null {
    if (this.matching !== undefined) {
      return holds(this.matching, code) ? true : this.isNull?.has(code) ? null : false;
    }
    const { known, isTrue } = this.bitmaps();
    if (known.has(code)) return isTrue.has(code) ? true : this.isNull?.has(code) ? null : false;
    known.add(code);
    const value = this.evaluate(row);
    if (value === true) isTrue.add(code);
    else if (value === null) {
      this.isNull ??= new Bitmap(this.size);
      this.isNull.add(code);
    }
    return value === null ? null : value === true;
  }

  /** Evaluates every code that some row has. */
  async completeAll(index: RowIndex, checkpoint: () => Promise<void>): Promise<void> {
    if (this.matching !== undefined) return;
    const rows = index.someRows();
    for (let code = 0; code < rows.length; code++) {
      if (rows[code] !== NO_ROW) this.verdict(code, rows[code]);
      if (code % BLOCK === BLOCK - 1) await checkpoint();
    }
    this.settle(this.bitmaps().isTrue);
  }

  /** Has those of some codes that are not known yet looked at together: `find` gives those for which it is true. */
  learn(codes: Uint32Array, find: (unknown: Uint32Array) => Uint32Array): void {
    if (this.matching !== undefined) return;
    const { known, isTrue } = this.bitmaps();
    let unknown: Uint32Array | undefined;
    let count = 0;
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i];
      if (known.has(code)) continue;
      known.add(code);
      unknown ??= new Uint32Array(codes.length - i);
      unknown[count++] = code;
    }
    if (unknown !== undefined) for (const code of find(unknown.subarray(0, count))) isTrue.add(code);
  }

  /** The places in a list of codes of those for which it is known to be true, once `learn` has looked at them. */
  truePlaces(codes: Uint32Array): Bitmap {
    const places = new Bitmap(codes.length);
    const isTrue = this.matching ?? this.bitmaps().isTrue;
    if (isTrue instanceof Bitmap) {
      for (let i = 0; i < codes.length; i++) if (isTrue.has(codes[i])) places.add(i);
    } else if (isTrue.length === 1) {
      for (let i = 0; i < codes.length; i++) if (codes[i] === isTrue[0]) places.add(i);
    } else if (isTrue.length > 0) {
      for (let i = 0; i < codes.length; i++) if (holds(isTrue, codes[i])) places.add(i);
    }
    return places;
  }

  /** Takes all codes for which the predicate is true, found by other means; they ascend. */
  settle(codes: RowSet): void {
    const sparse = codes instanceof Bitmap && isSparse(codes.count(), codes.length);
    this.matching = sparse ? codes.toRows() : codes;
    this.known = undefined;
    this.isTrue = undefined;
  }

  /** Once complete: the codes for which it is true, and those for which it is null. */
  sets(): { readonly true: RowSet; readonly null: Bitmap | undefined } {
    return { true: this.matching ?? this.bitmaps().isTrue, null: this.isNull };
  }

  private bitmaps(): { readonly known: Bitmap; readonly isTrue: Bitmap } {
    this.known ??= new Bitmap(this.size);
    this.isTrue ??= new Bitmap(this.size);
    return { known: this.known, isTrue: this.isTrue };
  }
}
