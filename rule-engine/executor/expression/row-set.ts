import { Bitmap } from '../../columnar/bitmap.ts';

/** A set of rows (or codes): a bitmap, or where they are few the ascending list of them. */
export type RowSet = Bitmap | Uint32Array;

/** A list is taken for a set with fewer members than one in so many. */
const SPARSE_SHARE = 64;

/** True when a set of `count` of `length` is better kept as a list. */
export function isSparse(count: number, length: number): boolean {
  return count * SPARSE_SHARE < length;
}

/** True when a set has a member. */
export function holds(set: RowSet, member: number): boolean {
  if (set instanceof Bitmap) return set.has(member);
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (set[middle] < member) low = middle + 1;
    else high = middle;
  }
  return low < set.length && set[low] === member;
}

/** The set as a bitmap: itself when it is one. */
export function asBitmap(set: RowSet, length: number): Bitmap {
  return set instanceof Bitmap ? set : addTo(new Bitmap(length), set);
}

/** Adds a set's members to a bitmap, in place. */
export function addTo(target: Bitmap, set: RowSet): Bitmap {
  const { words } = target;
  if (set instanceof Bitmap) for (let i = 0; i < words.length; i++) words[i] |= set.words[i];
  else for (let i = 0; i < set.length; i++) words[set[i] >>> 5] |= 1 << (set[i] & 31);
  return target;
}

/** The members of any of the sets: a list where those of all together are few, so that no bitmap is touched. */
export function unionOf(sets: readonly RowSet[], length: number): RowSet {
  const lists = sets.filter((set): set is Uint32Array => !(set instanceof Bitmap));
  const total = lists.reduce((sum, list) => sum + list.length, 0);
  if (lists.length === sets.length && isSparse(total, length)) return mergeAll(lists);
  const union = new Bitmap(length);
  for (const set of sets) addTo(union, set);
  return union;
}

/** The members of both sets: a list where one of them is. */
export function intersectionOf(a: RowSet, b: RowSet): RowSet {
  if (a instanceof Bitmap) return b instanceof Bitmap ? a.and(b) : b.filter((row) => a.has(row));
  return b instanceof Bitmap ? a.filter((row) => b.has(row)) : commonOf(a, b);
}

/** The members of ascending lists, in order and once each. */
function mergeAll(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length < 2) return lists[0] ?? new Uint32Array(0);
  const middle = lists.length >> 1;
  return merge(mergeAll(lists.slice(0, middle)), mergeAll(lists.slice(middle)));
}

function merge(a: Uint32Array, b: Uint32Array): Uint32Array {
  const merged = new Uint32Array(a.length + b.length);
  let at = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i];
    const right = b[j];
    if (left <= right) i++;
    if (right <= left) j++;
    merged[at++] = Math.min(left, right);
  }
  while (i < a.length) merged[at++] = a[i++];
  while (j < b.length) merged[at++] = b[j++];
  return at === merged.length ? merged : merged.slice(0, at);
}

function commonOf(a: Uint32Array, b: Uint32Array): Uint32Array {
  let from = 0;
  return a.filter((row) => {
    while (from < b.length && b[from] < row) from++;
    return b[from] === row;
  });
}

/** The number of members that are also in `among`. */
export function countWithin(set: RowSet, among: Bitmap): number {
  if (!(set instanceof Bitmap)) {
    let total = 0;
    for (const row of set) if (among.has(row)) total++;
    return total;
  }
  return set.countCommon(among);
}

/** Bytes that a set takes. */
export function bytesOf(set: RowSet | undefined): number {
  if (set === undefined) return 0;
  return set instanceof Bitmap ? set.words.byteLength : set.byteLength;
}

/** The members in ascending order. */
export function membersOf(set: RowSet): Uint32Array {
  return set instanceof Bitmap ? set.toRows() : set;
}
