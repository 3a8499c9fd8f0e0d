/** The order of two physical rows: below 0 when the first comes first. */
export type RowComparer = (a: number, b: number) => number;

/** Rows sorted between two checkpoints. */
const RUN = 8192;
/** Rows merged between two checkpoints. */
const BLOCK = 1 << 16;

/** The rows in order, equal ones as they came. Runs are sorted and then merged, so that it can be cancelled. */
export async function sortRows(
  rows: Uint32Array,
  compare: RowComparer,
  checkpoint: () => Promise<void>,
): Promise<Uint32Array> {
  let from = rows.slice();
  for (let start = 0; start < from.length; start += RUN) {
    sortRun(from.subarray(start, start + RUN), compare);
    await checkpoint();
  }
  let to = new Uint32Array(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += width * 2) {
      await merge(from, to, start, width, compare, checkpoint);
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Sorts rows in place. Events are mostly in the order of their time, or in the opposite one. */
function sortRun(rows: Uint32Array, compare: RowComparer): void {
  const last = rows.length - 1;
  let at = 0;
  while (at < last && compare(rows[at], rows[at + 1]) <= 0) at++;
  if (at >= last) return;
  at = 0;
  while (at < last && compare(rows[at], rows[at + 1]) > 0) at++;
  if (at >= last) rows.reverse();
  else rows.sort(compare);
}

async function merge(
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  width: number,
  compare: RowComparer,
  checkpoint: () => Promise<void>,
): Promise<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + width * 2, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takeLeft = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
    to[at] = takeLeft ? from[left++] : from[right++];
    if (at % BLOCK === BLOCK - 1) await checkpoint();
  }
}

/** The first `count` rows in order: what `sortRows` would begin with. */
export async function topRows(
  rows: Uint32Array,
  count: number,
  compare: RowComparer,
  checkpoint: () => Promise<void>,
): Promise<Uint32Array> {
  if (count === 0) return new Uint32Array(0);
  if (count * 4 >= rows.length) return (await sortRows(rows, compare, checkpoint)).slice(0, count);
  const best = new Uint32Array(count + Math.max(count, 1024));
  let size = 0;
  let worst = -1;
  for (let i = 0; i < rows.length; i++) {
    if (i % BLOCK === BLOCK - 1) await checkpoint();
    if (worst >= 0 && compare(rows[i], worst) >= 0) continue;
    best[size++] = rows[i];
    if (size < best.length) continue;
    best.sort(compare);
    size = count;
    worst = best[count - 1];
  }
  return best.slice(0, size).sort(compare).slice(0, count);
}
