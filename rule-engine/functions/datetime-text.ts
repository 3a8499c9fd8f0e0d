import {
  datetimeOrNull,
  daysInMonth,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  ticksOfDate,
} from './calendar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = String.raw`(?:[T\s]\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?)?`;
const ZONE = String.raw`\s*(Z|z|GMT|UTC|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?`;

/** Year first: `2014-11-08`, `2014/11/08 15:55:55.123456Z`, `2014-11-08T15:05:25 GMT`, `2014-11`, `2014`. */
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?${TIME}${ZONE}$`);
/** Month first, as in the United States: `12-31-2020`, `12/31/2020 10:11:12 PM`. */
const MONTH_FIRST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}${ZONE}$`);
/** RFC 822 and 850: `Sat, 8 Nov 14 15:05:02 GMT`, `Saturday, 08-Nov-14`. */
const DAY_NAME_MONTH = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[-\s]([A-Za-z]{3,9})[-\s](\d{4}|\d{2})${TIME}${ZONE}$`,
);
/** `Nov 8, 2014 15:05`, `November 8 2014`. */
const NAME_DAY_YEAR = new RegExp(
  String.raw`^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})${TIME}${ZONE}$`,
);
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z)?)?$/;

/**
 * Reads a datetime in the formats that Kusto's `todatetime` takes; undefined when the text is none. A text without a
 * zone is UTC.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/datetime
 */
export function parseDatetime(text: string): bigint | undefined {
  const trimmed = text.trim();
  const yearFirst = YEAR_FIRST.exec(trimmed);
  if (yearFirst !== null) return datetime(yearFirst[1], yearFirst[3] ?? '1', yearFirst[4] ?? '1', yearFirst.slice(5));
  const monthFirst = MONTH_FIRST.exec(trimmed);
  if (monthFirst !== null) return datetime(monthFirst[4], monthFirst[1], monthFirst[3], monthFirst.slice(5));
  const dayFirst = DAY_NAME_MONTH.exec(trimmed);
  if (dayFirst !== null)
    return datetime(fullYear(dayFirst[3]), monthNumber(dayFirst[2]), dayFirst[1], dayFirst.slice(4));
  const nameFirst = NAME_DAY_YEAR.exec(trimmed);
  if (nameFirst !== null) return datetime(nameFirst[3], monthNumber(nameFirst[1]), nameFirst[2], nameFirst.slice(4));
  const compact = COMPACT.exec(trimmed);
  if (compact === null) return undefined;
  const [, year, month, day, hour, minute, second, zone] = compact;
  return datetime(year, month, day, [hour, minute, second, undefined, undefined, zone]);
}

function fullYear(text: string): string {
  if (text.length === 4) return text;
  return Number(text) < 50 ? `20${text}` : `19${text}`;
}

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function datetime(
  yearText: string,
  monthText: string,
  dayText: string,
  clock: readonly (string | undefined)[],
): bigint | undefined {
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const [hourText = '0', minuteText = '0', secondText = '0', fraction = '', half, zone] = clock;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  const [minute, second] = [Number(minuteText), Number(secondText)];
  const isMidnightOfNextDay = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !isMidnightOfNextDay) || minute > 59 || second > 59) return undefined;
  const ticks =
    ticksOfDate(year, month, day) +
    BigInt(hour) * TICKS_PER_HOUR +
    BigInt(minute) * TICKS_PER_MINUTE +
    BigInt(second) * TICKS_PER_SECOND +
    fractionTicks(fraction);
  return datetimeOrNull(ticks - zoneOffset(zone)) ?? undefined;
}

function fractionTicks(digits: string): bigint {
  return BigInt(digits.slice(0, 7).padEnd(7, '0'));
}

function zoneOffset(zone: string | undefined): bigint {
  const offset = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone ?? '');
  if (offset === null) return 0n;
  const ticks = BigInt(offset[2]) * TICKS_PER_HOUR + BigInt(offset[3] ?? '0') * TICKS_PER_MINUTE;
  return offset[1] === '-' ? -ticks : ticks;
}

const CLOCK = /^(-)?(?:(\d+)(?:\.|:(?=\d+:\d+:)))?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,9}))?)?$/;
const UNIT = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*([a-z]+)$/i;

/** Ticks of each unit that a timespan literal may carry. */
const TIMESPAN_UNITS: ReadonlyMap<string, number> = new Map([
  ...units(864_000_000_000, 'd', 'day', 'days'),
  ...units(36_000_000_000, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...units(600_000_000, 'm', 'min', 'minute', 'minutes'),
  ...units(10_000_000, 's', 'sec', 'second', 'seconds'),
  ...units(10_000, 'ms', 'milli', 'millis', 'millisec', 'millisecond', 'milliseconds'),
  ...units(10, 'micro', 'micros', 'microsec', 'microsecond', 'microseconds'),
  ...units(0.01, 'nano', 'nanos', 'nanosec', 'nanosecond', 'nanoseconds'),
  ...units(1, 'tick', 'ticks'),
]);

function units(ticks: number, ...names: string[]): [string, number][] {
  return names.map((name) => [name, ticks]);
}

/** Reads `1.02:03:04.5`, `13:00`, `2.5h` or a number of days; undefined when the text is no timespan, or too long a one. */
export function parseTimespan(text: string): bigint | undefined {
  const ticks = readTimespan(text);
  return ticks === undefined || BigInt.asIntN(64, ticks) !== ticks ? undefined : ticks;
}

function readTimespan(text: string): bigint | undefined {
  const trimmed = text.trim();
  const clock = CLOCK.exec(trimmed);
  if (clock !== null) return clockTicks(clock);
  if (/^-?\d+$/.test(trimmed)) return BigInt(trimmed) * TICKS_PER_DAY;
  const unit = UNIT.exec(trimmed);
  const ticks = unit === null ? undefined : TIMESPAN_UNITS.get(unit[2].toLowerCase());
  return unit === null || ticks === undefined ? undefined : scaledTicks(Number(unit[1]), ticks);
}

function scaledTicks(amount: number, unit: number): bigint {
  return Number.isInteger(amount) && Number.isInteger(unit)
    ? BigInt(amount) * BigInt(unit)
    : BigInt(Math.round(amount * unit));
}

function clockTicks([, sign, days = '0', hours, minutes, seconds = '0', fraction = '']: RegExpExecArray) {
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const ticks =
    BigInt(days) * TICKS_PER_DAY +
    BigInt(hours) * TICKS_PER_HOUR +
    BigInt(minutes) * TICKS_PER_MINUTE +
    BigInt(seconds) * TICKS_PER_SECOND +
    fractionTicks(fraction);
  return sign === '-' ? -ticks : ticks;
}
