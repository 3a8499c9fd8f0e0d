import { describe, expect, test } from 'vitest';
import type { ScalarType } from '../schema/scalar-type.ts';
import { call, int, long, real, span, text, ticks } from './call.test-helper.ts';
import { parseDatetime, parseTimespan } from './datetime-text.ts';
import { valueText } from './value-text.ts';

const at = (source: string) => ticks(parseDatetime(source) ?? null);
const during = (source: string) => span(parseTimespan(source) ?? null);
const shown = (name: string, type: ScalarType, ...args: Parameters<typeof call>[2][]): string =>
  valueText(call(name, type, ...args), type);

describe('starts and ends', () => {
  test.each([
    ['startofweek', '2024-02-29T23:59:59.9999999', 0, '2024-02-25T00:00:00.0000000Z'],
    ['startofweek', '2020-06-15', -2, '2020-05-31T00:00:00.0000000Z'],
    ['endofweek', '2020-06-15 13:45:00', 2, '2020-07-04T23:59:59.9999999Z'],
    ['endofmonth', '2020-01-31', 13, '2021-02-28T23:59:59.9999999Z'],
    ['startofmonth', '2020-06-15', -6, '2019-12-01T00:00:00.0000000Z'],
    ['endofyear', '2020-06-15', -1, '2019-12-31T23:59:59.9999999Z'],
    ['startofday', '0001-01-02', -1, '0001-01-01T00:00:00.0000000Z'],
    ['startofday', '0001-01-01', -1, ''],
  ])('%s of %s, %i later, is %s', (name, source, offset, expected) => {
    expect(shown(name, 'datetime', at(source), int(offset))).toBe(expected);
  });
});

test.each([
  ['2007-01-01', 1],
  ['2030-12-31', 1],
  ['1950-06-15', 24],
  ['2021-01-03', 53],
  ['9999-12-31', 52],
])('the week of %s is %i', (source, expected) => {
  expect(call('week_of_year', 'int', at(source))).toBe(expected);
});

test('parts', () => {
  const moment = at('2017-10-30 01:02:03.7654321');
  const part = (unit: string) => call('datetime_part', 'long', text(unit), moment);
  expect(['Quarter', 'week_of_year', 'dayOfYear', 'microsecond', 'nanosecond'].map(part)).toEqual([
    4n,
    44n,
    303n,
    765432n,
    765432100n,
  ]);
  expect(part('fortnight')).toBe(null);
  expect(shown('dayofweek', 'timespan', at('2020-06-15'))).toBe('1.00:00:00');
  expect(call('hourofday', 'int', at('1950-06-15 13:45:00'))).toBe(13);
});

test.each([
  ['month', -1, '2020-03-31', '2020-02-29T00:00:00.0000000Z'],
  ['year', 1, '2020-02-29', '2021-02-28T00:00:00.0000000Z'],
  ['quarter', -5, '2020-05-31', '2019-02-28T00:00:00.0000000Z'],
  ['week', -53, '2021-03-15 12:00:00', '2020-03-09T12:00:00.0000000Z'],
  ['day', -1, '0001-01-01 12:00:00', ''],
])('datetime_add(%s, %i, %s) is %s', (unit, amount, source, expected) => {
  expect(shown('datetime_add', 'datetime', text(unit), long(amount), at(source))).toBe(expected);
});

test.each([
  ['year', '2020-12-31', '2021-01-01', -1n],
  ['quarter', '2024-03-31', '2020-04-01', 15n],
  ['week', '2020-12-31', '2020-01-01', 52n],
  ['day', '2020-01-01 23:00:00', '2020-01-01 01:00:00', 0n],
  ['hour', '2020-03-01', '2020-02-28 12:00:00', 36n],
  ['microsecond', '2020-01-01 00:00:00.0000020', '2020-01-01 00:00:00.0000005', 2n],
])('datetime_diff counts the %s boundaries between %s and %s', (unit, left, right, expected) => {
  expect(call('datetime_diff', 'long', text(unit), at(left), at(right))).toBe(expected);
});

test('from parts', () => {
  expect(shown('make_datetime', 'datetime', int(2020), int(2), int(29), int(23), int(59), real(59.9999999))).toBe(
    '2020-02-29T23:59:59.9999999Z',
  );
  expect(call('make_datetime', 'datetime', int(2020), int(13), int(1))).toBe(null);
  expect(shown('make_timespan', 'timespan', int(1), int(2), int(3), int(4))).toBe('1.02:03:04');
  expect(shown('make_timespan', 'timespan', int(0), int(0), int(0), real(1e-7))).toBe('00:00:00.0000001');
  expect(call('make_timespan', 'timespan', int(0), int(25), int(61), real(61.5))).toBe(null);
  expect(shown('unixtime_nanoseconds_todatetime', 'datetime', long(1546300800000000000n))).toBe(
    '2019-01-01T00:00:00.0000000Z',
  );
  expect(call('around', 'bool', ticks(10n), ticks(12n), span(2n))).toBe(true);
});

test.each([
  ['2020-06-15 13:45:09.1234567', 'yyyy-MM-dd HH:mm:ss.fffffff', '2020-06-15 13:45:09.1234567'],
  ['2020-06-15 00:05:09', 'M/d/yyyy h:mm:ss tt', '6/15/2020 12:05:09 AM'],
  ['2007-03-09', 'ddd MMM', '099 033'],
  ['2020-06-15', 'FFFFFFF', ''],
  ['2017-01-29 09:00:05', 'yy-MM-dd [HH:mm:ss]', '17-01-29 [09:00:05]'],
])('format_datetime(%s, %s) is %s', (source, format, expected) => {
  expect(call('format_datetime', 'string', at(source), text(format, true))).toBe(expected);
});

test.each([
  ['29.09:00:05.12345', 'dd.hh:mm:ss:FF', '29.09:00:05:12'],
  ['29.09:00:05.12345', 'ddd.h:mm:ss [fffffff]', '029.9:00:05 [1234500]'],
  ['-1.02:30:00', 'd.hh:mm:ss', '-1.02:30:00'],
  ['1.02:01:00', 'h:m', '2:1'],
])('format_timespan(%s, %s) is %s', (source, format, expected) => {
  expect(call('format_timespan', 'string', during(source), text(format))).toBe(expected);
});

describe('time zones', () => {
  const toUtc = (source: string) => shown('datetime_local_to_utc', 'datetime', at(source), text('Europe/Brussels'));
  test('a skipped hour is read with the time before the change', () => {
    expect(toUtc('2022-03-27 01:00')).toBe('2022-03-27T00:00:00.0000000Z');
    expect(toUtc('2022-03-27 02:00')).toBe('2022-03-27T00:00:00.0000000Z');
    expect(toUtc('2022-03-27 03:00')).toBe('2022-03-27T01:00:00.0000000Z');
  });
  test('from UTC', () => {
    const local = (zone: string) => shown('datetime_utc_to_local', 'datetime', at('2022-07-01'), text(zone));
    expect(local('US/Pacific')).toBe('2022-06-30T17:00:00.0000000Z');
    expect(local('Nowhere/Atlantis')).toBe('');
  });
});
