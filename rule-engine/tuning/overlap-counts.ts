import { Bitmap } from '../columnar/bitmap.ts';
import { countWithin } from '../executor/expression/row-set.ts';

/** Sets that together hold less than one row in so many are first moved close together. */
const COMPACT_SHARE = 4;

/** How many rows each two of some sets share: row-major, the diagonal holds the sets' own sizes. */
export async function overlapCounts(sets: readonly Bitmap[], checkpoint: () => Promise<void>): Promise<Uint32Array> {
  const n = sets.length;
  const counts = new Uint32Array(n * n);
  const compact = compacted(sets);
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      const shared = countWithin(compact[i], compact[j]);
      counts[i * n + j] = shared;
      counts[j * n + i] = shared;
    }
    await checkpoint();
  }
  return counts;
}

/** The sets over the rows alone that any of them holds. */
function compacted(sets: readonly Bitmap[]): readonly Bitmap[] {
  if (sets.length < 3) return sets;
  const rows = union(sets).toRows();
  if (rows.length * COMPACT_SHARE > sets[0].length) return sets;
  return sets.map((set) => {
    const small = new Bitmap(rows.length);
    for (let i = 0; i < rows.length; i++) if (set.has(rows[i])) small.add(i);
    return small;
  });
}

function union(sets: readonly Bitmap[]): Bitmap {
  const all = sets[0].clone();
  for (const { words } of sets) for (let i = 0; i < words.length; i++) all.words[i] |= words[i];
  return all;
}
