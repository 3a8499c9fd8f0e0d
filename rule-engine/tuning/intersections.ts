import { Bitmap, popcount } from '../columnar/bitmap.ts';

/**
 * Intersections of one to three of some sets, one after the other and none of them made anew: what `of` gives holds until
 * it is called again. Those that share their first two sets are quickest in a row.
 */
export class Intersections {
  private readonly sets: readonly Bitmap[];
  private readonly two: Bitmap;
  private readonly three: Bitmap;
  private first = -1;
  private second = -1;

  /** @param sets of `length` members at most */
  constructor(sets: readonly Bitmap[], length: number) {
    this.sets = sets;
    this.two = new Bitmap(length);
    this.three = new Bitmap(length);
  }

  /** @param indexes of one to three sets */
  of([i, j, k]: readonly number[]): Bitmap {
    if (j === undefined) return this.sets[i];
    if (i !== this.first || j !== this.second) {
      intersectInto(this.two, this.sets[i], this.sets[j]);
      this.first = i;
      this.second = j;
    }
    if (k === undefined) return this.two;
    intersectInto(this.three, this.two, this.sets[k]);
    return this.three;
  }
}

/** Makes a set what two others of its length have in common. */
export function intersectInto(into: Bitmap, a: Bitmap, b: Bitmap): void {
  const { words } = into;
  const [left, right] = [a.words, b.words];
  for (let i = 0; i < words.length; i++) words[i] = left[i] & right[i];
}

/** True when two sets of one length share a member. */
export function meets(a: Bitmap, b: Bitmap): boolean {
  const [left, right] = [a.words, b.words];
  for (let i = 0; i < left.length; i++) if ((left[i] & right[i]) !== 0) return true;
  return false;
}

/** What all of some sets of `length` members at most have in common; all members where there is no set. */
export function intersectionOf(sets: readonly Bitmap[], length: number): Bitmap {
  const [first, ...more] = sets;
  if (first === undefined) return Bitmap.full(length);
  const common = first.clone();
  for (const set of more) intersectInto(common, common, set);
  return common;
}

/** How many members one to three sets of one length have in common. */
export function countCommonOf([a, b, c]: readonly Bitmap[]): number {
  if (b === undefined) return a.count();
  if (c === undefined) return a.countCommon(b);
  const [x, y, z] = [a.words, b.words, c.words];
  let total = 0;
  for (let i = 0; i < x.length; i++) total += popcount(x[i] & y[i] & z[i]);
  return total;
}
