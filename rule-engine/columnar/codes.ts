import { GrowingArray } from './growing-array.ts';

/** A code a row: 8, 16 or 32 bits wide, as the number of a column's distinct values asks. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Codes that are appended, in as few bytes as the greatest of them needs. */
export class GrowingCodes {
  /** Bytes of a code. */
  bytesEach: 1 | 2 | 4 = 1;
  private codes = new GrowingArray<Codes>((length) => new Uint8Array(length));
  /** More than any code that fits. */
  private limit = 1 << 8;

  push(code: number): void {
    if (code >= this.limit) this.widen(code + 1);
    this.codes.push(code);
  }

  /** Appends code 0, which stands for a missing value, so many times. */
  pushMissing(count: number): void {
    for (let i = 0; i < count; i++) this.codes.push(0);
  }

  /** Appends codes that are all below `size`. */
  pushAll(codes: Codes, size: number): void {
    if (size > this.limit) this.widen(size);
    this.codes.pushAll(codes);
  }

  /** Makes room for `length` codes in all, once; what is not touched of it takes no memory. */
  reserve(length: number): void {
    this.codes.reserve(length);
  }

  /** All codes so far. What is appended later is not among them, and changes none of them. */
  toArray(): Codes {
    return this.codes.toArray();
  }

  private widen(size: number): void {
    this.bytesEach = size <= 1 << 16 ? 2 : 4;
    this.limit = 2 ** (8 * this.bytesEach);
    const create = this.bytesEach === 2 ? Uint16Array : Uint32Array;
    this.codes = this.codes.copiedTo<Codes>((length) => new create(length));
  }
}
