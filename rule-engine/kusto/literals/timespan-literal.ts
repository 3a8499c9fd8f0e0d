const TICKS_PER_UNIT: Readonly<Record<string, bigint>> = {
  tick: 1n,
  microsecond: 10n,
  ms: 10_000n,
  s: 10_000_000n,
  m: 600_000_000n,
  h: 36_000_000_000n,
  d: 864_000_000_000n,
};

const UNIT_SPELLINGS: Readonly<Record<string, string>> = {
  t: 'tick',
  tick: 'tick',
  ticks: 'tick',
  us: 'microsecond',
  micro: 'microsecond',
  micros: 'microsecond',
  microsec: 'microsecond',
  microsecond: 'microsecond',
  microseconds: 'microsecond',
  ms: 'ms',
  milli: 'ms',
  millis: 'ms',
  millisec: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  s: 's',
  sec: 's',
  second: 's',
  seconds: 's',
  m: 'm',
  min: 'm',
  minute: 'm',
  minutes: 'm',
  h: 'h',
  hr: 'h',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
};

/**
 * Ticks of 100 ns of a timespan as a literal writes it: `1d`, `1.5h`, `100ms`, `1tick`, `1.02:03:04.5`, `12:30`,
 * `3` (days). Null when the text is none.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/timespan
 */
export function parseTimespanLiteral(raw: string): bigint | null {
  const text = raw.trim().replace(/^(["'])(.*)\1$/, '$2');
  return parseWithUnit(text) ?? parseClock(text);
}

function parseWithUnit(text: string): bigint | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?\s*([a-z]*)$/i.exec(text);
  if (match === null) return null;
  const [, sign, whole, fraction = '', unitText] = match;
  const unit = unitText === '' ? 'd' : UNIT_SPELLINGS[unitText.toLowerCase()];
  if (unit === undefined) return null;
  const scale = 10n ** BigInt(fraction.length);
  const ticks = (BigInt(whole + fraction) * TICKS_PER_UNIT[unit]) / scale;
  return withSign(ticks, sign);
}

function parseClock(text: string): bigint | null {
  const match = /^([+-]?)(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7})\d*)?)?$/.exec(text);
  if (match === null) return null;
  const [, sign, days = '0', hours, minutes, seconds = '0', fraction = ''] = match;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const total =
    BigInt(days) * TICKS_PER_UNIT.d +
    BigInt(hours) * TICKS_PER_UNIT.h +
    BigInt(minutes) * TICKS_PER_UNIT.m +
    BigInt(seconds) * TICKS_PER_UNIT.s +
    BigInt(fraction.padEnd(7, '0'));
  return withSign(total, sign);
}

function withSign(ticks: bigint, sign: string): bigint | null {
  const signed = sign === '-' ? -ticks : ticks;
  return BigInt.asIntN(64, signed) === signed ? signed : null;
}
