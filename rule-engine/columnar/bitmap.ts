/** A fixed-size set of row ids, one bit a row, in 32-bit words. Bits past `length` are always zero. */
export class Bitmap {
  readonly length: number;
  readonly words: Uint32Array;

  constructor(length: number, words = new Uint32Array((length + 31) >>> 5)) {
    this.length = length;
    this.words = words;
  }

  static full(length: number): Bitmap {
    const bitmap = new Bitmap(length);
    bitmap.words.fill(0xffffffff);
    bitmap.clearTail();
    return bitmap;
  }

  static fromRows(length: number, rows: Iterable<number>): Bitmap {
    const bitmap = new Bitmap(length);
    for (const row of rows) bitmap.add(row);
    return bitmap;
  }

  has(row: number): boolean {
    return (this.words[row >>> 5] & (1 << (row & 31))) !== 0;
  }

  add(row: number): void {
    this.words[row >>> 5] |= 1 << (row & 31);
  }

  delete(row: number): void {
    this.words[row >>> 5] &= ~(1 << (row & 31));
  }

  clone(): Bitmap {
    return new Bitmap(this.length, this.words.slice());
  }

  and(other: Bitmap): Bitmap {
    const words = this.wordsFor(other);
    for (let i = 0; i < words.length; i++) words[i] = this.words[i] & other.words[i];
    return new Bitmap(this.length, words);
  }

  or(other: Bitmap): Bitmap {
    const words = this.wordsFor(other);
    for (let i = 0; i < words.length; i++) words[i] = this.words[i] | other.words[i];
    return new Bitmap(this.length, words);
  }

  andNot(other: Bitmap): Bitmap {
    const words = this.wordsFor(other);
    for (let i = 0; i < words.length; i++) words[i] = this.words[i] & ~other.words[i];
    return new Bitmap(this.length, words);
  }

  not(): Bitmap {
    const words = new Uint32Array(this.words.length);
    for (let i = 0; i < words.length; i++) words[i] = ~this.words[i];
    const result = new Bitmap(this.length, words);
    result.clearTail();
    return result;
  }

  count(): number {
    const { words } = this;
    let total = 0;
    for (let i = 0; i < words.length; i++) total += popcount(words[i]);
    return total;
  }

  /** The number of members that are also in another set of as many rows. */
  countCommon(other: Bitmap): number {
    const { words } = this;
    let total = 0;
    for (let i = 0; i < words.length; i++) total += popcount(words[i] & other.words[i]);
    return total;
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  equals(other: Bitmap): boolean {
    return this.length === other.length && this.words.every((word, i) => word === other.words[i]);
  }

  /** The rows of the set in ascending order. */
  toRows(): Uint32Array {
    const rows = new Uint32Array(this.count());
    let at = 0;
    for (let i = 0; i < this.words.length; i++) {
      let word = this.words[i];
      while (word !== 0) {
        const bit = 31 - Math.clz32(word & -word);
        rows[at++] = (i << 5) + bit;
        word &= word - 1;
      }
    }
    return rows;
  }

  /** Words for what is made of this set and one of as many rows. Each operation has a loop of its own: a shared one is slow. */
  private wordsFor(other: Bitmap): Uint32Array<ArrayBuffer> {
    if (other.length !== this.length) throw new Error(`Bitmaps of ${this.length} and ${other.length} rows`);
    return new Uint32Array(this.words.length);
  }

  private clearTail(): void {
    const used = this.length & 31;
    if (used !== 0) this.words[this.words.length - 1] &= (1 << used) - 1;
  }
}

/** The number of bits of a word that are set. */
export function popcount(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555);
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
