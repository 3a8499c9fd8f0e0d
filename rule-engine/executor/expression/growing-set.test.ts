import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bitmap } from '../../columnar/bitmap.ts';
import { GrowingSet } from './growing-set.ts';
import { membersOf } from './row-set.ts';

const LENGTH = 4096;

test('a set that grows has the members of the bitmaps or lists it was given, and is a list while they are few', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(LENGTH - 1), { maxLength: 120 }), (members) => {
      const { words } = Bitmap.fromRows(LENGTH, members);
      const set = new GrowingSet(LENGTH);
      for (let at = 0; at < words.length; at += 32) set.addWords(at * 32, words.subarray(at, at + 32));
      const ascending = members.toSorted((a, b) => a - b);
      const listed = new GrowingSet(LENGTH);
      for (let at = 0; at < ascending.length; at += 9) listed.addAll(Uint32Array.from(ascending.slice(at, at + 9)));
      for (const grown of [set.toRowSet(), listed.toRowSet()]) {
        expect(grown instanceof Bitmap).toBe(members.length >= LENGTH / 64);
        expect([...membersOf(grown)]).toEqual(ascending);
      }
    }),
  );
});
