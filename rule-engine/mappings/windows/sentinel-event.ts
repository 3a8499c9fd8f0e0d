import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { messageFields } from '../../readers/windows-text/message-fields.ts';
import { parsedEventXml } from '../../readers/windows-xml/windows-xml-reader.ts';
import { definedFields, type Fields, fieldAt, isFields } from '../field-path.ts';
import { parsedJson } from '../parsed-text.ts';
import { withoutAttributes } from './windows-event.ts';
import { securityEventTable } from './windows-event-tables.ts';

/** A row of one of Sentinel's tables: the value of a column, undefined where there is none. */
export type SentinelRow = (column: string) => FieldValue | undefined;

/** How one of Sentinel's tables holds Windows events, Sysmon's among them. */
export interface EventHolder {
  /** The columns that tell what kind of event a row holds; none where only the event itself does. */
  readonly kind: readonly string[];
  /** True where an event is as its own source wrote it, else it is as the view of Windows events has it. */
  readonly isRaw?: boolean;
  /** Gives the event of a row of a table whose columns with values are these; undefined where the row holds none. */
  readonly eventOf: (columns: readonly string[]) => (row: SentinelRow) => LogRecord['fields'] | undefined;
}

/** Columns of SecurityEvent that are about the row or the event as a whole, not fields of the event's own. */
const GENERAL_COLUMNS: ReadonlySet<string> = new Set([
  ...Object.keys(securityEventTable.columns),
  'AzureDeploymentID',
  'Correlation',
  'EventOriginId',
  'ManagementGroupName',
  'MG',
  'PartitionKey',
  'Role',
  'RowKey',
  'SourceComputerId',
  'SourceSystem',
  'StorageAccount',
  'TenantId',
  'TimeCollected',
  'Timestamp',
]);

/** The tables, by their names. */
export const EVENT_HOLDERS: ReadonlyMap<string, EventHolder> = new Map<string, EventHolder>([
  ['SecurityEvent', { kind: ['EventSourceName', 'Channel', 'EventID'], eventOf: securityRow }],
  ['WindowsEvent', { kind: ['Provider', 'Channel', 'EventID'], eventOf: () => windowsRow }],
  ['Event', { kind: ['Source', 'EventLog', 'EventID'], eventOf: () => eventRow }],
  ['Syslog', { kind: [], isRaw: true, eventOf: () => syslogRow }],
]);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent */
function securityRow(columns: readonly string[]): (row: SentinelRow) => Fields {
  const own = columns.filter((name) => !GENERAL_COLUMNS.has(name) && !name.startsWith('_'));
  return (row) => {
    const data: { [name: string]: FieldValue } = { ...xmlData(row('EventData')) };
    for (const name of own) {
      const value = row(name);
      if (value !== undefined) data[name] = value;
    }
    return eventOf(row, row('EventSourceName'), row('Channel') ?? 'Security', row('EventRecordId'), data);
  };
}

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/windowsevent */
function windowsRow(row: SentinelRow): Fields {
  const data = row('EventData');
  return eventOf(row, row('Provider'), row('Channel'), row('EventRecordId'), isFields(data) ? data : {});
}

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/event */
function eventRow(row: SentinelRow): Fields | undefined {
  const data = xmlData(row('EventData')) ?? messageFields(String(row('RenderedDescription') ?? ''), false);
  return Object.keys(data).length === 0 ? undefined : eventOf(row, row('Source'), row('EventLog'), undefined, data);
}

/**
 * A message of Sysmon for Linux is the event's XML, one of osquery, Falco and other agents JSON, after rsyslog's cookie or
 * not. LAUREL's names a host only where it is told to.
 */
function syslogRow(row: SentinelRow): Fields | undefined {
  const message = String(row('SyslogMessage') ?? '');
  const [xml] = /<Event[\s>].*<\/Event>/s.exec(message) ?? [];
  if (xml !== undefined) return parsedEventXml(xml);
  const json = parsedJson(message.replace(/^@cee:/, ''));
  if (!isFields(json)) return undefined;
  const isOfAudit = json.ID !== undefined && json.NODE === undefined;
  return isOfAudit ? definedFields({ ...json, NODE: row('Computer') }) : json;
}

function eventOf(
  row: SentinelRow,
  provider: FieldValue | undefined,
  channel: FieldValue | undefined,
  record: FieldValue | undefined,
  data: Fields,
): Fields {
  return definedFields({
    Provider: provider,
    EventID: row('EventID'),
    TimeCreated: row('TimeGenerated'),
    EventRecordID: record,
    Channel: channel,
    Computer: row('Computer'),
    EventData: data,
  });
}

/** The fields of `<EventData>`, which the table Event has within a `<DataItem>`. */
function xmlData(value: FieldValue | undefined): Fields | undefined {
  if (typeof value !== 'string' || !/^\s*<(DataItem|EventData)[\s>]/.test(value)) return undefined;
  const parsed = parsedEventXml(value.trim());
  const data = parsed && (fieldAt(parsed, 'DataItem.EventData') ?? parsed.EventData);
  return isFields(data) ? withoutAttributes(data) : undefined;
}
