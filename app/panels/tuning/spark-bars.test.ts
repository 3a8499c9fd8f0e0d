import { expect, it } from 'vitest';
import { barsPath, joinedBins } from './spark-bars.ts';

it('joins neighbouring bins without losing a row', () => {
  expect(joinedBins([1, 2, 3, 4, 5], 3)).toEqual([3, 7, 5]);
  expect(joinedBins([1, 2, 3], 30)).toEqual([1, 2, 3]);
  expect(joinedBins([], 30)).toEqual([]);
});

it('draws a bar for each bin with rows, however few beside the tallest', () => {
  expect(barsPath([0, 1000, 1], 10)).toBe('M1 10v-10h.8v10zM2 10v-1h.8v1z');
  expect(barsPath([0, 0], 10)).toBe('');
});
