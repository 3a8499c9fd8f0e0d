import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bitmap } from '../columnar/bitmap.ts';
import { Prices } from './prices.ts';

const length = 40;
const members = fc.uniqueArray(fc.nat(length - 1), { maxLength: length });

it('a price is what a conjunction takes that none chosen took, and is never below what is told without counting', () => {
  fc.assert(
    fc.property(members, fc.array(members, { minLength: 1, maxLength: 6 }), (others, lists) => {
      const prices = new Prices(Bitmap.fromRows(length, others));
      const conjunctions = lists.map((list) => ({ conditions: [], taken: Bitmap.fromRows(length, list) }));
      const gone = new Set<number>();
      for (const [at, chosen] of conjunctions.entries()) {
        for (const [i, conjunction] of conjunctions.entries()) {
          const price = lists[i].filter((member) => others.includes(member) && !gone.has(member)).length;
          expect(prices.least(conjunction)).toBeLessThanOrEqual(price);
          if (i % 2 === 0) expect(prices.of(conjunction)).toBe(price);
        }
        prices.take(chosen.taken);
        for (const member of lists[at]) gone.add(member);
      }
    }),
  );
});
