import { Bitmap } from './bitmap.ts';

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const [LOW, HIGH] = LITTLE_ENDIAN ? [0, 1] : [1, 0];

/** One value on its way between two halves and a bigint. */
const whole = new BigInt64Array(1);
const halves = new Int32Array(whole.buffer);

/** Which values a comparison with a limit takes. */
export interface AcceptedOrders {
  readonly below: boolean;
  readonly equal: boolean;
  readonly above: boolean;
}

export interface Int64Range {
  readonly least: bigint;
  readonly greatest: bigint;
}

/**
 * A 64-bit integer a row. The lower half of each is kept, the upper one once a block of rows: values of a block that lie
 * within 2^32 of the least of them have its upper half, or, where their lower half is less than the least's, the next one.
 * Where they don't, blocks are of one row.
 */
export class Int64Values {
  readonly length: number;
  private readonly lows: Uint32Array;
  /** Halves of the least value of each block. */
  private readonly leastHighs: Int32Array;
  private readonly leastLows: Uint32Array;
  private readonly rowBits: number;

  /** @param rowBits a block has `2 ** rowBits` rows; with 0, `leastLows` are `lows` */
  constructor(lows: Uint32Array, leastHighs: Int32Array, leastLows: Uint32Array, rowBits: number) {
    this.length = lows.length;
    this.lows = lows;
    this.leastHighs = leastHighs;
    this.leastLows = leastLows;
    this.rowBits = rowBits;
  }

  /** The values of an array, each in both of its halves. */
  static from(values: BigInt64Array): Int64Values {
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    return Int64Values.ofHalves(
      values.length,
      (row) => words[2 * row + LOW],
      (row) => words[2 * row + HIGH],
    );
  }

  /** The values whose halves are told. */
  static ofHalves(length: number, lowOf: (row: number) => number, highOf: (row: number) => number): Int64Values {
    const lows = new Uint32Array(length);
    const highs = new Int32Array(length);
    for (let row = 0; row < length; row++) {
      lows[row] = lowOf(row);
      highs[row] = highOf(row);
    }
    return new Int64Values(lows, highs, lows, 0);
  }

  get byteLength(): number {
    return this.lows.byteLength + this.leastHighs.byteLength + (this.rowBits === 0 ? 0 : this.leastLows.byteLength);
  }

  /** The value of a row. Where many are read, `high` and `low` make no bigint. */
  get(row: number): bigint {
    return wholeOf(this.high(row), this.low(row));
  }

  /** The lower 32 bits, 0…2^32-1. */
  low(row: number): number {
    return this.lows[row];
  }

  /** The upper 32 bits, with the sign. */
  high(row: number): number {
    const block = row >>> this.rowBits;
    return this.leastHighs[block] + (this.lows[row] < this.leastLows[block] ? 1 : 0);
  }

  /** Less than 0, 0 or more than 0 as one row's value is less than, equal to or more than another's. */
  compare(a: number, b: number): number {
    return this.high(a) - this.high(b) || this.low(a) - this.low(b);
  }

  /** The least and the greatest value; undefined without a row. Each row must have a value. */
  range(): Int64Range | undefined {
    const { length, lows, leastHighs, leastLows, rowBits } = this;
    if (length === 0) return undefined;
    let [leastHigh, leastLow] = [leastHighs[0], leastLows[0]];
    let [greatestHigh, greatestLow] = [leastHigh, leastLow];
    for (let block = 0, row = 0; row < length; block++) {
      const end = Math.min(length, (block + 1) << rowBits);
      let [high, low] = [leastHighs[block], leastLows[block]];
      if (high < leastHigh || (high === leastHigh && low < leastLow)) [leastHigh, leastLow] = [high, low];
      let above = 0;
      for (; row < end; row++) above = Math.max(above, (lows[row] - leastLows[block]) >>> 0);
      if (low + above > 0xffffffff) high++;
      low = (low + above) >>> 0;
      if (high > greatestHigh || (high === greatestHigh && low > greatestLow))
        [greatestHigh, greatestLow] = [high, low];
    }
    return { least: wholeOf(leastHigh, leastLow), greatest: wholeOf(greatestHigh, greatestLow) };
  }

  /** The rows whose values are in one of the accepted orders to a limit. */
  compareAll(limit: bigint, { below, equal, above }: AcceptedOrders): Bitmap {
    const { length, lows, leastHighs, leastLows, rowBits } = this;
    const high = Number(BigInt.asIntN(32, limit >> 32n));
    const low = Number(BigInt.asUintN(32, limit));
    const result = new Bitmap(length);
    const { words } = result;
    for (let block = 0, row = 0; row < length; block++) {
      const end = Math.min(length, (block + 1) << rowBits);
      const upper = leastHighs[block] - high;
      const leastLow = leastLows[block];
      for (; row < end; row++) {
        const lower = lows[row];
        const order = upper + (lower < leastLow ? 1 : 0) || lower - low;
        if (order < 0 ? below : order > 0 ? above : equal) words[row >>> 5] |= 1 << (row & 31);
      }
    }
    return result;
  }
}

function wholeOf(high: number, low: number): bigint {
  halves[LOW] = low;
  halves[HIGH] = high;
  return whole[0];
}
