import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { definedFields, type Fields, fieldAt, firstOf, hasValue } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';

/**
 * What NXLog's im_msvistalog module, and shippers like it, say of an event beside the event's own fields.
 * @see https://docs.nxlog.co/refman/current/im/msvistalog.html
 */
const SYSTEM_FIELDS: ReadonlySet<string> = new Set([
  '@timestamp',
  '@version',
  'EventID',
  'EventType',
  'SourceName',
  'ProviderGuid',
  'Version',
  'Level',
  'Task',
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
  'ThreadID',
  'Channel',
  'Hostname',
  'Computer',
  'UserID',
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
]);

const PROVIDERS: { readonly [channel: string]: string } = {
  Security: 'Microsoft-Windows-Security-Auditing',
  'Microsoft-Windows-Sysmon/Operational': 'Microsoft-Windows-Sysmon',
};

/** An event whose own fields lie beside those of the system: NXLog's JSON. */
export function flatEvent(record: LogRecord): ViewedRecord | undefined {
  const { fields } = record;
  const channel = firstOf(fields, 'Channel', 'LogName');
  const provider = firstOf(fields, 'SourceName', 'ProviderName', 'EventSourceName');
  if (!hasValue(fieldAt(fields, 'EventID')) || (channel === undefined && provider === undefined)) return undefined;
  const data: { [name: string]: FieldValue } = {};
  for (const [name, value] of Object.entries(fields)) if (!SYSTEM_FIELDS.has(name)) data[name] = value;
  const viewed = definedFields({
    Provider: provider ?? PROVIDERS[String(channel)],
    ProviderGuid: fields.ProviderGuid,
    EventID: fields.EventID,
    Version: fields.Version,
    Level: fields.Level,
    Task: fields.Task,
    Opcode: firstOf(fields, 'OpcodeValue', 'Opcode'),
    Keywords: fields.Keywords,
    TimeCreated: timeOf(fields),
    EventRecordID: firstOf(fields, 'RecordNumber', 'EventRecordID', 'EventRecordId'),
    ActivityID: fields.ActivityID,
    ProcessID: fields.ExecutionProcessID,
    ThreadID: fields.ThreadID,
    Channel: channel,
    Computer: firstOf(fields, 'Hostname', 'Computer', 'ComputerName', 'host'),
    UserID: fields.UserID,
    Message: fields.Message,
    EventData: data,
  });
  return { ...record, fields: viewed, dialect: fields.SourceModuleType === undefined ? 'Flat event fields' : 'NXLog' };
}

/**
 * When the event happened. NXLog's EventTime is local time without a zone, but it wrote EventReceivedTime by the same
 * clock, and the shipper's @timestamp is that moment in UTC: their difference is the zone.
 */
function timeOf(fields: Fields): FieldValue | undefined {
  const local = firstOf(fields, 'EventTime');
  const timestamp = firstOf(fields, '@timestamp');
  if (local === undefined) return firstOf(fields, 'TimeCreated', '@timestamp', 'TimeGenerated', 'UtcTime');
  if (typeof local !== 'string' || !LOCAL_TIME.test(local)) return local;
  const received = fields.EventReceivedTime;
  if (typeof received !== 'string' || !LOCAL_TIME.test(received) || typeof timestamp !== 'string') return local;
  const difference = Date.parse(timestamp) - Date.parse(`${received.replace(' ', 'T')}Z`);
  const zone = Math.round(difference / QUARTER_HOUR) * QUARTER_HOUR;
  const time = Date.parse(`${local.replace(' ', 'T')}Z`) + zone;
  if (!(Math.abs(difference - zone) <= SHIPPING_TIME && Math.abs(zone) <= 56 * QUARTER_HOUR)) return local;
  return new Date(time).toISOString();
}

const LOCAL_TIME = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?$/;
const QUARTER_HOUR = 900_000;
const SHIPPING_TIME = 300_000;
