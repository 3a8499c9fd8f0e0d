import { Bitmap } from '../../columnar/bitmap.ts';
import { isSparse, type RowSet } from './row-set.ts';

/** A set whose members are found in ascending order: a list while they are few, so that no bitmap is touched. */
export class GrowingSet {
  private readonly length: number;
  private list: number[] = [];
  private bitmap: Bitmap | undefined;

  constructor(length: number) {
    this.length = length;
  }

  /** Adds the members of a bitmap whose first bit is `base`. */
  addWords(base: number, words: Uint32Array): void {
    for (let i = 0; i < words.length; i++) {
      for (let word = words[i]; word !== 0; word &= word - 1) this.add(base + i * 32 + 31 - Math.clz32(word & -word));
    }
  }

  toRowSet(): RowSet {
    return this.bitmap ?? Uint32Array.from(this.list);
  }

  private add(member: number): void {
    if (this.bitmap !== undefined) this.bitmap.add(member);
    else if (isSparse(this.list.push(member), this.length)) return;
    else {
      this.bitmap = Bitmap.fromRows(this.length, this.list);
      this.list = [];
    }
  }
}
