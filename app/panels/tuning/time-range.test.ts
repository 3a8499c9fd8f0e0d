import { describe, expect, it } from 'vitest';
import type { Trend } from '../../../rule-engine/index.ts';
import { rangeOfFilter, shortMoment, tickBefore, timeFilter } from './time-range.ts';

const trend: Trend = {
  column: 'Timestamp',
  starts: ['2026-03-12T00:00:00.0000000Z', '2026-03-12T01:00:00.0000000Z', '2026-03-12T02:00:00.0000000Z'],
  end: '2026-03-12T02:59:59.9999999Z',
  binMilliseconds: 3_600_000,
  all: [1, 2, 3],
  hits: [0, 1, 0],
  excluded: [0, 0, 1],
  literals: [],
  exclusions: [],
};

describe('the brush as a filter', () => {
  it('ends one tick before the next bin, for both ends of a filter are inclusive', () => {
    expect(timeFilter(trend, 'Timestamp', { from: 0, to: 1 })).toMatchObject({
      from: '2026-03-12T00:00:00.0000000Z',
      to: '2026-03-12T01:59:59.9999999Z',
    });
    expect(timeFilter(trend, 'Timestamp', { from: 2, to: 2 })).toMatchObject({ to: trend.end });
  });

  it('finds its stretch again in the filters', () => {
    for (const range of [
      { from: 0, to: 0 },
      { from: 0, to: 2 },
      { from: 1, to: 2 },
    ]) {
      expect(rangeOfFilter(trend, [timeFilter(trend, 'Timestamp', range)])).toEqual(range);
    }
    expect(rangeOfFilter(trend, [])).toBeUndefined();
    expect(rangeOfFilter(trend, [{ column: 'Other', kind: 'range', from: trend.starts[0] }])).toBeUndefined();
  });

  it('steps back over a second', () => {
    expect(tickBefore('2026-03-12T00:00:00.0000000Z')).toBe('2026-03-11T23:59:59.9999999Z');
    expect(tickBefore('2026-03-12T00:00:00.0000010Z')).toBe('2026-03-12T00:00:00.0000009Z');
  });
});

it('names a moment as short as the bins need it', () => {
  const moment = '2026-03-12 01:02:30';
  expect(shortMoment(moment, 86_400_000)).toBe('2026-03-12');
  expect(shortMoment(moment, 1_800_000)).toBe('03-12 01:02');
  expect(shortMoment(moment, 500)).toBe('01:02:30');
});
