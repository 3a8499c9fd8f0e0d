import { Bitmap } from '../columnar/bitmap.ts';
import type { ResidentDictionary } from '../columnar/resident-dictionary.ts';
import { MemoryBlock } from '../webassembly/memory-block.ts';
import { byteFrequency, folded } from './byte-frequency.ts';
import { scanForNeedle, type TermNeedle } from './byte-scan.ts';
import { bucketsOf, type WindowNibbles } from './needle-buckets.ts';
import { modeOf } from './simd-scan.ts';

/** Bytes of a needle that the scan looks up. */
export const LEAST_NEEDLE = 3;
const BUCKETS = 8;
const TABLE_BYTES = 6 * 16;
/** The tables, 16 bytes for the scan, then a pointer a bucket. */
const BUCKETS_AT = TABLE_BYTES + 16;
const NEEDLES_AT = BUCKETS_AT + BUCKETS * 4;
const NEEDLE_WORDS = 8;
/** Bitmaps of a needle: the codes that match, those to be checked, those that hold it between other edges. */
const BITMAPS = 3;
const FOUND = 0;
const DOUBTFUL = 1;
const HELD = 2;
/** Lists of codes: those that a needle is found in, and others. */
const LISTS = 2;

/** Scans a dictionary for several needles of ASCII in one pass: see `scanMany` in `webassembly/assembly/dictionary-scan.ts`. */
export class ManyNeedles {
  private readonly dictionary: ResidentDictionary;
  private readonly needles: readonly TermNeedle[];
  /** Where each needle's bytes stand that the scan looks up. */
  private readonly windows: readonly number[];
  /** The bucket of each needle. */
  private readonly buckets: readonly number[];
  private readonly words: number;
  private readonly block: MemoryBlock;
  private readonly bitmapsAt: number;
  private readonly listsAt: number;
  /** Where values with characters beyond ASCII are marked. */
  private checked: Bitmap | undefined;

  /** @param maxCodes the most codes of one call of `scan`; needles have at least LEAST_NEEDLE bytes */
  constructor(dictionary: ResidentDictionary, needles: readonly TermNeedle[], maxCodes: number) {
    this.dictionary = dictionary;
    this.needles = needles;
    const frequency = byteFrequency(dictionary);
    this.windows = needles.map((needle) => rarestWindow(needle, frequency));
    const nibbles = needles.map((needle, i) => nibblesAt(needle, this.windows[i]));
    this.buckets = bucketsOf(nibbles, frequency, BUCKETS);
    this.words = (maxCodes >>> 5) + 2;
    const textAt = NEEDLES_AT + needles.length * NEEDLE_WORDS * 4;
    const textBytes = needles.reduce((total, { bytes }) => total + bytes.length, 0);
    this.bitmapsAt = (textAt + textBytes + 15) & ~15;
    this.listsAt = this.bitmapsAt + needles.length * BITMAPS * this.words * 4;
    this.block = new MemoryBlock(dictionary.interner.module, this.listsAt + LISTS * this.words * 32 * 4);
    const bytes = this.block.bytes();
    bytes.fill(0, 0, NEEDLES_AT);
    bytes.fill(0, this.bitmapsAt, this.listsAt);
    this.writeTables(bytes, nibbles);
    this.writeNeedles(bytes, textAt);
  }

  /**
   * Looks at the codes in `[from, to)`. Each needle's `take` is given those that match it, and those that hold it otherwise,
   * both ascending; they are reused after the call.
   */
  scan(from: number, to: number, take: (needle: number, found: Uint32Array, held: Uint32Array) => void) {
    const { interner } = this.dictionary;
    const { pointer } = this.block;
    const base = from & ~31;
    interner.module.exports.scanMany(
      interner.arenaPointer,
      interner.offsetsPointer,
      from,
      to,
      pointer,
      pointer + BUCKETS_AT,
      base,
    );
    const block = this.block.words();
    for (let i = 0; i < this.needles.length; i++) {
      const [found, held] = [this.bitmapAt(i, FOUND) / 4, this.bitmapAt(i, HELD) / 4];
      for (const code of this.codesIn(i, DOUBTFUL, base, 0)) {
        const place = (code - base) >>> 5;
        const bit = 1 << (code & 31);
        if (this.isMatch(this.needles[i], code)) block[found + place] |= bit;
        block[held + place] |= bit;
      }
      take(i, this.codesIn(i, FOUND, base, 0), this.codesIn(i, HELD, base, 1));
    }
  }

