import { expect, it } from 'vitest';
import { shownParts } from './long-text.ts';

it('shows a text of ordinary length whole', () => {
  expect(shownParts(0, [])).toEqual([{ start: 0, length: 0 }]);
  expect(shownParts(6000, [{ start: 3, length: 4 }])).toEqual([{ start: 0, length: 6000 }]);
});

it('shows the ends and the matches of a long text', () => {
  expect(shownParts(1_000_000, [{ start: 500_000, length: 5 }])).toEqual([
    { start: 0, length: 2000 },
    { start: 499_600, length: 805 },
    { start: 999_600, length: 400 },
  ]);
});

it('joins parts that touch', () => {
  const matches = [
    { start: 2300, length: 5 },
    { start: 2900, length: 9 },
    { start: 9990, length: 10 },
  ];
  expect(shownParts(10_000, matches)).toEqual([
    { start: 0, length: 3309 },
    { start: 9590, length: 410 },
  ]);
});

it('cuts a match that is long itself', () => {
  expect(shownParts(100_000, [{ start: 10, length: 90_000 }])).toEqual([
    { start: 0, length: 2410 },
    { start: 99_600, length: 400 },
  ]);
});
