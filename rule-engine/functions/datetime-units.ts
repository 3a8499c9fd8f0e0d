import type { Scalar } from '../schema/value.ts';
import { integerArgument, textArgument } from './arguments.ts';
import {
  civilFromTicks,
  datetimeOrNull,
  dayNumber,
  dayOfWeek,
  daysInMonth,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  ticksOfDate,
  timeOfDay,
} from './calendar.ts';
import { convert } from './conversion.ts';
import { dayOfYear, isoWeek } from './datetime-functions.ts';
import type { ScalarFunction } from './function.ts';

/** `datetime_add`, `datetime_diff`, `datetime_part`: the unit is text. */
export const datetimeUnitFunctions: readonly ScalarFunction[] = [
  {
    name: 'datetime_add',
    nulls: 'propagate',
    bind(call) {
      const [unit, amount] = [textArgument(call, 0), integerArgument(call, 1, 0)];
      return (args) => addUnits(args[2] as bigint, normalUnit(unit(args)), amount(args) ?? 0);
    },
  },
  {
    name: 'datetime_diff',
    nulls: 'propagate',
    bind(call) {
      const unit = textArgument(call, 0);
      return (args) => {
        const name = normalUnit(unit(args));
        const [left, right] = [boundaryNumber(args[1] as bigint, name), boundaryNumber(args[2] as bigint, name)];
        return left === null || right === null ? null : convert(left - right, 'long', call.resultType);
      };
    },
  },
  {
    name: 'datetime_part',
    aliases: ['datepart'],
    nulls: 'propagate',
    bind(call) {
      const unit = textArgument(call, 0);
      return (args) => {
        const value = partOf(args[1] as bigint, normalUnit(unit(args)));
        if (value === null) return null;
        return call.resultType === 'int' ? Number(value) : BigInt(value);
      };
    },
  },
];

function normalUnit(text: string): string {
  return text.toLowerCase().replaceAll('_', '');
}

/** Ticks of the units that are a fixed time. */
const FIXED_TICKS: ReadonlyMap<string, bigint> = new Map([
  ['week', 7n * TICKS_PER_DAY],
  ['day', TICKS_PER_DAY],
  ['hour', TICKS_PER_HOUR],
  ['minute', TICKS_PER_MINUTE],
  ['second', TICKS_PER_SECOND],
  ['millisecond', 10_000n],
  ['microsecond', 10n],
]);

const MONTHS: ReadonlyMap<string, number> = new Map([
  ['year', 12],
  ['quarter', 3],
  ['month', 1],
]);

function addUnits(ticks: bigint, unit: string, amount: number): Scalar {
  const months = MONTHS.get(unit);
  if (months !== undefined) return addMonths(ticks, months * amount);
  if (unit === 'nanosecond') return datetimeOrNull(ticks + BigInt(amount) / 100n);
  const fixed = FIXED_TICKS.get(unit);
  return fixed === undefined ? null : datetimeOrNull(ticks + fixed * BigInt(amount));
}

/** Keeps the day of the month where the month has it, else takes its last. */
function addMonths(ticks: bigint, months: number): bigint | null {
  const { year, month, day } = civilFromTicks(ticks);
  const total = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  if (newYear < 1 || newYear > 9999) return null;
  const newDay = Math.min(day, daysInMonth(newYear, newMonth));
  return datetimeOrNull(ticksOfDate(newYear, newMonth, newDay) + timeOfDay(ticks));
}

/** How many starts of the unit lie before a datetime: `datetime_diff` counts boundaries, not whole units. */
function boundaryNumber(ticks: bigint, unit: string): bigint | null {
  const { year, month } = civilFromTicks(ticks);
  switch (unit) {
    case 'year':
      return BigInt(year);
    case 'quarter':
      return BigInt(year * 4 + Math.floor((month - 1) / 3));
    case 'month':
      return BigInt(year * 12 + month);
    case 'week':
      return BigInt(Math.floor((dayNumber(ticks) - dayOfWeek(ticks)) / 7));
    case 'nanosecond':
      return ticks * 100n;
    default: {
      const fixed = FIXED_TICKS.get(unit);
      return fixed === undefined ? null : ticks / fixed;
    }
  }
}

function partOf(ticks: bigint, unit: string): number | bigint | null {
  const { year, month, day } = civilFromTicks(ticks);
  const time = timeOfDay(ticks);
  switch (unit) {
    case 'year':
      return year;
    case 'quarter':
      return Math.floor((month - 1) / 3) + 1;
    case 'month':
      return month;
    case 'week':
    case 'weekofyear':
      return isoWeek(ticks);
    case 'day':
      return day;
    case 'dayofyear':
      return dayOfYear(ticks);
    case 'hour':
      return time / TICKS_PER_HOUR;
    case 'minute':
      return (time / TICKS_PER_MINUTE) % 60n;
    case 'second':
      return (time / TICKS_PER_SECOND) % 60n;
    case 'millisecond':
      return (time / 10_000n) % 1000n;
    case 'microsecond':
      return (time / 10n) % 1_000_000n;
    case 'nanosecond':
      return (time % TICKS_PER_SECOND) * 100n;
    default:
      return null;
  }
}
