import { expect, it } from 'vitest';
import { axisTicks, niceCeiling } from './bar-scale.ts';

it('ends an axis at 1, 2 or 5 times a power of ten', () => {
  expect([0, 1, 3, 17, 42, 99, 2001].map(niceCeiling)).toEqual([1, 1, 5, 20, 50, 100, 5000]);
});

it('ticks the middle of an axis that has one', () => {
  expect(axisTicks(1)).toEqual([0, 1]);
  expect(axisTicks(50)).toEqual([0, 25, 50]);
});
