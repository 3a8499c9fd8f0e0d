import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { messageFields } from '../../readers/windows-text/message-fields.ts';
import { definedFields, type Fields, firstOf, isFields } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';
import { parsedJson } from '../parsed-text.ts';

/**
 * What NXLog's im_msvistalog module, and shippers like it, say of an event beside the event's own fields.
 * @see https://docs.nxlog.co/refman/current/im/msvistalog.html
 */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  '@timestamp',
  '@version',
  'EventID',
  'EventCode',
  'EventType',
  'SourceName',
  'ProviderGuid',
  'Version',
  'Level',
  'LevelValue',
  'Task',
  'TaskValue',
  'Category',
  'Opcode',
  'OpcodeValue',
  'Keywords',
  'EventTime',
  'EventReceivedTime',
  'TimeCreated',
  'RecordNumber',
  'ActivityID',
  'RelatedActivityID',
  'ExecutionProcessID',
  'ExecutionThreadID',
  'ThreadID',
  'Channel',
  'Hostname',
  'Computer',
  'UserID',
  'UserSID',
  'AccountName',
  'AccountType',
  'Domain',
  'Message',
  'Severity',
  'SeverityValue',
  'SourceModuleName',
  'SourceModuleType',
  'ERROR_EVT_UNRESOLVED',
  'host',
  'port',
  'tags',
  'type',
  'LogName',
  'ProviderName',
  'ProviderGUID',
  'EventSourceName',
  'ComputerName',
  'EventRecordID',
  'ProcessID',
  'OpCode',
  'TaskCategory',
  'Qualifiers',
  'StringInserts',
  'TimeGenerated',
  'TimeWritten',
]);

/** What Splunk adds to each event. @see https://docs.splunk.com/Documentation/Splunk/latest/Knowledge/Usedefaultfields */
const SPLUNK_FIELD =
  /^(_.*|source|sourcetype|index|splunk_server.*|linecount|punct|date_.*|timestamp|timestartpos|timeendpos|eventtype)$/;
const SPLUNK_SOURCE = /^(?:Xml)?WinEventLog:(.+)$/i;
/** Fields that are an event's own: without any the rendered message is all there is. */
const EVENT_FIELDS: ReadonlySet<string> = new Set([
  'Image',
  'CommandLine',
  'NewProcessName',
  'SubjectUserName',
  'TargetUserName',
  'UtcTime',
  'ProcessGuid',
]);

const PROVIDERS: { readonly [channel: string]: string } = {
  Security: 'Microsoft-Windows-Security-Auditing',
  'Microsoft-Windows-Sysmon/Operational': 'Microsoft-Windows-Sysmon',
};

/** An event whose own fields lie beside those of the system: NXLog's JSON. */
export function flatEvent(record: LogRecord): ViewedRecord | undefined {
  const { fields } = record;
  const id = firstOf(fields, 'EventID', 'EventCode');
  if (id === undefined) return undefined;
  const channel = firstOf(fields, 'Channel', 'LogName') ?? SPLUNK_SOURCE.exec(String(fields.source))?.[1];
  const named = typeof fields.Provider === 'string' ? fields.Provider : undefined;
  const provider = firstOf(fields, 'SourceName', 'ProviderName', 'EventSourceName') ?? named;
  if (channel === undefined && provider === undefined) return undefined;
  const { time, assumption } = timeOf(fields);
  const viewed = definedFields({
    Provider: provider ?? PROVIDERS[String(channel)],
    ProviderGuid: firstOf(fields, 'ProviderGuid', 'ProviderGUID'),
    EventID: id,
    Version: fields.Version,
    Level: fields.Level,
    Task: fields.Task,
    Opcode: firstOf(fields, 'OpcodeValue', 'Opcode'),
    Keywords: fields.Keywords,
    TimeCreated: time,
    EventRecordID: firstOf(fields, 'RecordNumber', 'EventRecordID', 'EventRecordId'),
    ActivityID: fields.ActivityID,
    ProcessID: fields.ExecutionProcessID,
    ThreadID: firstOf(fields, 'ThreadID', 'ExecutionThreadID'),
    Channel: channel,
    Computer: firstOf(fields, 'Hostname', 'Computer', 'ComputerName', 'host'),
    UserID: firstOf(fields, 'UserID', 'UserSID'),
    Message: messageOf(fields),
    EventData: dataOf(fields, channel === 'Security'),
  });
  return { ...record, fields: viewed, dialect: dialectOf(fields), ...(assumption && { assumption }) };
}

function dialectOf(fields: Fields): string {
  if (fields.SourceModuleType !== undefined) return 'NXLog';
  return fields.sourcetype === undefined ? 'Flat event fields' : 'Splunk';
}

