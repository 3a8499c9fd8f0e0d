/** Kusto's datetimes are ticks of 100 ns since 0001-01-01T00:00:00Z; its timespans are ticks too. */
export const TICKS_PER_MILLISECOND = 10_000n;
export const TICKS_PER_SECOND = 10_000_000n;
export const TICKS_PER_MINUTE = 600_000_000n;
export const TICKS_PER_HOUR = 36_000_000_000n;
export const TICKS_PER_DAY = 864_000_000_000n;

/** The last datetime: 9999-12-31T23:59:59.9999999Z. */
const MAX_DATETIME = 3_155_378_975_999_999_999n;

/** 1970-01-01T00:00:00Z. */
export const UNIX_EPOCH = 621_355_968_000_000_000n;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** A datetime, or null where it lies outside the years 1 to 9999. */
export function datetimeOrNull(ticks: bigint): bigint | null {
  return ticks < 0n || ticks > MAX_DATETIME ? null : ticks;
}

/** Whole days since 0001-01-01, downwards. */
export function dayNumber(ticks: bigint): number {
  const days = ticks / TICKS_PER_DAY;
  return Number(ticks < 0n && ticks % TICKS_PER_DAY !== 0n ? days - 1n : days);
}

/** Days since 0001-01-01 of a proleptic Gregorian date; `month` may lie outside 1 to 12. */
export function dayNumberOf(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const y = Math.floor(months / 12);
  const m = months - y * 12;
  const shifted = m < 2 ? y - 1 : y;
  const yearOfEra = shifted - Math.floor(shifted / 400) * 400;
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return Math.floor(shifted / 400) * 146_097 + dayOfEra - 306;
}

/** The proleptic Gregorian date of a datetime. */
export function civilFromTicks(ticks: bigint): CivilDate {
  const days = dayNumber(ticks) + 306;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Ticks of midnight of a date. */
export function ticksOfDate(year: number, month: number, day: number): bigint {
  return BigInt(dayNumberOf(year, month, day)) * TICKS_PER_DAY;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumberOf(year, month + 1, 1) - dayNumberOf(year, month, 1);
}

/** Ticks since midnight. */
export function timeOfDay(ticks: bigint): bigint {
  return ((ticks % TICKS_PER_DAY) + TICKS_PER_DAY) % TICKS_PER_DAY;
}

/** The day of the week, Sunday 0. */
export function dayOfWeek(ticks: bigint): number {
  return (((dayNumber(ticks) + 1) % 7) + 7) % 7;
}
