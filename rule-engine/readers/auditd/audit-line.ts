/** One audit record: a line of a log. */
export interface AuditLine {
  readonly type: string;
  readonly node: string | undefined;
  /** `SECONDS.MILLISECONDS:SERIAL`, the same for all records of an event. */
  readonly id: string;
  /** Where the record's own fields begin. */
  readonly start: number;
  /** ausearch has interpreted the record: values have blanks and no quotes. */
  readonly interpreted: boolean;
}

/** Numbers of record types, as the kernel's own log has them. */
const TYPES: { readonly [number: string]: string } = {
  1100: 'USER_AUTH',
  1101: 'USER_ACCT',
  1103: 'CRED_ACQ',
  1104: 'CRED_DISP',
  1105: 'USER_START',
  1106: 'USER_END',
  1112: 'USER_LOGIN',
  1123: 'USER_CMD',
  1300: 'SYSCALL',
  1302: 'PATH',
  1303: 'IPC',
  1305: 'CONFIG_CHANGE',
  1306: 'SOCKADDR',
  1307: 'CWD',
  1309: 'EXECVE',
  1320: 'EOE',
  1321: 'BPRM_FCAPS',
  1326: 'SECCOMP',
  1327: 'PROCTITLE',
  1400: 'AVC',
};

const HOST = /^(?:<\d+>(?:1 )?)?(?:[A-Z][a-z]{2}\s+\d+\s+[\d:]+|\d{4}-\d\d-\d\dT\S+)\s+(\S+)\s/;
const INTERPRETED_TIME = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})\s+(\d\d:\d\d:\d\d)(\.\d+)?:(\d+)$/;

/** The parts of a line of an audit log, also within syslog; undefined when it is none. */
export function auditLine(text: string): AuditLine | undefined {
  const open = text.indexOf('audit(');
  const close = open < 0 ? -1 : text.indexOf(')', open);
  if (close < 0) return undefined;
  const stamp = text.slice(open + 6, close);
  const epoch = isEpochStamp(stamp);
  const id = epoch ? stamp : interpretedId(stamp);
  if (id === undefined) return undefined;
  const typeAt = text.lastIndexOf('type=', open);
  const type = typeAt < 0 ? undefined : text.slice(typeAt + 5, text.indexOf(' ', typeAt));
  if (type === undefined || type === '') return undefined;
  const nodeAt = typeAt === 0 ? -1 : text.lastIndexOf('node=', typeAt);
  const node =
    nodeAt >= 0 ? text.slice(nodeAt + 5, text.indexOf(' ', nodeAt)) : typeAt > 0 ? HOST.exec(text)?.[1] : undefined;
  let start = close + 1;
  while (text[start] === ' ' || text[start] === ':') start++;
  return {
    type: TYPES[type] ?? type.replace(/^UNKNOWN\[(\d+)\]$/, (_, number) => TYPES[number] ?? type),
    node,
    id,
    start,
    interpreted: !epoch,
  };
}

const STAMP = ' msg=audit(';

/**
 * Where a further record begins in the line of one: there is no line end where files were put together or a write failed.
 * -1 when there is none. Only raw records are looked at, since their values have no blanks.
 */
export function nextRecord(text: string, { start, interpreted }: AuditLine): number {
  const stamp = interpreted ? -1 : text.indexOf(STAMP, start);
  const type = stamp < 0 ? -1 : text.lastIndexOf('type=', stamp);
  if (type < start || text.slice(type, stamp).includes(' ')) return -1;
  const node = text.lastIndexOf('node=', type);
  return node >= start && text.indexOf(' ', node) === type - 1 ? node : type;
}

function isEpochStamp(stamp: string): boolean {
  const first = stamp.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && /^\d{1,12}(\.\d+)?:\d+$/.test(stamp);
}

/** ausearch prints local time without a zone, day and month by the locale: UTC and month first, unless that can't be. */
function interpretedId(stamp: string): string | undefined {
  const match = INTERPRETED_TIME.exec(stamp);
  if (match === null) return undefined;
  const [, first, second, third, time, fraction = '.000', serial] = match;
  const yearFirst = first.length === 4;
  const [year, a, b] = yearFirst ? [first, second, third] : [third, first, second];
  const [month, day] = !yearFirst && Number(a) > 12 ? [b, a] : [a, b];
  const century = year.length === 2 ? `20${year}` : year;
  const seconds = Date.parse(`${century}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`) / 1000;
  return Number.isNaN(seconds) ? undefined : `${seconds}${fraction}:${serial}`;
}
