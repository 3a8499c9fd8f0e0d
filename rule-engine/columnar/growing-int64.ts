import { GrowingArray } from './growing-array.ts';
import { Int64Values } from './int64-values.ts';

/** Rows of a block: few, so that times in their order stay within the seven minutes that 32 bits of ticks hold. */
const ROW_BITS = 6;
const BLOCK = 1 << ROW_BITS;

/** The lower halves of a block on their way. */
const blockLows = new Uint32Array(BLOCK);

/** 64-bit integers that are appended: half of the memory while the values of each block lie within 2^32, see `Int64Values`. */
export class GrowingInt64 {
  length = 0;
  private readonly lows = new GrowingArray((length) => new Uint32Array(length));
  private leastHighs = new GrowingArray((length) => new Int32Array(length));
  private readonly leastLows = new GrowingArray((length) => new Uint32Array(length));
  /** Bits of a row's number within its block; 0 once each row has an upper half of its own. */
  private rowBits = ROW_BITS;
  private reserved = 0;
  /** Of the block that isn't full: whether it has a value, the least and the greatest of them. */
  private hasValue = false;
  private leastHigh = 0;
  private leastLow = 0;
  private greatestHigh = 0;
  private greatestLow = 0;

  /** `high × 2^32 + low`; `low` in 0…2^32-1. */
  push(low: number, high: number): void {
    if (this.rowBits !== 0 && !this.fits(low, high)) this.widen();
    this.lows.push(low);
    if (this.rowBits === 0) this.leastHighs.push(high);
    this.endRow();
  }

  /** Values as pairs of halves, the lower one first: by the block, in loops that are soon compiled. */
  pushAll(halves: Uint32Array): void {
    let at = 0;
    while (at < halves.length && this.rowBits !== 0) {
      const rows = Math.min(BLOCK - (this.length % BLOCK), (halves.length - at) / 2);
      if (!this.fitAll(halves, at, at + 2 * rows)) break;
      for (let row = 0; row < rows; row++) blockLows[row] = halves[at + 2 * row];
      this.lows.pushAll(rows === BLOCK ? blockLows : blockLows.subarray(0, rows));
      this.length += rows;
      if (this.length % BLOCK === 0) this.endBlock();
      at += 2 * rows;
    }
    for (; at < halves.length; at += 2) this.push(halves[at], halves[at + 1] | 0);
  }

  /** A row without a value: what is read there means nothing. */
  pushMissing(): void {
    this.lows.push(0);
    if (this.rowBits === 0) this.leastHighs.push(0);
    this.endRow();
  }

  /** Makes room for `length` values in all, once; what is not touched of it takes no memory. */
  reserve(length: number): void {
    this.reserved = length;
    this.lows.reserve(length);
    this.leastHighs.reserve(length >>> this.rowBits);
    this.leastLows.reserve(length >>> this.rowBits);
  }

  get byteLength(): number {
    return this.length * (this.rowBits === 0 ? 8 : 4);
  }

  /** All values so far. What is appended later is not among them, and changes none of them. */
  toValues(): Int64Values {
    const lows = this.lows.toArray();
    if (this.rowBits === 0) return new Int64Values(lows, this.leastHighs.toArray(), lows, 0);
    const highs = new Int32Array((this.length >>> this.rowBits) + 1);
    highs.set(this.leastHighs.toArray());
    highs[highs.length - 1] = this.leastHigh;
    const leastLows = new Uint32Array(highs.length);
    leastLows.set(this.leastLows.toArray());
    leastLows[highs.length - 1] = this.leastLow;
    return new Int64Values(lows, highs, leastLows, this.rowBits);
  }

  private endRow(): void {
    this.length++;
    if (this.rowBits !== 0 && this.length % BLOCK === 0) this.endBlock();
  }

  private endBlock(): void {
    this.leastHighs.push(this.leastHigh);
    this.leastLows.push(this.leastLow);
    this.hasValue = false;
    this.leastHigh = 0;
    this.leastLow = 0;
  }

  /** Takes a value into the block at hand; false when it and the others don't lie within 2^32. */
  private fits(low: number, high: number): boolean {
    if (!this.hasValue) {
      this.hasValue = true;
      this.leastHigh = this.greatestHigh = high;
      this.leastLow = this.greatestLow = low;
      return true;
    }
    const { leastHigh, leastLow, greatestHigh, greatestLow } = this;
    if (isLess(high, low, leastHigh, leastLow)) {
      if (!isWithin(high, low, greatestHigh, greatestLow)) return false;
      this.leastHigh = high;
      this.leastLow = low;
    } else if (isLess(greatestHigh, greatestLow, high, low)) {
      if (!isWithin(leastHigh, leastLow, high, low)) return false;
      this.greatestHigh = high;
      this.greatestLow = low;
    }
    return true;
  }

  private fitAll(halves: Uint32Array, start: number, end: number): boolean {
    let leastLow = halves[start];
    let leastHigh = halves[start + 1] | 0;
    let greatestLow = leastLow;
    let greatestHigh = leastHigh;
    for (let at = start + 2; at < end; at += 2) {
      const low = halves[at];
      const high = halves[at + 1] | 0;
      if (high < leastHigh || (high === leastHigh && low < leastLow)) {
        leastHigh = high;
        leastLow = low;
      } else if (high > greatestHigh || (high === greatestHigh && low > greatestLow)) {
        greatestHigh = high;
        greatestLow = low;
      }
    }
    return this.fits(leastLow, leastHigh) && this.fits(greatestLow, greatestHigh);
  }

  private widen(): void {
    const values = this.toValues();
    const highs = new GrowingArray((length) => new Int32Array(length));
    highs.reserve(this.reserved);
    for (let row = 0; row < this.length; row++) highs.push(values.high(row));
    this.leastHighs = highs;
    this.rowBits = 0;
  }
}

function isLess(high: number, low: number, thanHigh: number, thanLow: number): boolean {
  return high < thanHigh || (high === thanHigh && low < thanLow);
}

/** Whether the second of two values, which is not the lesser one, is less than 2^32 above the first. */
function isWithin(high: number, low: number, nextHigh: number, nextLow: number): boolean {
  return nextHigh === high || (nextHigh === high + 1 && nextLow < low);
}
