const TICKS_PER_DAY = 864_000_000_000n;
const DAYS_TO_1970 = 719_162n;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Ticks of 100 ns since 0001-01-01 of a datetime as a literal writes it, without `datetime(` and `)`: ISO 8601 with up
 * to seven decimals and an offset, RFC 822, a year alone, month-day-year. Null when the text is none of them.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/datetime
 */
export function parseDatetimeLiteral(raw: string): bigint | null {
  const text = raw
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  return parseIso(text) ?? parseMonthFirst(text) ?? parseRfc822(text);
}

const CLOCK = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const ISO = new RegExp(String.raw`^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T\s]+${CLOCK}${ZONE})?)?)?Z?$`, 'i');
const MONTH_FIRST = new RegExp(String.raw`^(\d{1,2})[-/](\d{1,2})[-/](\d{4})(?:[T\s]+${CLOCK}${ZONE})?$`, 'i');
const RFC822 = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{2,4})(?:\s+${CLOCK}${ZONE})?$`,
  'i',
);

function parseIso(text: string): bigint | null {
  const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0'] = compact;
    return ticksOf({ year, month, day, hour, minute, second });
  }
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month = '1', day = '1', hour, minute, second, fraction, zone] = match;
  return ticksOf({ year, month, day, hour, minute, second, fraction, zone });
}

function parseMonthFirst(text: string): bigint | null {
  const match = MONTH_FIRST.exec(text);
  if (match === null) return null;
  const [, month, day, year, hour, minute, second, fraction, zone] = match;
  return ticksOf({ year, month, day, hour, minute, second, fraction, zone });
}

function parseRfc822(text: string): bigint | null {
  const match = RFC822.exec(text);
  if (match === null) return null;
  const [, day, monthName, shortYear, hour, minute, second, fraction, zone] = match;
  const month = String(MONTHS.indexOf(monthName.toLowerCase()) + 1);
  const year = shortYear.length === 2 ? `${Number(shortYear) < 50 ? '20' : '19'}${shortYear}` : shortYear;
  return ticksOf({ year, month, day, hour, minute, second, fraction, zone });
}

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour?: string;
  readonly minute?: string;
  readonly second?: string;
  readonly fraction?: string;
  readonly zone?: string;
}

function ticksOf(parts: Parts): bigint | null {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const [hour, minute, second] = [Number(parts.hour ?? 0), Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const days = BigInt(date.getTime() / 86_400_000) + DAYS_TO_1970;
  const seconds = BigInt(hour * 3600 + minute * 60 + second - offsetSeconds(parts.zone));
  const fraction = BigInt((parts.fraction ?? '').padEnd(7, '0').slice(0, 7));
  const ticks = days * TICKS_PER_DAY + seconds * 10_000_000n + fraction;
  return ticks < 0n ? null : ticks;
}

function daysInMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

function offsetSeconds(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}
