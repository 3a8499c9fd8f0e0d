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
  const fields: { [column: string]: FieldValue } = {};
  for (const [column, value] of Object.entries(columns)) if (value !== undefined) fields[column] = value;
  return { fields: { ...fields, ...own }, ...(line !== undefined && { line }), shape: SYSLOG_TABLE };
}
