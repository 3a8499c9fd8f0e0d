import { Bitmap } from '../../columnar/bitmap.ts';
import type { DistinctIndex } from './distinct-index.ts';
import type { RowFunction } from './row-function.ts';
import { isSparse, type RowSet } from './row-set.ts';

/** Codes evaluated between two checkpoints. */
const BLOCK = 4096;

/** Codes scanned between two checkpoints. */
export const SCAN_BLOCK = 1 << 15;

/** Adds to `out` the codes in `[from, to)` for which a predicate is true; it is false for the rest. */
export type CodeScan = (from: number, to: number, out: Bitmap) => void;

/** What one predicate says of each distinct value of a column, as far as it was asked. */
export class CodeVerdicts {
  private readonly known: Bitmap;
  private readonly isTrue: Bitmap;
  private isNull: Bitmap | undefined;
  private readonly evaluate: RowFunction;
  private readonly scan: CodeScan | undefined;
  private matching: RowSet | undefined;

  /** @param scan finds the codes for which the predicate is true by their bytes, where it can be told so */
  constructor(size: number, evaluate: RowFunction, scan?: CodeScan) {
    this.scan = scan;
    this.known = new Bitmap(size);
    this.isTrue = new Bitmap(size);
    this.evaluate = evaluate;
  }

  /** Verdicts that are all known: true for `codes` alone. */
  static of(codes: RowSet, size: number): CodeVerdicts {
    const verdicts = new CodeVerdicts(size, () => false);
    verdicts.settle(codes);
    return verdicts;
  }

  get bytes(): number {
    return this.known.words.byteLength * 4;
  }

  get complete(): boolean {
    return this.matching !== undefined;
  }

  /** The verdict of a code, evaluated at `row`, which has that code, when it is not yet known. */
  verdict(code: number, row: number): boolean | null {
    if (this.known.has(code)) return this.isTrue.has(code) ? true : this.isNull?.has(code) ? null : false;
    this.known.add(code);
    if (this.scan !== undefined) {
      this.scan(code, code + 1, this.isTrue);
      return this.isTrue.has(code);
    }
    const value = this.evaluate(row);
    if (value === true) this.isTrue.add(code);
    else if (value === null) {
      this.isNull ??= new Bitmap(this.known.length);
      this.isNull.add(code);
    }
    return value === null ? null : value === true;
  }

  /** Evaluates every code that some row has; by a scan of the dictionary where there is one for the predicate. */
  async completeAll(index: DistinctIndex, checkpoint: () => Promise<void>): Promise<void> {
    if (this.matching !== undefined) return;
    const { scan } = this;
    if (scan !== undefined) {
      const codes = new Bitmap(index.size);
      for (let from = 0; from < index.size; from += SCAN_BLOCK) {
        scan(from, Math.min(from + SCAN_BLOCK, index.size), codes);
        await checkpoint();
      }
      this.settle(codes);
      return;
    }
    for (let code = 0; code < index.size; code++) {
      if (index.count(code) > 0) this.verdict(code, index.rows[index.offsets[code]]);
      if (code % BLOCK === BLOCK - 1) await checkpoint();
    }
    this.matching = isSparse(this.isTrue.count(), this.isTrue.length) ? this.isTrue.toRows() : this.isTrue;
  }

  /** Takes the codes for which the predicate is true, found by other means; for all others it is false. */
  settle(codes: RowSet): void {
    this.known.words.fill(0xffffffff);
    if (codes instanceof Bitmap) this.isTrue.words.set(codes.words);
    else for (const code of codes) this.isTrue.add(code);
    const dense = codes instanceof Bitmap && !isSparse(codes.count(), codes.length);
    this.matching = dense || !(codes instanceof Bitmap) ? codes : codes.toRows();
  }

  /** Once complete: the codes for which it is true, and those for which it is null. */
  sets(): { readonly true: RowSet; readonly null: Bitmap | undefined } {
    return { true: this.matching ?? this.isTrue, null: this.isNull };
  }
}
