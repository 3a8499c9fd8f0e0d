import { expect, it } from 'vitest';
import { binAt, binRange } from './brush.ts';

it('takes a stretch in either order and keeps it within the bins', () => {
  expect(binRange(7, 2, 10)).toEqual({ from: 2, to: 7 });
  expect(binRange(-3, 40, 10)).toEqual({ from: 0, to: 9 });
});

it('finds the bin at a place', () => {
  expect([-0.1, 0, 0.5, 0.999, 1, 2].map((share) => binAt(share, 10))).toEqual([0, 0, 5, 9, 9, 9]);
});
