import { expect, it } from 'vitest';
import type { SourceReport } from '../../../rule-engine/index.ts';
import { endsBeforePeriod, newestEvent, periodText } from './out-of-period.ts';

type Table = SourceReport['tables'][number];

const table = (rows: number, timeRange?: readonly [string, string]): Table => ({
  table: 'DeviceProcessEvents',
  mapping: 'm',
  mappingTitle: 'M',
  rows,
  timeRange,
  columns: [],
  missing: [],
  leftover: [],
});

const old = { tables: [table(3, ['2023-10-10T19:57:30Z', '2023-10-18T15:45:07Z'])] };
const now = '2026-03-12T17:39:16.0000000Z';

it('a source whose newest event is older than the period is out of the rule’s sight', () => {
  expect(endsBeforePeriod(old, now, 24 * 60)).toBe(true);
  expect(endsBeforePeriod(old, '2023-10-19T15:45:00.0000000Z', 24 * 60)).toBe(false);
  expect(endsBeforePeriod(old, '2023-10-19T15:45:08.0000000Z', 24 * 60)).toBe(true);
});

it('the newest of all its tables counts; without rows or times nothing can be said', () => {
  const mixed = { tables: [...old.tables, table(1, ['2026-03-12T00:00:00Z', '2026-03-12T01:00:00Z'])] };
  expect(newestEvent(mixed)).toBe('2026-03-12T01:00:00Z');
  expect(endsBeforePeriod(mixed, now, 24 * 60)).toBe(false);
  expect(
    endsBeforePeriod({ tables: [table(5), table(0, ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'])] }, now, 5),
  ).toBe(false);
});

it('periods are written in their largest whole unit', () => {
  expect([5, 60, 1440, 10080].map(periodText)).toEqual(['5 min', '1 h', '24 h', '7 d']);
});
