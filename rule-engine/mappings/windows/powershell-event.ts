import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { messageFields } from '../../readers/windows-text/message-fields.ts';
import { definedFields, fieldAt, hasValue, isFields } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';

const SECURITY_PROVIDER = /Security-Auditing$/;

/**
 * An event as PowerShell's Get-WinEvent gives it, or the properties of it that were selected, exported to CSV or JSON: the
 * event's own data are only in the rendered message.
 * @see https://learn.microsoft.com/dotnet/api/system.diagnostics.eventing.reader.eventlogrecord
 */
export function powershellEvent(record: LogRecord): ViewedRecord | undefined {
  const { fields } = record;
  const { Id, ProviderName, LogName, Message } = fields;
  if (!hasValue(Id) || !hasValue(ProviderName)) return undefined;
  const isWhole = hasValue(LogName) && fields.RecordId !== undefined;
  if (!isWhole && (!hasValue(fields.TimeCreated) || !hasValue(Message))) return undefined;
  const channel = LogName ?? (SECURITY_PROVIDER.test(String(ProviderName)) ? 'Security' : undefined);
  const viewed = definedFields({
    Provider: ProviderName,
    ProviderGuid: fields.ProviderId,
    EventID: Id,
    Version: fields.Version,
    Level: fields.Level,
    Task: fields.Task,
    Opcode: fields.Opcode,
    Keywords: fields.Keywords,
    TimeCreated: timeOf(fields.TimeCreated),
    EventRecordID: fields.RecordId,
    ActivityID: fields.ActivityId,
    ProcessID: fields.ProcessId,
    ThreadID: fields.ThreadId,
    Channel: channel,
    Computer: fields.MachineName,
    UserID: fieldAt(fields, 'UserId.Value') ?? fields.UserId,
    Message,
    EventData: typeof Message === 'string' ? messageFields(Message, channel === 'Security') : {},
  });
  return { ...record, fields: viewed, dialect: 'Get-WinEvent' };
}

const VIEWER_TIME = "Event Viewer's times have no time zone: they were taken for UTC";

/** An event as Event Viewer saves it to CSV: the message in a cell of its own, no log, no computer. */
export function eventViewerEvent(record: LogRecord): ViewedRecord | undefined {
  const { fields } = record;
  const time = fields['Date and Time'];
  const id = fields['Event ID'];
  const { Source, Message } = fields;
  if (!hasValue(time) || !hasValue(id) || !hasValue(Source)) return undefined;
  const isSecurity = SECURITY_PROVIDER.test(String(Source));
  const viewed = definedFields({
    Provider: Source,
    EventID: id,
    Level: fields.Level,
    Channel: isSecurity ? 'Security' : undefined,
    TimeCreated: time,
    Message,
    EventData: typeof Message === 'string' ? messageFields(Message, isSecurity) : {},
  });
  return { ...record, fields: viewed, dialect: 'Event Viewer', assumption: VIEWER_TIME };
}

/** Windows PowerShell's ConvertTo-Json writes `/Date(1609459200000)/`, or that as the value of an object with the time's text. */
function timeOf(value: FieldValue | undefined): FieldValue | undefined {
  const written = isFields(value) ? value.value : value;
  const [, milliseconds] = /^\/Date\((-?\d{1,15})\)\/$/.exec(String(written)) ?? [];
  if (milliseconds === undefined) return written;
  const date = new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
