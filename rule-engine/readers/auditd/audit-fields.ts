import type { FieldValue } from '../reader.ts';
import { addField } from '../windows-xml/event-element.ts';
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
export function auditFields(text: string, start: number, end: number, into: AuditFields = {}): AuditFields {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x1d || code === 0x2c) {
      at++;
      continue;
    }
    const equals = text.indexOf('=', at);
    if (equals < 0 || equals >= end) return into;
    const name = text.slice(nameStart(text, at, equals), equals);
    at = equals + 1;
    const quote = text.charCodeAt(at);
    const close = quote === 0x22 ? text.indexOf('"', at + 1) : quote === 0x27 ? text.lastIndexOf("'", end - 1) : -1;
    if (close > at && close < end) {
      if (quote === 0x27 && name === 'msg') auditFields(text, at + 1, close, into);
      else addField(into, name, text.slice(at + 1, close));
      at = close + 1;
    } else {
      const valueEnd = endOfWord(text, at, end);
      addField(into, name, plainValue(name, text.slice(at, valueEnd)));
      at = valueEnd;
    }
  }
  return into;
}

/** Words before the name at hand belong to none: `avc:  denied  { read } for  pid=…`. */
function nameStart(text: string, from: number, equals: number): number {
  const blank = text.lastIndexOf(' ', equals - 1);
  return blank >= from ? blank + 1 : from;
}

function endOfWord(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x1d) return at;
  }
  return end;
}

function plainValue(name: string, value: string): FieldValue {
  if (value === '(null)') return null;
  if (ENCODED.has(name)) return isHex(value) ? decodeHex(value) : value;
  if (/^(0|-?[1-9]\d{0,14})$/.test(value) && !/^a\d$/.test(name)) return Number(value);
  return value;
}
