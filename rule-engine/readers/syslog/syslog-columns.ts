import type { FieldValue, LogRecord } from '../reader.ts';
import type { SyslogLine } from './syslog-line.ts';

const SYSLOG_TABLE = { table: 'Syslog' };

/** The row of the table Syslog that a message makes, with the source's own fields beside its columns. */
export function syslogRecord(
  {
    time,
    host,
    facility,
    severity,
    process,
    processId,
    messageId,
    structuredData,
  }: Omit<SyslogLine, 'message' | 'yearAssumed'>,
  message: string,
  line: number | undefined,
  own: LogRecord['fields'] = {},
): LogRecord {
  const columns: { readonly [column: string]: string | undefined } = {
    TimeGenerated: time,
    EventTime: time,
    Computer: host,
    HostName: host,
    Facility: facility,
    SeverityLevel: severity,
    ProcessName: process,
    ProcessID: processId,
    SyslogMessage: message,
    MessageId: messageId,
    StructuredData: structuredData,
    SourceSystem: 'Linux',
    Type: 'Syslog',
  };
  // Without a prototype, so that a field of any name is one.
  const fields: { [column: string]: FieldValue } = Object.create(null);
  for (const column in columns) {
    const value = columns[column];
    if (value !== undefined) fields[column] = value;
  }
  // Spreading it into another object takes ten times as long.
  for (const name in own) fields[name] = own[name];
  return { fields, ...(line !== undefined && { line }), shape: SYSLOG_TABLE };
}
