import { expect, test } from 'vitest';
import { formatCount } from './format.ts';

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
