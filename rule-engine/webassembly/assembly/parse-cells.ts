// AssemblyScript. Values of one column's cells, straight from their bytes.

/** What became of a cell: it is empty, its value is known, or other forms of the type must be tried. */
const EMPTY: u8 = 0;
const KNOWN: u8 = 1;
const OTHER: u8 = 2;

const TICKS_A_SECOND: i64 = 10_000_000;
const NONE: i64 = i64.MIN_VALUE;

// @ts-ignore: decorator
@inline
function twoDigits(at: usize): u32 {
  const tens: u32 = <u32>load<u8>(at) - 48, units: u32 = <u32>load<u8>(at, 1) - 48;
  return tens < 10 && units < 10 ? tens * 10 + units : 1000;
}

// @ts-ignore: decorator
@inline
function isLeap(year: u32): bool {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/** Days from 0001-01-01, or -1 for a day that the Gregorian calendar lacks. */
function daysBefore(year: u32, month: u32, day: u32): i32 {
  if (year < 1 || year > 9999 || month - 1 > 11 || day < 1) return -1;
  const longest: u32 = month == 2 ? (isLeap(year) ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  if (day > longest) return -1;
  const past = year - 1;
  // Days before a month of a year that starts in March, moved to January.
  const monthDays = month <= 2 ? (month - 1) * 31 : (153 * (month - 3) + 2) / 5 + 59 + <u32>isLeap(year);
  return past * 365 + past / 4 - past / 100 + past / 400 + monthDays + day - 1;
}

/** Ticks of `YYYY-MM-DDTHH:MM:SS[.fffffff][Z]`, a blank for the T allowed; NONE for anything else. */
function datetimeTicks(at: usize, length: u32): i64 {
  if (length < 19 || length > 28 || load<u8>(at, 4) != 45 || load<u8>(at, 7) != 45) return NONE;
  const separator = load<u8>(at, 10);
  if ((separator != 84 && separator != 32) || load<u8>(at, 13) != 58 || load<u8>(at, 16) != 58) return NONE;
  const days = daysBefore(twoDigits(at) * 100 + twoDigits(at + 2), twoDigits(at + 5), twoDigits(at + 8));
  const hour = twoDigits(at + 11), minute = twoDigits(at + 14), second = twoDigits(at + 17);
  if (days < 0 || hour > 23 || minute > 59 || second > 59) return NONE;
  const end = at + length;
  let place = at + 19;
  let fraction: i64 = 0;
  if (place < end && load<u8>(place) == 46) {
    const first = ++place;
    let scale: i64 = 1_000_000;
    while (place < end) {
      const digit: u32 = <u32>load<u8>(place) - 48;
      if (digit > 9) break;
      fraction += scale * digit;
      scale /= 10;
      place++;
    }
    if (place == first || place - first > 7) return NONE;
  }
  if (place < end && load<u8>(place) == 90) place++;
  if (place != end) return NONE;
  return (<i64>days * 86_400 + hour * 3600 + minute * 60 + second) * TICKS_A_SECOND + fraction;
}

/** A whole number of at most 15 decimal digits; NONE for anything else. */
function smallInteger(at: usize, length: u32): i64 {
  const end = at + length;
  const negative = load<u8>(at) == 45;
  if (negative) at++;
  if (at == end || end - at > 15) return NONE;
  let value: i64 = 0;
  for (; at < end; at++) {
    const digit: u32 = <u32>load<u8>(at) - 48;
    if (digit > 9) return NONE;
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}

/**
 * The datetimes (`kind` 0) or small integers (1) of one column's cells: cell i is
 * `base + cells[i * stride] .. base + cells[i * stride + 1]`. Writes a value and a state a row; gives the number of values.
 */
export function parseCells(kind: u32, base: usize, cells: usize, stride: u32, rows: u32, values: usize, states: usize): u32 {
  let known: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    const start = load<u32>(cells);
    const length = load<u32>(cells, 4) - start;
    let value: i64 = 0;
    let state = EMPTY;
    if (length != 0) {
      value = kind == 0 ? datetimeTicks(base + start, length) : smallInteger(base + start, length);
      state = value == NONE ? OTHER : KNOWN;
    }
    known += <u32>(state == KNOWN);
    store<i64>(values + (<usize>row << 3), value);
    store<u8>(states + row, state);
    cells += <usize>stride << 2;
  }
  return known;
}
