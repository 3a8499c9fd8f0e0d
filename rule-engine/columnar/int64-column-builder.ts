import type { Scalar } from '../schema/value.ts';
import type { Column, Int64Column } from './column.ts';
import { int64Column, missingColumn } from './columns.ts';
import { GrowingArray, GrowingBitmap } from './growing-array.ts';

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
const TWO_TO_32 = 0x100000000;

/** Builds a `long`, `datetime` or `timespan` column; values can come as two 32-bit halves, without a bigint. */
export class Int64ColumnBuilder {
  readonly kind = 'int64';
  readonly type: Int64Column['type'];
  length = 0;
  filled = 0;
  private readonly halves = new GrowingArray((length) => new Uint32Array(length));
  private readonly nulls = new GrowingBitmap();

  constructor(type: Int64Column['type']) {
    this.type = type;
  }

  append(value: Scalar): void {
    if (value === null) this.appendMissing();
    else if (typeof value === 'number') this.appendNumber(value);
    else {
      const bits = BigInt.asUintN(64, value as bigint);
      this.appendHalves(Number(bits & 0xffffffffn), Number(bits >> 32n));
    }
  }

  appendMissing(): void {
    this.nulls.add(this.length++);
    this.halves.push(0);
    this.halves.push(0);
  }

  /** An integer within ±2^53. */
  appendNumber(value: number): void {
    const high = Math.floor(value / TWO_TO_32);
    this.appendHalves(value - high * TWO_TO_32, high);
  }

  /** `high × 2^32 + low`; `low` in 0…2^32-1. */
  appendHalves(low: number, high: number): void {
    this.halves.push(LITTLE_ENDIAN ? low : high);
    this.halves.push(LITTLE_ENDIAN ? high : low);
    this.length++;
    this.filled++;
  }

  /** Values as pairs of halves, in the order of the machine. */
  appendAll(halves: Uint32Array<ArrayBuffer>): void {
    this.halves.pushAll(halves);
    this.length += halves.length / 2;
    this.filled += halves.length / 2;
  }

  /** Makes room for a whole input, of which `share` (0 to 1) was read. */
  reserve(share: number): void {
    this.halves.reserve((2 * this.length) / share);
  }

  finish(): Column {
    if (this.filled === 0) return missingColumn(this.type, this.length);
    const { buffer, byteOffset } = this.halves.toArray();
    const values = new BigInt64Array(buffer as ArrayBuffer, byteOffset, this.length);
    return int64Column(this.type, values, this.nulls.toBitmap(this.length));
  }
}
