import type { Scalar } from '../schema/value.ts';
import { integerArgument, realArgument } from './arguments.ts';
import {
  civilFromTicks,
  datetimeOrNull,
  dayNumber,
  dayNumberOf,
  dayOfWeek,
  daysInMonth,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  ticksOfDate,
  timeOfDay,
  UNIX_EPOCH,
} from './calendar.ts';
import { convert } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';

/** Days, weeks, months and years of datetimes, and datetimes from parts. */
export const datetimeFunctions: readonly ScalarFunction[] = [
  startOf('startofday', (ticks, offset) => (BigInt(dayNumber(ticks)) + BigInt(offset)) * TICKS_PER_DAY),
  startOf('startofweek', startOfWeek),
  startOf('startofmonth', startOfMonth),
  startOf('startofyear', (ticks, offset) => ticksOfDate(civilFromTicks(ticks).year + offset, 1, 1)),
  endOf('endofday', (ticks, offset) => (BigInt(dayNumber(ticks)) + BigInt(offset)) * TICKS_PER_DAY),
  endOf('endofweek', startOfWeek),
  endOf('endofmonth', startOfMonth),
  endOf('endofyear', (ticks, offset) => ticksOfDate(civilFromTicks(ticks).year + offset, 1, 1)),
  part('dayofmonth', (ticks) => civilFromTicks(ticks).day),
  part('dayofyear', dayOfYear),
  part('weekofyear', isoWeek, 'week_of_year'),
  part('monthofyear', (ticks) => civilFromTicks(ticks).month, 'getmonth'),
  part('getyear', (ticks) => civilFromTicks(ticks).year),
  part('hourofday', (ticks) => Number(timeOfDay(ticks) / TICKS_PER_HOUR)),
  {
    name: 'dayofweek',
    nulls: 'propagate',
    // Kusto has none for its calendar's last day (measured): the day after is out of range.
    bind:
      () =>
      ([ticks]) =>
        datetimeOrNull((ticks as bigint) + TICKS_PER_DAY) === null
          ? null
          : BigInt(dayOfWeek(ticks as bigint)) * TICKS_PER_DAY,
  },
  { name: 'make_datetime', aliases: ['makedatetime'], nulls: 'propagate', bind: bindMakeDatetime },
  { name: 'make_timespan', aliases: ['maketimespan'], nulls: 'propagate', bind: bindMakeTimespan },
  unixTime('unixtime_seconds_todatetime', 10_000_000),
  unixTime('unixtime_milliseconds_todatetime', 10_000),
  unixTime('unixtime_microseconds_todatetime', 10),
  unixTime('unixtime_nanoseconds_todatetime', 0.01),
  { name: 'around', nulls: 'propagate', bind: () => around },
];

type Boundary = (ticks: bigint, offset: number) => bigint;

function startOf(name: string, boundary: Boundary): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const offset = integerArgument(call, 1, 0);
      return (args) => datetimeOrNull(boundary(args[0] as bigint, offset(args) ?? 0));
    },
  };
}

/** The last tick before the next start. */
function endOf(name: string, boundary: Boundary): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const offset = integerArgument(call, 1, 0);
      return (args) => datetimeOrNull(boundary(args[0] as bigint, (offset(args) ?? 0) + 1) - 1n);
    },
  };
}

/** Weeks start on Sunday. */
function startOfWeek(ticks: bigint, offset: number): bigint {
  return BigInt(dayNumber(ticks) - dayOfWeek(ticks) + 7 * offset) * TICKS_PER_DAY;
}

function startOfMonth(ticks: bigint, offset: number): bigint {
  const { year, month } = civilFromTicks(ticks);
  return ticksOfDate(year, month + offset, 1);
}

function part(name: string, read: (ticks: bigint) => number, ...aliases: string[]): ScalarFunction {
  return {
    name,
    aliases,
    nulls: 'propagate',
    bind:
      (call) =>
      ([ticks]) =>
        convert(read(ticks as bigint), 'int', call.resultType),
  };
}

/** The day of the year, from 1. */
export function dayOfYear(ticks: bigint): number {
  return dayNumber(ticks) - dayNumberOf(civilFromTicks(ticks).year, 1, 1) + 1;
}

/** The week of the year by ISO 8601: weeks start on Monday, the first holds the year's first Thursday. */
export function isoWeek(ticks: bigint): number {
  const thursday = dayNumber(ticks) - ((dayOfWeek(ticks) + 6) % 7) + 3;
  const { year } = civilFromTicks(BigInt(thursday) * TICKS_PER_DAY);
  return Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1;
}

function bindMakeDatetime(call: CallSite): Kernel {
  const [year, month, day, hour, minute] = [0, 1, 2, 3, 4].map((i) => integerArgument(call, i, i < 3 ? 1 : 0));
  const second = call.argumentTypes.length > 5 ? realArgument(call, 5) : () => 0;
  if (call.argumentTypes.length === 1) return ([value]) => convert(value, call.argumentTypes[0], 'datetime');
  return (args) => {
    const [y, mo, d, h, mi] = [year, month, day, hour, minute].map((read) => read(args) ?? Number.NaN);
    const s = second(args) ?? Number.NaN;
    if (!(y >= 1 && y <= 9999 && mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo))) return null;
    const clock = clockTicks(h, mi, s);
    return clock === null ? null : datetimeOrNull(ticksOfDate(y, mo, d) + clock);
  };
}

/** `make_timespan(hour, minute)`, `(hour, minute, second)` or `(day, hour, minute, second)`. */
function bindMakeTimespan(call: CallSite): Kernel {
  const count = call.argumentTypes.length;
  const withDays = count > 3;
  const reads = call.argumentTypes.map((_, i) => realArgument(call, i));
  return (args) => {
    const values = reads.map((read) => read(args) ?? Number.NaN);
    const [days, hour, minute, second] = withDays ? values : [0, ...values, 0];
    const clock = clockTicks(Math.trunc(hour), Math.trunc(minute), second);
    return clock === null || !(days >= 0) ? null : BigInt(Math.trunc(days)) * TICKS_PER_DAY + clock;
  };
}

function clockTicks(hour: number, minute: number, second: number): bigint | null {
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) return null;
  const seconds = BigInt(Math.round(second * Number(TICKS_PER_SECOND)));
  return BigInt(hour) * TICKS_PER_HOUR + BigInt(minute) * TICKS_PER_MINUTE + seconds;
}

function unixTime(name: string, ticksPerUnit: number): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const real = realArgument(call, 0);
      return (args) => {
        const value = args[0];
        if (typeof value === 'bigint' && ticksPerUnit >= 1) {
          return datetimeOrNull(UNIX_EPOCH + value * BigInt(ticksPerUnit));
        }
        if (typeof value === 'bigint') return datetimeOrNull(UNIX_EPOCH + value / 100n);
        const units = real(args);
        if (units === null || !Number.isFinite(units)) return null;
        return datetimeOrNull(UNIX_EPOCH + BigInt(Math.trunc(units * ticksPerUnit)));
      };
    },
  };
}

/** `around(value, center, delta)`: both ends count. */
function around([value, center, delta]: readonly Scalar[]): boolean {
  const distance = (value as bigint) - (center as bigint);
  return (distance < 0n ? -distance : distance) <= (delta as bigint);
}
