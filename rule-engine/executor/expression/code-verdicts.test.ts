import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CodeVerdicts } from './code-verdicts.ts';
import { ListedCodes } from './listed-codes.ts';

const SIZE = 90;
const lists = fc.array(fc.array(fc.nat(SIZE - 1), { maxLength: 60 }), { maxLength: 8 });

test('literals that are tested with some lists of a column know where they are true, and look at no code twice', () => {
  fc.assert(
    fc.property(lists, fc.array(fc.nat(3)), (tested, testers) => {
      const listed = new ListedCodes(SIZE);
      const literals = [2, 3, 5, 89].map((divisor) => ({ divisor, verdicts: new CodeVerdicts(SIZE, () => false) }));
      for (const [i, list] of tested.map((codes) => Uint32Array.from(codes)).entries()) {
        const { divisor, verdicts } = literals[testers[i] ?? 0];
        const looked: number[] = [];
        verdicts.learn(list, listed, (codes) => {
          looked.push(...codes);
          return codes.filter((code) => code % divisor === 0);
        });
        expect(looked.length).toBeLessThanOrEqual(4 * list.length);
        const isTrue = [...list.keys()].filter((place) => list[place] % divisor === 0);
        expect([...verdicts.truePlaces(list).toRows()]).toEqual(isTrue);
        verdicts.learn(list, listed, (codes) => {
          expect(codes).toEqual(list);
          return codes.filter((code) => code % divisor === 0);
        });
        expect([...verdicts.truePlaces(list).toRows()]).toEqual(isTrue);
      }
    }),
  );
});
