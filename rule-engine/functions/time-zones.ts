import { textArgument } from './arguments.ts';
import { datetimeOrNull, TICKS_PER_MILLISECOND, UNIX_EPOCH } from './calendar.ts';
import type { ScalarFunction } from './function.ts';

/** Datetimes between UTC and the local time of an IANA zone, by the platform's time zone data. */
export const timeZoneFunctions: readonly ScalarFunction[] = [
  {
    name: 'datetime_utc_to_local',
    nulls: 'propagate',
    bind(call) {
      const zone = textArgument(call, 1);
      return (args) => {
        const offset = offsetAt(args[0] as bigint, zone(args));
        return offset === undefined ? null : datetimeOrNull((args[0] as bigint) + offset);
      };
    },
  },
  {
    name: 'datetime_local_to_utc',
    nulls: 'propagate',
    bind(call) {
      const zone = textArgument(call, 1);
      return (args) => localToUtc(args[0] as bigint, zone(args));
    },
  },
];

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone));
  return formats.get(zone);
}

function makeFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/** What the zone adds to UTC at an instant, in ticks; undefined for a zone that is not known. */
function offsetAt(utc: bigint, zone: string): bigint | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const milliseconds = Number((utc - UNIX_EPOCH) / TICKS_PER_MILLISECOND);
  const wholeSecond = Math.floor(milliseconds / 1000) * 1000;
  const parts = new Map(format.formatToParts(wholeSecond).map((part) => [part.type, part.value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const local = Date.UTC(2000, number('month') - 1, number('day'), number('hour'), number('minute'), number('second'));
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year');
  const date = new Date(local);
  date.setUTCFullYear(year, number('month') - 1, number('day'));
  return BigInt(date.getTime() - wholeSecond) * TICKS_PER_MILLISECOND;
}

/** Where the clock repeats an hour the standard time counts; where it skips one, the last instant before the gap. */
function localToUtc(local: bigint, zone: string): bigint | null {
  const day = 864_000_000_000n;
  const [before, after] = [offsetAt(local - day, zone), offsetAt(local + day, zone)];
  if (before === undefined || after === undefined) return null;
  const candidates = [after, before].filter((offset) => offsetAt(local - offset, zone) === offset);
  const offset = candidates[0];
  return datetimeOrNull(local - (offset ?? after));
}