function dataOf(fields: Fields, isSecurity: boolean): Fields {
  const apart = fields.EventData ?? fields.UserData;
  const own = typeof apart === 'string' ? parsedJson(apart) : apart;
  if (isFields(own) && Object.keys(own).length > 0) return own;
  const isSplunk = fields.sourcetype !== undefined;
  const data: { [name: string]: FieldValue } = fields.ProcessGuid === undefined ? {} : hiddenFields(fields);
  const isRendered = isFluentd(fields);
  let isWhole = false;
  for (const name in fields) {
    if (SYSTEM_FIELDS.has(name) || (isSplunk && SPLUNK_FIELD.test(name))) continue;
    if (isRendered && (name === 'EventData' || name === 'Description')) continue;
    data[name] = fields[name];
    isWhole ||= EVENT_FIELDS.has(name);
  }
  const message = messageOf(fields);
  if (isWhole || typeof message !== 'string' || !message.includes('\n')) return data;
  return { ...messageFields(message, isSecurity), ...data };
}

/** Fluentd calls the rendered message a description, and has the values of the event's own fields beside it as a list. */
function isFluentd({ Message, Description, EventData }: Fields): boolean {
  return Message === undefined && Array.isArray(EventData) && typeof Description === 'string';
}

function messageOf(fields: Fields): FieldValue | undefined {
  return isFluentd(fields) ? fields.Description : fields.Message;
}

/** What Sysmon's registry and pipe events hold; NXLog's own field of the name says `INFO` or `AUDIT_SUCCESS`. */
const SYSMON_EVENT_TYPE = /^[A-Z][a-z]+[A-Z][a-z]+$/;

const HIDDEN_LINES = [
  ['EventType', /^EventType: (\S+)/m],
  ['ProcessId', /^ProcessId: (\S+)/m],
] as const;

/**
 * Fields of a Sysmon event that NXLog's own fields of that name hide, for it tells no `ProcessId` from its `ProcessID`:
 * the rendered message has them too.
 */
function hiddenFields({ EventType, Message }: Fields): { [name: string]: FieldValue } {
  const hidden: { [name: string]: FieldValue } = {};
  if (SYSMON_EVENT_TYPE.test(String(EventType))) hidden.EventType = EventType;
  if (typeof Message !== 'string') return hidden;
  for (const [name, line] of HIDDEN_LINES) {
    const value = line.exec(Message)?.[1];
    if (value !== undefined) hidden[name] ??= value;
  }
  return hidden;
}

const NO_ZONE = 'The time of an event has no time zone: it was taken for UTC';

interface EventTime {
  readonly time: FieldValue | undefined;
  readonly assumption?: string;
}

/** When the event happened. NXLog's EventTime is local time without a zone, which other fields tell. */
function timeOf(fields: Fields): EventTime {
  const local = firstOf(fields, 'EventTime', 'TimeCreated');
  if (local === undefined) return { time: firstOf(fields, '@timestamp', 'TimeGenerated', 'UtcTime', '_time') };
  if (typeof local !== 'string' || !LOCAL_TIME.test(local)) return { time: local };
  const zone =
    zoneBetween(fields.EventReceivedTime, firstOf(fields, '@timestamp')) ?? zoneBetween(local, fields.UtcTime);
  if (zone === undefined) return { time: local, assumption: NO_ZONE };
  return { time: new Date(utcOf(local) + zone).toISOString() };
}

/**
 * Milliseconds to add to local times: `local` and `utc` are about the same moment, as EventReceivedTime, which NXLog wrote
 * by the same clock as EventTime, and the shipper's @timestamp are, or EventTime and Sysmon's UtcTime.
 */
function zoneBetween(local: FieldValue | undefined, utc: FieldValue | undefined): number | undefined {
  if (typeof local !== 'string' || !LOCAL_TIME.test(local) || typeof utc !== 'string') return undefined;
  const difference = utcOf(utc) - utcOf(local);
  const zone = Math.round(difference / QUARTER_HOUR) * QUARTER_HOUR;
  const isZone = Math.abs(difference - zone) <= SHIPPING_TIME && Math.abs(zone) <= LARGEST_ZONE;
  return isZone ? zone : undefined;
}

/** Milliseconds since 1970 of a time that is UTC when it states no zone. */
function utcOf(text: string): number {
  return Date.parse(LOCAL_TIME.test(text) ? `${text.replace(' ', 'T')}Z` : text);
}

const LOCAL_TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?$/;
const QUARTER_HOUR = 900_000;
const LARGEST_ZONE = 56 * QUARTER_HOUR;
const SHIPPING_TIME = 300_000;
