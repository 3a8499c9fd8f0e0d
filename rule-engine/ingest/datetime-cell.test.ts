import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Int64ColumnBuilder } from '../columnar/int64-column-builder.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import { appendDatetime } from './datetime-cell.ts';

function read(text: string) {
  const column = new Int64ColumnBuilder('datetime');
  const bytes = new TextEncoder().encode(`"${text}",`);
  return appendDatetime(column, bytes, 1, bytes.length - 2) ? column.finish().get(0) : undefined;
}

const twoDigits = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));

describe('appendDatetime', () => {
  it('reads ISO 8601 as todatetime does, days that do not exist among them', () => {
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    const fraction = fc.option(fc.integer({ min: 0, max: 9_999_999 }).map(String), { nil: undefined });
    fc.assert(
      fc.property(
        fc.tuple(year, twoDigits(13), twoDigits(32), twoDigits(24), twoDigits(60), twoDigits(60)),
        fraction,
        fc.constantFrom('', 'Z', '+02:00'),
        fc.constantFrom('T', ' '),
        ([y, mo, d, h, mi, s], part, zone, separator) => {
          const text = `${y}-${mo}-${d}${separator}${h}:${mi}:${s}${part === undefined ? '' : `.${part}`}${zone}`;
          expect(read(text)).toBe(parseDatetime(text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps 100 ns over the whole range', () => {
    expect(read('0001-01-01T00:00:00.0000001Z')).toBe(1n);
    expect(read('9999-12-31T23:59:59.9999999Z')).toBe(3155378975999999999n);
    expect(read('2026-01-29T05:44:10.1234567Z')).toBe(parseDatetime('2026-01-29T05:44:10.1234567Z'));
  });

  it('reads the en-US times of Log Analytics, with any blank before AM and PM', () => {
    const expected = parseDatetime('2026-01-29T17:04:10.95Z');
    for (const blank of [' ', '\u202f', '\u00a0']) expect(read(`1/29/2026, 5:04:10.950${blank}PM`)).toBe(expected);
    expect(read('12/1/2026, 12:00:00.000 AM')).toBe(parseDatetime('2026-12-01'));
  });

  it('reads ISO 8601 in small letters', () => {
    expect(read('2026-01-29t05:44:10.95z')).toBe(parseDatetime('2026-01-29T05:44:10.95Z'));
  });

  it('reads the day first where dots stand between', () => {
    expect(read('3.11.2026 13:02:03')).toBe(parseDatetime('2026-11-03T13:02:03Z'));
    expect(read('29.01.2026, 17:04:10.95')).toBe(parseDatetime('2026-01-29T17:04:10.95Z'));
    expect(read('1.29.2026 13:02:03')).toBeUndefined();
  });

  it('tells epoch seconds, milli-, micro- and nanoseconds by their size', () => {
    const expected = parseDatetime('2026-01-29T05:44:10Z');
    for (const zeros of ['', '000', '000000', '000000000']) expect(read(`1769665450${zeros}`)).toBe(expected);
    expect(read('1769665450.25')).toBe((expected ?? 0n) + 2_500_000n);
    expect(read('1769665450123456789')).toBe((expected ?? 0n) + 1_234_567n);
  });

  it('appends nothing for what is no time', () => {
    for (const text of ['yesterday', '2026-02-30T00:00:00Z', '2026-01-29T05:44:1xZ', '-', '12']) {
      expect(read(text)).toBeUndefined();
    }
  });
});
