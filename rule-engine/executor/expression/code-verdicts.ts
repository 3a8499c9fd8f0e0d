import { Bitmap } from '../../columnar/bitmap.ts';
import { NO_ROW } from '../../columnar/gather.ts';
import { concatenated, type ListedCodes } from './listed-codes.ts';
import { withMarked } from './marked.ts';
import type { RowFunction } from './row-function.ts';
import type { RowIndex } from './row-index.ts';
import { asRowSet, bytesOf, holds, type RowSet } from './row-set.ts';

/** Codes evaluated between two checkpoints. */
const BLOCK = 4096;

/** Codes that are looked at, for each of a list, when others' lists had them: with more of them the list's alone are. */
const MOST_UNASKED = 4;

const NONE = new Uint32Array(0);

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
  /** How many of the column's listed codes `learn` looked at, and those for which it is true. */
  private learnt = 0;
  private found: Uint32Array = NONE;

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

  /**
   * Has the codes of a list of rows looked at together: `find` gives those for which it is true. Of all codes that lists of
   * the column's rows have those are left out that were looked at before.
   */
  learn(list: Uint32Array, listed: ListedCodes, find: (codes: Uint32Array) => Uint32Array): void {
    if (this.matching !== undefined) return;
    const codes = listed.with(list);
    if (codes.length - this.learnt > MOST_UNASKED * list.length) {
      this.learnt = 0;
      this.found = find(list);
    } else if (codes.length > this.learnt) {
      const found = find(codes.subarray(this.learnt));
      this.found = this.learnt === 0 ? found : concatenated(this.found, found);
      this.learnt = codes.length;
    }
  }

  /** The places in a list of codes of those for which it is known to be true, once `learn` has looked at them. */
  truePlaces(codes: Uint32Array): Bitmap {
    const places = new Bitmap(codes.length);
    const isTrue = this.matching ?? this.found;
    if (isTrue instanceof Bitmap) {
      for (let i = 0; i < codes.length; i++) if (isTrue.has(codes[i])) places.add(i);
    } else if (isTrue.length === 1) {
      for (let i = 0; i < codes.length; i++) if (codes[i] === isTrue[0]) places.add(i);
    } else if (isTrue.length > 0) {
      withMarked([isTrue], this.size, (members) => {
        for (let i = 0; i < codes.length; i++) if (members.has(codes[i])) places.add(i);
      });
    }
    return places;
  }

  /** Takes all codes for which the predicate is true, found by other means; they ascend. */
  settle(codes: RowSet): void {
    this.matching = codes instanceof Bitmap ? asRowSet(codes) : codes;
    this.known = undefined;
    this.isTrue = undefined;
    this.found = NONE;
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
