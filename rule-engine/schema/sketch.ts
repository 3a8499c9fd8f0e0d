import { dynamicKey } from './scalar-key.ts';
import type { DynamicValue } from './value.ts';

/**
 * What `hll` and `tdigest` give. Kusto's are lossy summaries in a private form; ours keep everything, so that what is
 * computed of them is exact, which for sets that Kusto does not yet approximate is its answer too.
 *
 * - `hll`: `[[1024, 14], [key, …], []]`, the keys of the distinct values, as text;
 * - `tdigest`: `[[7], [value, …], [weight, …]]`.
 */

/** The sketch of a set of distinct keys. */
export function distinctSketch(keys: Iterable<string>): DynamicValue {
  return [[1024n, 14n], [...new Set(keys)], []];
}

/** The key that a value has in a distinct sketch. */
export function distinctSketchKey(value: DynamicValue): string {
  return dynamicKey(value);
}

/** The keys of a distinct sketch; undefined for what is none. */
export function distinctSketchKeys(sketch: DynamicValue | undefined): readonly string[] | undefined {
  if (!Array.isArray(sketch) || sketch.length !== 3) return undefined;
  const [, keys] = sketch as readonly DynamicValue[];
  return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? (keys as string[]) : undefined;
}

/** A value and how often it counts. */
export interface WeightedValue<T> {
  readonly value: T;
  readonly weight: number;
}

/** The sketch of weighted values. */
export function quantileSketch(values: readonly WeightedValue<DynamicValue>[]): DynamicValue {
  return [[7n], values.map(({ value }) => value), values.map(({ weight }) => BigInt(weight))];
}

/** The weighted values of a quantile sketch; undefined for what is none. */
export function quantileSketchValues(
  sketch: DynamicValue | undefined,
): readonly WeightedValue<DynamicValue>[] | undefined {
  if (!Array.isArray(sketch) || sketch.length !== 3) return undefined;
  const [, values, weights] = sketch as readonly DynamicValue[];
  if (!Array.isArray(values) || !Array.isArray(weights) || values.length !== weights.length) return undefined;
  return values.map((value, i) => ({ value, weight: Number(weights[i]) }));
}

/**
 * The nearest-rank percentile of values sorted ascending: the first whose running weight reaches `percentile` per cent
 * of the whole; undefined when there are none.
 */
export function nearestRank<T>(sorted: readonly WeightedValue<T>[], percentile: number): T | undefined {
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const target = (total * Math.min(100, Math.max(0, percentile))) / 100;
  let running = 0;
  for (const { value, weight } of sorted) {
    running += weight;
    if (running >= target && running > 0) return value;
  }
  return sorted.at(-1)?.value;
}
