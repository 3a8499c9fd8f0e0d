import { constantText, textArgument } from './arguments.ts';
import {
  civilFromTicks,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  TICKS_PER_MINUTE,
  TICKS_PER_SECOND,
  timeOfDay,
} from './calendar.ts';
import type { ScalarFunction } from './function.ts';
import { valueText } from './value-text.ts';

/**
 * `format_datetime` and `format_timespan`. A run of one specifier's letter is cut, from its start, into the longest
 * specifiers that Kusto has (measured: `dddd` is `dd` twice, `MMM` is `MM` and `M`); other characters stand for themselves.
 */
export const datetimeFormatFunctions: readonly ScalarFunction[] = [
  {
    name: 'format_datetime',
    nulls: 'propagate',
    bind(call) {
      const format = formatOf(call.constants[1] === undefined ? undefined : constantText(call, 1), DATETIME_SPECIFIERS);
      const text = textArgument(call, 1);
      return (args) => {
        const ticks = args[0] as bigint;
        const text_ = text(args);
        return text_ === '' ? valueText(ticks, 'datetime') : write(format(text_), datetimePart, ticks);
      };
    },
  },
  {
    name: 'format_timespan',
    nulls: 'propagate',
    bind(call) {
      const format = formatOf(call.constants[1] === undefined ? undefined : constantText(call, 1), TIMESPAN_SPECIFIERS);
      const text = textArgument(call, 1);
      return (args) => {
        const ticks = args[0] as bigint;
        const text_ = text(args);
        if (text_ === '') return valueText(ticks, 'timespan');
        const written = write(format(text_), timespanPart, ticks < 0n ? -ticks : ticks);
        return ticks < 0n ? `-${written}` : written;
      };
    },
  },
];

const FRACTIONS = /f{1,7}|F{1,7}/.source;
const DATETIME_SPECIFIERS = new RegExp(`yyyy|yy|y|MM|M|dd|d|HH|H|hh|h|mm|m|ss|s|tt|${FRACTIONS}`, 'g');
const TIMESPAN_SPECIFIERS = new RegExp(`d{1,8}|HH|H|hh|h|mm|m|ss|s|${FRACTIONS}`, 'g');

interface FormatPiece {
  readonly specifier: boolean;
  readonly text: string;
}

function formatOf(constant: string | undefined, specifiers: RegExp): (format: string) => readonly FormatPiece[] {
  if (constant === undefined) return (format) => piecesOf(format, specifiers);
  const pieces = piecesOf(constant, specifiers);
  return () => pieces;
}

function piecesOf(format: string, specifiers: RegExp): readonly FormatPiece[] {
  const pieces: FormatPiece[] = [];
  let from = 0;
  for (const match of format.matchAll(specifiers)) {
    if (match.index > from) pieces.push({ specifier: false, text: format.slice(from, match.index) });
    pieces.push({ specifier: true, text: match[0] });
    from = match.index + match[0].length;
  }
  pieces.push({ specifier: false, text: format.slice(from) });
  return pieces;
}

function write(
  pieces: readonly FormatPiece[],
  part: (specifier: string, ticks: bigint) => string,
  ticks: bigint,
): string {
  return pieces.map((piece) => (piece.specifier ? part(piece.text, ticks) : piece.text)).join('');
}

function datetimePart(specifier: string, ticks: bigint): string {
  const { year, month, day } = civilFromTicks(ticks);
  const padded = (value: number): string => String(value).padStart(specifier.length, '0');
  switch (specifier) {
    case 'yyyy':
      return padded(year);
    case 'yy':
    case 'y':
      return padded(year % 100);
    case 'MM':
    case 'M':
      return padded(month);
    case 'dd':
    case 'd':
      return padded(day);
    case 'tt':
      return timeOfDay(ticks) < 12n * TICKS_PER_HOUR ? 'AM' : 'PM';
    case 'hh':
    case 'h': {
      const hour = Number(timeOfDay(ticks) / TICKS_PER_HOUR) % 12;
      return padded(hour === 0 ? 12 : hour);
    }
    default:
      return clockPart(specifier, timeOfDay(ticks));
  }
}

function timespanPart(specifier: string, ticks: bigint): string {
  if (specifier.startsWith('d')) return String(ticks / TICKS_PER_DAY).padStart(specifier.length, '0');
  return clockPart(specifier, ticks % TICKS_PER_DAY);
}

function clockPart(specifier: string, time: bigint): string {
  const padded = (value: bigint): string => String(value).padStart(specifier.length, '0');
  switch (specifier[0]) {
    case 'H':
    case 'h':
      return padded(time / TICKS_PER_HOUR);
    case 'm':
      return padded((time / TICKS_PER_MINUTE) % 60n);
    case 's':
      return padded((time / TICKS_PER_SECOND) % 60n);
    default: {
      const digits = String(time % TICKS_PER_SECOND)
        .padStart(7, '0')
        .slice(0, specifier.length);
      return specifier.startsWith('F') && /^0*$/.test(digits) ? '' : digits;
    }
  }
}
