/** The parts of a syslog message; a part that the message lacks is undefined. */
export interface SyslogLine {
  /** ISO 8601; without a zone where the message states none. */
  readonly time: string | undefined;
  /** True when the message states no year, as RFC 3164 has it. */
  readonly yearAssumed: boolean;
  readonly facility: string | undefined;
  readonly severity: string | undefined;
  readonly host: string | undefined;
  readonly process: string | undefined;
  readonly processId: string | undefined;
  readonly messageId: string | undefined;
  readonly structuredData: string | undefined;
  readonly message: string;
}

/** Facilities and severities by their numbers, as Sentinel names them. */
const FACILITIES =
  'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock local0 local1 local2 local3 local4 local5 local6 local7'.split(
    ' ',
  );
const SEVERITIES = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @see https://www.rfc-editor.org/rfc/rfc5424#section-6 */
const RFC_5424 =
  /^<(\d{1,3})>1 (-|\d{4}-\d\d-\d\dT\S+) (\S+) (\S+) (\S+) (\S+) (-|(?:\[(?:[^\]\\]|\\.)*\])+)(?: \ufeff?(.*))?$/s;
/** Also with a year, with fractions of a second, and with a time of ISO 8601 as rsyslog writes it. */
const RFC_3164 =
  /^(?:<(\d{1,3})>)?(?:(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2})(?: (\d{4}))? (\d\d:\d\d:\d\d(?:\.\d{1,9})?)|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)):? (.*)$/s;
const TAG = /^([^\s:[\]]{1,256})(?:\[(\d{1,10})\])?: ?/;
const HOST = /^(\S{1,255}) /;

/**
 * The parts of a line of syslog, of RFC 5424 or RFC 3164; undefined when it is none. A time without a year is the latest
 * one that isn't more than a day after `now`.
 */
export function syslogLine(text: string, now: Date): SyslogLine | undefined {
  return newerLine(text) ?? olderLine(text, now);
}

function newerLine(text: string): SyslogLine | undefined {
  const match = RFC_5424.exec(text);
  if (match === null) return undefined;
  const [time, host, process, processId, messageId, structuredData] = match.slice(2, 8).map(unlessNil);
  const line = { time, yearAssumed: false, host, process, processId, messageId, structuredData };
  return { ...line, ...priority(match[1]), message: match[8] ?? '' };
}

function unlessNil(text: string): string | undefined {
  return text === '-' ? undefined : text;
}

/** @see https://www.rfc-editor.org/rfc/rfc3164#section-4.1 */
function olderLine(text: string, now: Date): SyslogLine | undefined {
  const match = RFC_3164.exec(text);
  if (match === null) return undefined;
  const [, number, month, day, year, clock, iso, rest] = match;
  const time = iso ?? dateTime(month, day, year, clock, now);
  const host = TAG.test(rest) ? undefined : HOST.exec(rest)?.[1];
  const tagged = host === undefined ? rest : rest.slice(host.length + 1).trimStart();
  const tag = TAG.exec(tagged);
  return {
    time,
    yearAssumed: iso === undefined && year === undefined,
    host,
    process: tag?.[1],
    processId: tag?.[2],
    messageId: undefined,
    structuredData: undefined,
    ...priority(number),
    message: tag === null ? tagged : tagged.slice(tag[0].length),
  };
}

function priority(number: string | undefined): Pick<SyslogLine, 'facility' | 'severity'> {
  if (number === undefined) return { facility: undefined, severity: undefined };
  return { facility: FACILITIES[Number(number) >> 3], severity: SEVERITIES[Number(number) & 7] };
}

/** The name of a facility by its number, as text. */
export function facilityName(number: string | undefined): string | undefined {
  return number === undefined ? undefined : FACILITIES[Number(number)];
}

/** The name of a severity by its number, as text. */
export function severityName(number: string | undefined): string | undefined {
  return number === undefined ? undefined : SEVERITIES[Number(number)];
}

/** The number of a month by its short English name, two digits; undefined for any other text. */
export function monthNumber(name: string): string | undefined {
  const at = MONTHS.indexOf(name);
  return at < 0 ? undefined : String(at + 1).padStart(2, '0');
}

const DAY = 86_400_000;

function dateTime(month: string, day: string, year: string | undefined, clock: string, now: Date): string {
  const inYear = (stated: number | string) => `${stated}-${monthNumber(month)}-${day.padStart(2, '0')}T${clock}`;
  if (year !== undefined) return inYear(year);
  const thisYear = now.getUTCFullYear();
  const isAhead = Date.parse(`${inYear(thisYear)}Z`) > now.getTime() + DAY;
  return inYear(isAhead ? thisYear - 1 : thisYear);
}