  /** Moves the codes of a needle's bitmap to one of the lists. */
  private codesIn(needle: number, bitmap: number, base: number, list: number): Uint32Array {
    const { pointer } = this.block;
    const at = this.listsAt + list * this.words * 32 * 4;
    const { takeBits } = this.dictionary.interner.module.exports;
    const count = takeBits(pointer + this.bitmapAt(needle, bitmap), this.words, base, pointer + at);
    return this.block.words().subarray(at / 4, at / 4 + count);
  }

  private bitmapAt(needle: number, bitmap: number): number {
    return this.bitmapsAt + (BITMAPS * needle + bitmap) * this.words * 4;
  }

  release(): void {
    this.block.release();
  }

  private isMatch(needle: TermNeedle, code: number): boolean {
    this.checked ??= new Bitmap(this.dictionary.size);
    scanForNeedle(this.dictionary, needle, code, code + 1, this.checked, 0);
    const matches = this.checked.has(code);
    this.checked.delete(code);
    return matches;
  }

  /** Marks each needle's bucket at the nibbles of its window's three bytes, and of their capitals. */
  private writeTables(bytes: Uint8Array, windows: readonly WindowNibbles[]): void {
    for (const [i, window] of windows.entries()) {
      for (const [place, nibbles] of window.entries()) {
        for (let bit = 0; bit < 32; bit++) {
          if ((nibbles & (1 << bit)) !== 0) bytes[place * 32 + bit] |= 1 << this.buckets[i];
        }
      }
    }
  }

  private writeNeedles(bytes: Uint8Array, textAt: number): void {
    const words = this.block.words();
    const { pointer } = this.block;
    const { buckets } = this;
    let text = textAt;
    for (const [i, needle] of this.needles.entries()) {
      const at = NEEDLES_AT + i * NEEDLE_WORDS * 4;
      const [output, doubtful, held] = [FOUND, DOUBTFUL, HELD].map((bitmap) => pointer + this.bitmapAt(i, bitmap));
      const bucket = BUCKETS_AT / 4 + buckets[i];
      bytes.set(needle.bytes, text);
      const next = words[bucket];
      const window = this.windows[i];
      words.set([pointer + text, needle.bytes.length, modeOf(needle), output, doubtful, held, next, window], at / 4);
      words[bucket] = pointer + at;
      text += needle.bytes.length;
    }
  }
}

/** Where the three bytes of a needle stand that are together the rarest. */
function rarestWindow({ bytes }: TermNeedle, frequency: Uint32Array): number {
  let rarest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + LEAST_NEEDLE <= bytes.length; at++) {
    let share = 1;
    for (let place = 0; place < LEAST_NEEDLE; place++) share *= 1 + frequency[folded(bytes[at + place])];
    if (share < least) [rarest, least] = [at, share];
  }
  return rarest;
}

/** The nibbles that the tables are to take at each place of a needle's window. */
function nibblesAt(needle: TermNeedle, window: number): WindowNibbles {
  return Array.from({ length: LEAST_NEEDLE }, (_, place) => {
    let nibbles = 0;
    for (const byte of casesOf(needle, window + place)) nibbles |= (1 << (byte & 15)) | (1 << (16 + (byte >>> 4)));
    return nibbles;
  });
}

function casesOf({ bytes, caseSensitive }: TermNeedle, place: number): readonly number[] {
  const byte = bytes[place];
  return !caseSensitive && byte >= 97 && byte <= 122 ? [byte, byte - 32] : [byte];
}
