import type { Int64ColumnBuilder } from '../columnar/int64-column-builder.ts';
import { parseDatetime } from '../functions/datetime-text.ts';
import type { SlashedDates } from './slashed-dates.ts';

const TWO_TO_32 = 0x100000000;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const EPOCH_SECONDS = 62_135_596_800;
const decoder = new TextDecoder();

/**
 * Appends the datetime that `bytes[start..end)` holds and gives true, or appends nothing. ISO 8601 (without a zone:
 * UTC), `1/29/2026, 5:44:10.000 AM`, `Jan 29, 2026 @ 05:44:10.000`, `29.01.2026 05:44:10`, the forms that Kusto's todatetime takes, and epoch seconds, milli-, micro- and
 * nanoseconds, told apart by their size. `dates` says how `03/11/2026` is read.
 */
export function appendDatetime(
  column: Int64ColumnBuilder,
  bytes: Uint8Array,
  start: number,
  end: number,
  dates?: SlashedDates,
): boolean {
  if (appendIso(column, bytes, start, end)) return true;
  const text = decoder.decode(bytes.subarray(start, end));
  const ticks = epochTicks(text) ?? parseDatetime(plainTime(text, dates?.dayFirst === true));
  if (ticks === undefined) return false;
  dates?.note(text);
  column.append(ticks);
  return true;
}

/**
 * What exports write in their own way is made plain: narrow blanks, a small `t`, a comma or Kibana's ` @ ` before the time of day, `UTC` after an
 * offset, the ending of `5th`.
 */
function plainTime(text: string, dayFirst: boolean): string {
  return text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(dayFirst ? DAY_FIRST_WITH_SLASHES : DAY_FIRST, (_, day: string, month: string, year: string) =>
      isoDate(year, month, day),
    )
    .replace(/(?:,\s*| @ )(?=\d{1,2}:)/, ' ')
    .replace(/([+-]\d{2}:?\d{2}) UTC$/, '$1')
    .replace(/^([A-Za-z]{3,9} \d{1,2})(?:st|nd|rd|th)\b/, '$1')
    .replace(/^(\d{4}-\d\d-\d\d)t(?=\d\d:)/, '$1T');
}

/** `29.1.2026`: where dots stand between, the day comes first. */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?=[ ,]|$)/;
const DAY_FIRST_WITH_SLASHES = /^\s*(\d{1,2})[./](\d{1,2})[./](\d{4})(?=[ ,]|\s*$)/;

function isoDate(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `YYYY-MM-DDTHH:MM:SS[.fffffff][Z]`, straight from bytes. */
function appendIso(column: Int64ColumnBuilder, bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length < 19 || length > 28 || bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return false;
  const separator = bytes[start + 10];
  if ((separator !== 0x54 && separator !== 0x20) || bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a)
    return false;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = twoDigits(bytes, start + 17);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && hour < 24 && minute < 60 && second < 60)) return false;
  if (day > daysInMonth(year, month)) return false;
  const fraction = fractionTicks(bytes, start + 19, end);
  if (fraction < 0) return false;
  const seconds = daysBefore(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
  appendTicks(column, seconds, fraction);
  return true;
}

/** `seconds × 10^7 + fraction` in two halves: beyond what a double holds exactly. */
function appendTicks(column: Int64ColumnBuilder, seconds: number, fraction: number): void {
  const upper = Math.floor(seconds / 65536) * 10_000_000;
  const lower = (seconds % 65536) * 10_000_000 + fraction;
  const low = (upper % 65536) * 65536 + lower;
  column.appendHalves(low % TWO_TO_32, Math.floor(upper / 65536) + Math.floor(low / TWO_TO_32));
}

/** Ticks of `.fffffff` and an optional Z, to the end; -1 when something else stands there. */
function fractionTicks(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let ticks = 0;
  if (at < end && bytes[at] === 0x2e) {
    at++;
    const first = at;
    let scale = 1_000_000;
    for (; at < end; at++) {
      const digit = bytes[at] - 0x30;
      if (digit < 0 || digit > 9) break;
      ticks += digit * scale;
      scale = scale >= 10 ? scale / 10 : 0;
    }
    if (at === first || at - first > 7) return -1;
  }
  if (at < end && bytes[at] === 0x5a) at++;
  return at === end ? ticks : -1;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - 0x30;
  const units = bytes[at + 1] - 0x30;
  return tens < 0 || tens > 9 || units < 0 || units > 9 ? Number.NaN : tens * 10 + units;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 0001-01-01 to a date of the Gregorian calendar. */
function daysBefore(year: number, month: number, day: number): number {
  const past = year - 1;
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  const years = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return years + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1;
}

function epochTicks(text: string): bigint | undefined {
  const match = /^\s*(\d{9,19})(?:\.(\d{1,9}))?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, whole, fraction = ''] = match;
  const epoch = BigInt(EPOCH_SECONDS) * 10_000_000n;
  const value = BigInt(whole);
  if (whole.length <= 11) return epoch + value * 10_000_000n + BigInt(fraction.padEnd(7, '0').slice(0, 7));
  if (whole.length <= 14) return epoch + value * 10_000n;
  if (whole.length <= 17) return epoch + value * 10n;
  return epoch + value / 100n;
}
