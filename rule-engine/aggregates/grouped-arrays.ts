import { Int64Values } from '../columnar/int64-values.ts';

/** A typed array of one element a group, that grows as groups appear; new elements are zero. */
export class GroupedArray<T extends Float64Array | Uint32Array | Int32Array | BigInt64Array | Uint8Array> {
  values: T;
  private readonly create: (length: number) => T;

  constructor(create: (length: number) => T) {
    this.create = create;
    this.values = create(16);
  }

  /** The elements, at least `groupCount` of them. Read it afresh after each call. */
  grow(groupCount: number): T {
    if (groupCount > this.values.length) {
      const grown = this.create(Math.max(groupCount, this.values.length * 2));
      (grown as Float64Array).set(this.values as Float64Array);
      this.values = grown;
    }
    return this.values;
  }

  /** A copy of the first `groupCount` elements. */
  take(groupCount: number): T {
    this.grow(groupCount);
    return this.values.slice(0, groupCount) as T;
  }
}

/** Counts as 64-bit numbers. */
export function countsAsInt64(counts: Float64Array): Int64Values {
  return Int64Values.ofHalves(
    counts.length,
    (group) => counts[group],
    (group) => counts[group] / 2 ** 32,
  );
}
