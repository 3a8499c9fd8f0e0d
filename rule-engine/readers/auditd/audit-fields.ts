import type { FieldValue } from '../reader.ts';
import { addField } from '../windows-xml/event-element.ts';
import type { AuditLine } from './audit-line.ts';
import { decodeHex, isHex } from './hex-text.ts';

export type AuditFields = { [name: string]: FieldValue };

/**
 * Fields whose text stands in quotes, or in hexadecimal when it holds blanks, quotes or control characters.
 * @see https://github.com/linux-audit/audit-documentation/blob/main/specs/fields/field-dictionary.csv
 */
const ENCODED: ReadonlySet<string> = new Set([
  'acct',
  'cmd',
  'comm',
  'cwd',
  'data',
  'device',
  'dir',
  'exe',
  'file',
  'key',
  'name',
  'new',
  'ocomm',
  'old',
  'path',
  'proctitle',
  'vm',
  'watch',
]);

/**
 * The fields of an audit record's text, `key=value` each: what is quoted is literal, the fields above are decoded from
 * hexadecimal, decimal numbers are numbers, `(null)` is null. What interpretation adds behind a group separator has
 * names in capitals and so stands beside the raw fields.
 */
export function auditFields(text: string, { start, interpreted }: FieldsPlace): AuditFields {
  const fields: AuditFields = {};
  const read = interpreted ? readInterpreted : readFields;
  read(text, start, text.length, (name, value) => put(fields, name, value));
  return fields;
}

/** The fields of a SYSCALL record. The call's arguments are addresses; those of an execve are told in EXECVE records. */
export function syscallFields(text: string, { start, interpreted }: FieldsPlace): AuditFields {
  const fields: AuditFields = {};
  const pointers: string[] = [];
  const read = interpreted ? readInterpreted : readFields;
  read(text, start, text.length, (name, value) => {
    if (name.length === 2 && name >= 'a0' && name <= 'a3') pointers.push(`0x${String(value).replace(/^0x/, '')}`);
    else if (name === 'arch' && !/^(0x|[g-z])|_/.test(String(value))) fields.arch = `0x${value}`;
    else if (name === 'key' && typeof value === 'string' && value.includes('\u0001'))
      fields.key = value.split('\u0001');
    else put(fields, name, value);
  });
  if (pointers.length > 0) fields.ARGV = pointers;
  return fields;
}

type FieldsPlace = Pick<AuditLine, 'start' | 'interpreted'>;
type Visit = (name: string, value: FieldValue) => void;

/** ausearch prints values as they are, blanks and all: each goes on to where a further name stands. */
function readInterpreted(text: string, start: number, end: number, visit: Visit): void {
  const fields = text.slice(start, end).replace(/\bmsg='(.*)'/s, '$1');
  const names = [...fields.matchAll(/(?:^|\s)([A-Za-z_][\w-]*)=/g)];
  for (const [at, { index, 0: before, 1: name }] of names.entries()) {
    const value = fields.slice(index + before.length, names[at + 1]?.index).trim();
    visit(name, value === '(null)' ? null : (decimal(value, 0, value.length) ?? value));
  }
}

function readFields(text: string, start: number, end: number, visit: Visit, isMessage = false): void {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x1d || code === 0x2c) {
      at++;
      continue;
    }
    const equals = text.indexOf('=', at);
    if (equals < 0 || equals >= end) return;
    const name = text.slice(nameStart(text, at, equals), equals);
    at = equals + 1;
    const quote = text.charCodeAt(at);
    const close = quote === 0x22 ? text.indexOf('"', at + 1) : quote === 0x27 ? text.lastIndexOf("'", end - 1) : -1;
    if (close > at && close < end) {
      if (quote === 0x27 && name === 'msg' && !isMessage) readFields(text, at + 1, close, visit, true);
      else visit(name, text.slice(at + 1, close));
      at = close + 1;
    } else {
      const valueEnd = endOfWord(text, at, end);
      visit(name, plainValue(name, text, at, valueEnd));
      at = valueEnd;
    }
  }
}

function put(fields: AuditFields, name: string, value: FieldValue): void {
  if (fields[name] === undefined && name !== '__proto__') fields[name] = value;
  else addField(fields, name, value);
}

/** Words before the name at hand belong to none: `avc:  denied  { read } for  pid=…`. */
export function nameStart(text: string, from: number, equals: number): number {
  for (let at = equals - 1; at >= from; at--) if (text.charCodeAt(at) === 0x20) return at + 1;
  return from;
}

function endOfWord(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x1d) return at;
  }
  return end;
}

function plainValue(name: string, text: string, start: number, end: number): FieldValue {
  const number = ENCODED.has(name) || (name.length === 2 && name[0] === 'a') ? undefined : decimal(text, start, end);
  if (number !== undefined) return number;
  const value = text.slice(start, end);
  if (value === '(null)') return null;
  return ENCODED.has(name) && isHex(value) ? decodeHex(value) : value;
}

/** A decimal number without leading zeros, of at most 15 digits. */
function decimal(text: string, start: number, end: number): number | undefined {
  const negative = text.charCodeAt(start) === 0x2d;
  const first = negative ? start + 1 : start;
  const length = end - first;
  if (length < 1 || length > 15 || (text.charCodeAt(first) === 0x30 && (length > 1 || negative))) return undefined;
  let value = 0;
  for (let at = first; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return negative ? -value : value;
}
