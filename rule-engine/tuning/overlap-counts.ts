import { Bitmap } from '../columnar/bitmap.ts';
import { countWithin, type RowSet } from '../executor/expression/row-set.ts';

/** How many rows each two of some sets share: row-major, the diagonal holds the sets' own sizes. Lists are ascending. */
export async function overlapCounts(sets: readonly RowSet[], checkpoint: () => Promise<void>): Promise<Uint32Array> {
  const n = sets.length;
  const counts = new Uint32Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const shared = i === j ? sizeOf(sets[i]) : countShared(sets[i], sets[j]);
      counts[i * n + j] = shared;
      counts[j * n + i] = shared;
    }
    await checkpoint();
  }
  return counts;
}

function sizeOf(set: RowSet): number {
  return set instanceof Bitmap ? set.count() : set.length;
}

function countShared(a: RowSet, b: RowSet): number {
  if (b instanceof Bitmap) return countWithin(a, b);
  if (a instanceof Bitmap) return countWithin(b, a);
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i] - b[j];
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}
