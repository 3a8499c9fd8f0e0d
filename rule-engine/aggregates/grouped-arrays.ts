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

/** Counts as 64-bit numbers, by their halves: without a bigint a count. */
export function countsAsInt64(counts: Float64Array): BigInt64Array {
  const result = new BigInt64Array(counts.length);
  const halves = new Uint32Array(result.buffer);
  for (let i = 0; i < counts.length; i++) {
    halves[i * 2] = counts[i];
    halves[i * 2 + 1] = counts[i] / 2 ** 32;
  }
  return result;
}
