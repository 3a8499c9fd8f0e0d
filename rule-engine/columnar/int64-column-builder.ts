import type { Scalar } from '../schema/value.ts';
import type { Column, Int64Column } from './column.ts';
import { int64Column, missingColumn } from './columns.ts';
import { GrowingBitmap } from './growing-array.ts';
import { GrowingInt64 } from './growing-int64.ts';

const TWO_TO_32 = 0x100000000;

/** Builds a `long`, `datetime` or `timespan` column; values can come as two 32-bit halves, without a bigint. */
export class Int64ColumnBuilder {
  readonly kind = 'int64';
  readonly type: Int64Column['type'];
  filled = 0;
  private readonly values = new GrowingInt64();
  private readonly nulls = new GrowingBitmap();

  constructor(type: Int64Column['type']) {
    this.type = type;
  }

  get length(): number {
    return this.values.length;
  }

  /** About the memory that it takes. */
  get byteLength(): number {
    return this.values.byteLength;
  }

  append(value: Scalar): void {
    if (value === null) this.appendMissing();
    else if (typeof value === 'number') this.appendNumber(value);
    else this.appendHalves(Number(BigInt.asUintN(32, value as bigint)), Number((value as bigint) >> 32n));
  }

  appendMissing(): void {
    this.nulls.add(this.length);
    this.values.pushMissing();
  }

  /** An integer within ±2^53. */
  appendNumber(value: number): void {
    const high = Math.floor(value / TWO_TO_32);
    this.appendHalves(value - high * TWO_TO_32, high);
  }

  /** `high × 2^32 + low`; `low` in 0…2^32-1. */
  appendHalves(low: number, high: number): void {
    this.values.push(low, high | 0);
    this.filled++;
  }

  /** Values as pairs of halves, the lower one first. */
  appendAll(halves: Uint32Array): void {
    this.values.pushAll(halves);
    this.filled += halves.length / 2;
  }

  /** Makes room for a whole input, of which `share` (0 to 1) was read. */
  reserve(share: number): void {
    this.reserveRows(this.length / share);
  }

  /** Makes room for so many rows in all. */
  reserveRows(rows: number): void {
    this.values.reserve(rows);
  }

  finish(): Column {
    if (this.filled === 0) return missingColumn(this.type, this.length);
    return int64Column(this.type, this.values.toValues(), this.nulls.toBitmap(this.length));
  }
}
