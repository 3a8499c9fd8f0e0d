import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingArray } from './growing-array.ts';

const step = fc.oneof(
  fc.record({ push: fc.nat() }),
  fc.record({ pushAll: fc.array(fc.nat(), { maxLength: 1000 }) }),
  fc.record({ reserve: fc.nat({ max: 3000 }) }),
  fc.constant({ take: true }),
);

test('holds what was appended, whatever room was reserved; what was taken before stays as it was', () => {
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const array = new GrowingArray((length) => new Uint32Array(length));
      const expected: number[] = [];
      const taken: { readonly values: Uint32Array; readonly copy: readonly number[] }[] = [];
      for (const one of steps) {
        if ('push' in one) {
          array.push(one.push);
          expected.push(one.push);
        } else if ('pushAll' in one) {
          array.pushAll(Uint32Array.from(one.pushAll));
          expected.push(...one.pushAll);
        } else if ('reserve' in one) array.reserve(one.reserve);
        else taken.push({ values: array.toArray(), copy: [...expected] });
      }
      expect([...array.toArray()]).toEqual(expected);
      for (const { values, copy } of taken) expect([...values]).toEqual(copy);
    }),
  );
});
