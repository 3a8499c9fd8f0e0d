import { Bitmap, popcount } from '../../columnar/bitmap.ts';
import { countSoleMembers, uniteLists } from '../../kernels/list-union.ts';

/** A set of rows (or codes): a bitmap, or where they are few the ascending list of them. */
export type RowSet = Bitmap | Uint32Array;

/** A list is taken for a set with fewer members than one in so many. */
const SPARSE_SHARE = 64;

/** Lists of more than one in so many of all rows together are united by marking them: by merging, each costs some branches. */
const MARKED_SHARE = 512;

/** Rows that are marked at a time: their marks stay in the processor's nearest cache, wherever the lists jump to. */
const BLOCK = 1 << 16;

/** A bit a row of a block, all zero between two uses. */
const once = new Uint32Array(BLOCK / 32);
const repeated = new Uint32Array(BLOCK / 32);

/** True when a set of `count` of `length` is better kept as a list. */
export function isSparse(count: number, length: number): boolean {
  return count * SPARSE_SHARE < length;
}

/** A bitmap as a set: a list where it has few members. */
export function asRowSet(bitmap: Bitmap): RowSet {
  return isSparse(bitmap.count(), bitmap.length) ? bitmap.toRows() : bitmap;
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

function areLists(sets: readonly RowSet[]): sets is readonly Uint32Array[] {
  return sets.every((set) => !(set instanceof Bitmap));
}

/** The members of any of the sets: a list where those of all together are few, so that no bitmap is touched. */
export function unionOf(sets: readonly RowSet[], length: number): RowSet {
  if (areLists(sets)) {
    const total = sets.reduce((sum, list) => sum + list.length, 0);
    if (isSparse(total, length)) {
      if (sets.length <= 2 || total * MARKED_SHARE <= length) return mergeAll(sets);
      return uniteLists(sets, length) ?? markAll(sets, total, length);
    }
  }
  const union = new Bitmap(length);
  for (const set of sets) addTo(union, set);
  return union;
}

/** The members of more than one of the sets. */
export function repeatedMembers(sets: readonly RowSet[], length: number): Bitmap {
  const several = new Bitmap(length);
  const { words } = several;
  eachBlock(sets, length, (from) => {
    words.set(repeated.subarray(0, Math.min(BLOCK / 32, words.length - from / 32)), from / 32);
  });
  return several;
}

/** For each set: how many members it has, and how many that no other set has. Of those in `among`, where it is given. */
export function countSole(
  sets: readonly RowSet[],
  length: number,
  among: Bitmap | undefined,
): (readonly [members: number, sole: number])[] {
  const counts = among === undefined && areLists(sets) ? countSoleMembers(sets, length) : undefined;
  if (counts !== undefined) return sets.map((list, i) => [list.length, counts[i]]);
  const members = new Uint32Array(sets.length);
  const sole = new Uint32Array(sets.length);
  eachBlock(sets, length, (from, starts, ends) => {
    for (const [i, set] of sets.entries()) {
      if (set instanceof Bitmap) {
        const { words } = set;
        const end = Math.min(words.length, (from + BLOCK) / 32);
        for (let word = from / 32; word < end; word++) {
          const here = among === undefined ? words[word] : words[word] & among.words[word];
          if (here === 0) continue;
          members[i] += popcount(here);
          sole[i] += popcount(here & ~repeated[word - from / 32]);
        }
      } else {
        for (let at = starts[i]; at < ends[i]; at++) {
          const row = set[at];
          if (among?.has(row) === false) continue;
          members[i]++;
          if ((repeated[(row - from) >>> 5] & (1 << (row & 31))) === 0) sole[i]++;
        }
      }
    }
  });
  return sets.map((_, i) => [members[i], sole[i]]);
}

/**
 * Goes through all rows a block at a time: `look` is called when the block's members are marked in `once` and `repeated`,
 * with its first row and for each list where its members in the block start and end.
 */
function eachBlock(
  sets: readonly RowSet[],
  length: number,
  look: (from: number, starts: Uint32Array, ends: Uint32Array) => void,
): void {
  const places = new Uint32Array(sets.length);
  for (let from = 0; from < length; from += BLOCK) {
    const starts = places.slice();
    markBlock(sets, places, from);
    look(from, starts, places);
    once.fill(0);
    repeated.fill(0);
  }
}

/**
 * Marks the members of a block in `once`, and those of more than one set in `repeated`. `places` are where the lists go on:
 * they are moved behind the block.
 */
function markBlock(sets: readonly RowSet[], places: Uint32Array, from: number): void {
  for (let i = 0; i < sets.length; i++) {
    const set = sets[i];
    if (set instanceof Bitmap) {
      const { words } = set;
      const end = Math.min(words.length, (from + BLOCK) / 32);
      for (let word = from / 32, at = 0; word < end; word++, at++) {
        repeated[at] |= once[at] & words[word];
        once[at] |= words[word];
      }
    } else {
      let place = places[i];
      for (; place < set.length && set[place] < from + BLOCK; place++) {
        const word = (set[place] - from) >>> 5;
        const bit = 1 << (set[place] & 31);
        repeated[word] |= once[word] & bit;
        once[word] |= bit;
      }
      places[i] = place;
    }
  }
}

/** The members of both sets: a list where one of them is. */
export function intersectionOf(a: RowSet, b: RowSet): RowSet {
  if (a instanceof Bitmap) return b instanceof Bitmap ? a.and(b) : b.filter((row) => a.has(row));
  return b instanceof Bitmap ? a.filter((row) => b.has(row)) : commonOf(a, b);
}

/** The places in an ascending list of those of its rows that are in a set: a list where the set is one. */
export function positionsOf(set: RowSet, rows: Uint32Array): RowSet {
  if (set instanceof Bitmap) {
    const places = new Bitmap(rows.length);
    for (let i = 0; i < rows.length; i++) if (set.has(rows[i])) places.add(i);
    return places;
  }
  const places = new Uint32Array(Math.min(set.length, rows.length));
  let count = 0;
  let at = 0;
  for (let i = 0; i < set.length && at < rows.length; i++) {
    at = placeFrom(rows, at, set[i]);
    if (rows[at] === set[i]) places[count++] = at++;
  }
  return places.subarray(0, count);
}

/** The first place from `from` on whose row is not below a row: by steps that double, since it is mostly near. */
function placeFrom(rows: Uint32Array, from: number, row: number): number {
  let low = from;
  let step = 1;
  while (low + step < rows.length && rows[low + step] < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, rows.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle] < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As `mergeAll`: marks the members, and gathers them. */
function markAll(lists: readonly Uint32Array[], total: number, length: number): Uint32Array {
  const members = new Uint32Array(total);
  let count = 0;
  eachBlock(lists, length, (from) => {
    for (let at = 0; at < once.length; at++) {
      for (let word = once[at]; word !== 0; word &= word - 1) {
        members[count++] = from + (at << 5) + 31 - Math.clz32(word & -word);
      }
    }
  });
  return count === total ? members : members.slice(0, count);
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
