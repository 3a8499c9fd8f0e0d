import { AuditEvent } from '../readers/auditd/audit-event.ts';
import { auditLine, nextRecord } from '../readers/auditd/audit-line.ts';
import type { FieldValue, LogRecord } from '../readers/reader.ts';
import { windowsTextEvent } from '../readers/windows-text/text-events.ts';
import { parsedEventXml } from '../readers/windows-xml/windows-xml-reader.ts';
import { type Fields, firstOf, isFields } from './field-path.ts';
import { parsedJson } from './parsed-text.ts';

/** Fields in which stores and shippers hold an event whole, as its fields or as its text. */
const CARRIERS = [
  '_source',
  'result',
  'full_log',
  'message',
  'Message',
  'MESSAGE',
  'log',
  'msg',
  '_raw',
  'xml',
  'Xml',
  'XML',
  'raw',
  'line',
  '@message',
  'jsonPayload',
  'textPayload',
  'payload',
  'event',
  'record',
  'detail',
  'data',
  'body',
];
/** Where a carrier names the host that an event came from. */
const HOSTS = ['agent.name', 'host.name', 'hostname', 'host', '_HOSTNAME'];
const MAX_DEPTH = 4;

/**
 * The events that a record carries, one within another: what a log collector, a container's runtime or a search wrapped
 * around them stays beside their own fields. None where it carries none.
 */
export function* carriedEvents(record: LogRecord): Generator<LogRecord> {
  let carrier = record;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const carried = carriedIn(carrier);
    if (carried === undefined) return;
    yield carried;
    carrier = carried;
  }
}

function carriedIn(record: LogRecord): LogRecord | undefined {
  for (const name of CARRIERS) {
    const value = record.fields[name];
    const event = isFields(value) ? value : typeof value === 'string' ? eventOf(value, record.fields) : undefined;
    if (event === undefined) continue;
    const { [name]: _, ...rest } = record.fields;
    return { ...record, fields: { ...rest, ...event } };
  }
  return undefined;
}

function eventOf(text: string, carrier: Fields): Fields | undefined {
  const json = parsedJson(text.replace(/^@cee: ?/, ''));
  if (isFields(json)) return json;
  const [xml] = text.includes('<Event') ? (/<Event[\s>].*<\/Event>/s.exec(text) ?? []) : [];
  if (xml !== undefined) return parsedEventXml(xml);
  return windowsTextEvent(text, timeOf(carrier)) ?? auditEventOf(text, carrier);
}

/** The time that Splunk made of an event's local one. */
function timeOf({ _time }: Fields): string | undefined {
  return typeof _time === 'string' && _time !== '' ? _time : undefined;
}

/** The event whose records of the audit system all stand in one text, as Wazuh has them. */
function auditEventOf(text: string, carrier: Fields): Fields | undefined {
  if (!text.includes('type=SYSCALL ') || !text.includes('type=EXECVE ')) return undefined;
  const host: FieldValue | undefined = firstOf(carrier, ...HOSTS);
  let event: AuditEvent | undefined;
  for (let rest = text; rest !== ''; ) {
    const line = auditLine(rest);
    if (line === undefined) return undefined;
    const next = nextRecord(rest, line);
    event ??= new AuditEvent(line, 0);
    event.add(line, next < 0 ? rest : rest.slice(0, next).trimEnd());
    rest = next < 0 ? '' : rest.slice(next);
  }
  if (event === undefined) return undefined;
  const { fields } = event.record();
  return fields.NODE === undefined && typeof host === 'string' ? { ...fields, NODE: host } : fields;
}
