import { expect, it } from 'vitest';
import { chosenRange } from './brush.ts';

it('takes a stretch in either order and keeps it within the bins', () => {
  expect(chosenRange(7, 2, 10)).toEqual({ from: 2, to: 7 });
  expect(chosenRange(3, 40, 10)).toEqual({ from: 3, to: 9 });
});

it('takes a stretch of all bins for none', () => {
  expect(chosenRange(9, 0, 10)).toBeUndefined();
  expect(chosenRange(-3, 40, 10)).toBeUndefined();
});
