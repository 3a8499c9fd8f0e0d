import { expect, it } from 'vitest';
import { partText, shareText } from './ratio.ts';

it('says a share in whole per cent, and none where there is no whole', () => {
  expect(shareText({ part: 41, whole: 50 })).toBe('82 %');
  expect(shareText({ part: 0, whole: 0 })).toBe('–');
  expect(shareText({ part: 0, whole: 9 })).toBe('0 %');
  expect(shareText({ part: 9, whole: 9 })).toBe('100 %');
});

it('rounds to all or none only what is all or none', () => {
  expect(shareText({ part: 1, whole: 5000 })).toBe('< 1 %');
  expect(shareText({ part: 4999, whole: 5000 })).toBe('> 99 %');
});

it('shows the denominator', () => {
  expect(partText({ part: 1200, whole: 3400 })).toBe('1,200 of 3,400');
});
