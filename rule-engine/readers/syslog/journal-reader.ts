import { jsonLinesReader } from '../json/json-records.ts';
import type { FieldValue, InputHead, LogRecord, Reader, ReaderContext } from '../reader.ts';
import { headText } from '../text-input.ts';
import { syslogRecord } from './syslog-columns.ts';
import { facilityName, severityName } from './syslog-line.ts';

const ENTRY = /^\s*\{[^\n]*"__REALTIME_TIMESTAMP"\s*:/;

/**
 * Entries of systemd's journal as JSON lines, to the columns that Sentinel has for messages of syslog. Fields of an entry
 * that fill none are columns of their own.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.journal-fields.html
 */
export const journalReader: Reader = {
  format: 'journal',
  title: 'systemd journal (JSON)',
  evidence: 'its lines are JSON objects with the time of an entry of the journal',
  detect: (head: InputHead) => (ENTRY.test(headText(head.bytes)) ? 0.95 : 0),
  read: readEntries,
};

async function* readEntries(chunks: AsyncIterable<Uint8Array>, context: ReaderContext): AsyncGenerator<LogRecord> {
  for await (const { fields, line } of jsonLinesReader.read(chunks, context)) yield entry(fields, line);
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
