import { joinedBytes } from '../../base/joined-bytes.ts';
import { jsonLinesReader, jsonReader } from '../json/json-records.ts';
import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText } from '../text-input.ts';
import { syslogRecord } from './syslog-columns.ts';
import { facilityName, severityName } from './syslog-line.ts';

const ENTRY_LINE = /^\s*\{[^\n]*"__REALTIME_TIMESTAMP"\s*:/;
const HEAD_BYTES = 64 * 1024;
const ENTRY_OBJECT = /^\s*\[?\s*\{[^{}]*"__REALTIME_TIMESTAMP"\s*:/;

/**
 * Entries of systemd's journal as JSON, a line each or written out, to the columns that Sentinel has for messages of syslog. Fields of an entry
 * that fill none are columns of their own.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.journal-fields.html
 */
export const journalReader: Reader = {
  format: 'journal',
  title: 'systemd journal (JSON)',
  evidence: 'its JSON objects have the time of an entry of the journal',
  detect: (head: InputHead) => (isJournal(headText(head.bytes)) ? 0.95 : 0),
  read: readEntries,
};

function isJournal(head: string): boolean {
  return ENTRY_LINE.test(head) || ENTRY_OBJECT.test(head);
}

async function* readEntries(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  const { head, all } = await withHead(chunks);
  const reader = ENTRY_LINE.test(head) || !isJournal(head) ? jsonLinesReader : jsonReader;
  for await (const { fields, line } of reader.read(all, context)) yield entry(fields, line);
}

/** The text that chunks begin with, and all of them. */
async function withHead(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  for (let length = 0; length < HEAD_BYTES; ) {
    const next = await iterator.next();
    if (next.done) break;
    parts.push(next.value.slice());
    length += next.value.length;
  }
  const bytes = joinedBytes(parts);
  async function* all() {
    yield bytes;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { head: headText(bytes.subarray(0, HEAD_BYTES)), all: all() };
}

function entry(fields: LogRecord['fields'], line: number | undefined): LogRecord {
  const {
    MESSAGE,
    PRIORITY,
    SYSLOG_FACILITY,
    SYSLOG_IDENTIFIER,
    SYSLOG_PID,
    _COMM,
    _HOSTNAME,
    _PID,
    __REALTIME_TIMESTAMP,
    ...own
  } = fields;
  const parts = {
    time: timeOf(__REALTIME_TIMESTAMP),
    host: text(_HOSTNAME),
    facility: facilityName(text(SYSLOG_FACILITY)),
    severity: severityName(text(PRIORITY)),
    process: text(SYSLOG_IDENTIFIER) ?? text(_COMM),
    processId: text(SYSLOG_PID) ?? text(_PID),
    messageId: undefined,
    structuredData: undefined,
  };
  return syslogRecord(parts, text(MESSAGE) ?? '', line, own);
}

/** A field's text: bytes that are no text come as an array of numbers, a field that an entry has twice as an array of both. */
function text(value: FieldValue | undefined): string | undefined {
  if (Array.isArray(value)) {
    const isBytes = value.every((byte) => typeof byte === 'number');
    return isBytes ? new TextDecoder().decode(Uint8Array.from(value as number[])) : text(value[0]);
  }
  return value === null || value === undefined ? undefined : String(value);
}

/** A time in microseconds since 1970 as ISO 8601. */
function timeOf(value: FieldValue | undefined): string | undefined {
  const digits = String(value);
  if (!/^\d{7,17}$/.test(digits)) return undefined;
  return `${new Date(Number(digits.slice(0, -6)) * 1000).toISOString().slice(0, 19)}.${digits.slice(-6)}Z`;
}
