import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bitmap } from '../columnar/bitmap.ts';
import { conjunctions } from './conjunctions.ts';
import { countCommonOf, Intersections, intersectionOf, meets } from './intersections.ts';
import { setKey } from './set-key.ts';

const length = 70;
const members = fc.uniqueArray(fc.nat(length - 1), { maxLength: length });

it('intersections in any order are what the sets have in common', () => {
  fc.assert(
    fc.property(fc.array(members, { minLength: 1, maxLength: 5 }), fc.boolean(), (lists, backwards) => {
      const sets = lists.map((list) => Bitmap.fromRows(length, list));
      const intersections = new Intersections(sets, length);
      const choices = [...conjunctions(sets.length, (i) => i, 3)];
      for (const indexes of backwards ? choices.reverse() : choices) {
        const common = [...Array(length).keys()].filter((member) => indexes.every((i) => lists[i].includes(member)));
        expect([...intersections.of(indexes).toRows()]).toEqual(common);
        const chosen = indexes.map((i) => sets[i]);
        expect(countCommonOf(chosen)).toBe(common.length);
        expect([...intersectionOf(chosen, length).toRows()]).toEqual(common);
        expect(meets(intersections.of(indexes), sets[0])).toBe(common.some((member) => lists[0].includes(member)));
      }
    }),
  );
});

it('sets have the same key when they have the same members, and only then', () => {
  const keys = new Map<string, string>();
  for (let i = 0; i < length; i++) {
    for (let j = i; j < length; j++) {
      const key = setKey(Bitmap.fromRows(length, [i, j]));
      expect([i, j, keys.get(key)]).toEqual([i, j, undefined]);
      keys.set(key, `${i} ${j}`);
      expect(setKey(Bitmap.fromRows(length, [j, i]))).toBe(key);
    }
  }
});
