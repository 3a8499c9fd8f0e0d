import type { FieldValue, LogRecord } from '../reader.ts';
import { syslogRecord } from './syslog-columns.ts';
import { facilityName, severityName } from './syslog-line.ts';

/**
 * The row that an entry of systemd's journal makes, in the columns that Sentinel has for messages of syslog. Fields of the
 * entry that fill none are columns of their own.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.journal-fields.html
 */
export function journalEntry(fields: LogRecord['fields'], line: number | undefined): LogRecord {
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
