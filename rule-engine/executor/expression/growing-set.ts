import { Bitmap } from '../../columnar/bitmap.ts';
import { addTo, isSparse, type RowSet } from './row-set.ts';

/** A set whose members are found in ascending order: a list while they are few, so that no bitmap is touched. */
export class GrowingSet {
  private readonly length: number;
  private list: number[] = [];
  private bitmap: Bitmap | undefined;

  constructor(length: number) {
    this.length = length;
  }

  /** Adds the members of a bitmap whose first bit is `base`, a multiple of 32. */
  addWords(base: number, words: Uint32Array): void {
    const first = base >>> 5;
    for (let i = 0; i < words.length; i++) {
      if (words[i] === 0) continue;
      if (this.bitmap !== undefined) this.bitmap.words[first + i] |= words[i];
      else this.addWord(base + i * 32, words[i]);
    }
  }

  /** Adds members, which ascend. */
  addAll(members: Uint32Array): void {
    if (this.bitmap !== undefined) addTo(this.bitmap, members);
    else {
      for (let i = 0; i < members.length; i++) this.list.push(members[i]);
      this.keepSparse();
    }
  }

  toRowSet(): RowSet {
    return this.bitmap ?? Uint32Array.from(this.list);
  }

  private addWord(base: number, members: number): void {
    for (let word = members; word !== 0; word &= word - 1) this.list.push(base + 31 - Math.clz32(word & -word));
    this.keepSparse();
  }

  private keepSparse(): void {
    if (isSparse(this.list.length, this.length)) return;
    this.bitmap = Bitmap.fromRows(this.length, this.list);
    this.list = [];
  }
}
