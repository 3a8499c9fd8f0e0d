import { expect, test } from 'vitest';
import { formatCount, someOf } from './format.ts';

test('thousands of a count are told apart', () => {
  expect([0, 7, 999, 1000, 12345, 100000, 1234567, -1234].map(formatCount)).toEqual([
    '0',
    '7',
    '999',
    '1,000',
    '12,345',
    '100,000',
    '1,234,567',
    '-1,234',
  ]);
});

test('of many names the first are told', () => {
  expect(someOf(['a', 'b', 'c', 'd'])).toBe('a, b, c, d');
  expect(someOf(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c and 2 more');
});
