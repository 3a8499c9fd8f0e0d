import type { Bitmap } from '../columnar/bitmap.ts';
import type { Conjunction } from './weighed-conjunctions.ts';

/** What conjunctions take of some hits that should stay, of which fewer are left as conjunctions are chosen. */
export class Prices {
  private others: Bitmap;
  private left: number;
  /** What each took when it was last counted, and how many were left then. */
  private readonly counted = new Map<Conjunction, { readonly price: number; readonly left: number }>();

  /** @param others the hits that should stay */
  constructor(others: Bitmap) {
    this.others = others;
    this.left = others.count();
  }

  /** The hits that a conjunction takes and none chosen before. */
  of(conjunction: Conjunction): number {
    const price = this.others.countCommon(conjunction.taken);
    this.counted.set(conjunction, { price, left: this.left });
    return price;
  }

  /** No more than its price, told without counting: since it was counted it fell by no more than was taken since. */
  least(conjunction: Conjunction): number {
    const known = this.counted.get(conjunction);
    return known === undefined ? 0 : Math.max(0, known.price - (known.left - this.left));
  }

  /** The hits of a chosen conjunction cost nothing any more. */
  take(taken: Bitmap): void {
    this.others = this.others.andNot(taken);
    this.left = this.others.count();
  }
}
