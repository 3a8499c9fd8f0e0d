import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { fileNameOfPath, oneOf, unlessDash, unlessDashThen } from '../conversions.ts';
import { type Fields, fieldAt, hasValue, isFields } from '../field-path.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';
import { isSecurity, windowsEvent } from './windows-event.ts';

const levelName = oneOf('name of a level', {
  0: 'LogAlways',
  1: 'Critical',
  2: 'Error',
  3: 'Warning',
  4: 'Information',
  5: 'Verbose',
});

/** Numbers as they are; Winlogbeat has names in their place. */
const numberOnly = (paths: readonly string[]): ColumnMapping => ({
  from: paths,
  convert: {
    description: 'as it is, where it is a number',
    convert: (value) => (/^-?\d+$/.test(String(value)) ? value : undefined),
  },
});

const level: ColumnMapping = {
  from: ['Level'],
  convert: {
    description: 'number of a level',
    convert: (value) => {
      const names = ['logalways', 'critical', 'error', 'warning', 'information', 'verbose'];
      const index = names.indexOf(String(value).toLowerCase());
      return index >= 0 ? index : /^\d+$/.test(String(value)) ? value : undefined;
    },
  },
};

const levelText: ColumnMapping = {
  from: ['Level'],
  convert: {
    description: levelName.description,
    convert: (value) => levelName.convert(value) ?? String(value).replace(/^./, (first) => first.toUpperCase()),
  },
};

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/windowsevent */
export const windowsEventTable: Mapping = {
  id: 'windows-event-table',
  title: 'Windows event, as Sentinel has it',
  table: 'WindowsEvent',
  source: "Microsoft's reference of the table WindowsEvent",
  view: windowsEvent,
  accepts: () => true,
  leftoversIn: 'EventData',
  columns: {
    TimeGenerated: 'TimeCreated',
    Channel: 'Channel',
    Computer: 'Computer',
    Correlation: 'ActivityID',
    EventData: 'EventData',
    EventID: 'EventID',
    EventLevel: level,
    EventLevelName: levelText,
    EventRecordId: 'EventRecordID',
    Keywords: 'Keywords',
    Opcode: 'Opcode',
    Provider: 'Provider',
    SystemProcessId: 'ProcessID',
    SystemThreadId: 'ThreadID',
    SystemUserId: 'UserID',
    Task: numberOnly(['Task']),
    Version: 'Version',
    Type: { constant: 'WindowsEvent' },
  },
};

/** Events of all logs but the security log. @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/event */
export const eventTable: Mapping = {
  id: 'event-table',
  title: 'Event, as Sentinel has it',
  table: 'Event',
  source: "Microsoft's reference of the table Event",
  view: windowsEvent,
  accepts: (record) => !isSecurity(record),
  leftoversIn: 'EventData',
  columns: {
    TimeGenerated: 'TimeCreated',
    Computer: 'Computer',
    EventCategory: numberOnly(['Task']),
    EventData: {
      description: 'EventData as XML',
      from: ['EventData'],
      compute: (record) => eventDataXml(record, true),
    },
    EventID: 'EventID',
    EventLevel: level,
    EventLevelName: levelText,
    EventLog: 'Channel',
    ParameterXml: { description: 'values of EventData as XML', from: ['EventData'], compute: parameterXml },
    RenderedDescription: 'Message',
    Source: 'Provider',
    UserName: 'UserID',
    SourceSystem: { constant: 'OpsManager' },
    Type: { constant: 'Event' },
  },
};

function account(part: 'Subject' | 'Target', kind: 'whole' | 'type'): (record: LogRecord) => FieldValue | undefined {
  return ({ fields }) => {
    const name = fieldAt(fields, `EventData.${part}UserName`);
    const domain = fieldAt(fields, `EventData.${part}DomainName`);
    if (!hasValue(name)) return undefined;
    if (kind === 'type') return String(name).endsWith('$') ? 'Machine' : 'User';
    return hasValue(domain) ? `${domain}\\${name}` : name;
  };
}

/** Who the event is about: the target of a logon, else the subject. */
function accountOfEvent(kind: 'whole' | 'type'): ColumnMapping {
  return {
    description: kind === 'whole' ? 'domain and name of the account' : 'User, or Machine for names ending in $',
    from: ['EventData.SubjectUserName', 'EventData.SubjectDomainName', 'EventData.TargetUserName'],
    compute: (record) => {
      const isLogon = /^46(24|25|34|47|48|72)$/.test(String(record.fields.EventID));
      return account(isLogon ? 'Target' : 'Subject', kind)(record) ?? account('Target', kind)(record);
    },
  };
}

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityevent */
export const securityEventTable: Mapping = {
  id: 'security-event-table',
  title: 'SecurityEvent, as Sentinel has it',
  table: 'SecurityEvent',
  source: "Microsoft's reference of the table SecurityEvent: its columns are named like the events' fields",
  view: windowsEvent,
  accepts: isSecurity,
  sameNames: 'EventData',
  leftoversIn: 'EventData',
  columns: {
    TimeGenerated: 'TimeCreated',
    Account: accountOfEvent('whole'),
    AccountType: accountOfEvent('type'),
    Activity: {
      description: 'number and first line of the message',
      from: ['EventID', 'Message'],
      compute: ({ fields }) => {
        const [line] = String(fields.Message ?? '').split(/[\r\n]/, 1);
        return line === '' ? undefined : `${fields.EventID} - ${line}`;
      },
    },
    Channel: 'Channel',
    Computer: 'Computer',
    EventData: {
      description: 'EventData as XML',
      from: ['EventData'],
      compute: (record) => eventDataXml(record, false),
    },
    EventID: 'EventID',
    EventLevelName: levelText,
    EventRecordId: 'EventRecordID',
    EventSourceName: 'Provider',
    Keywords: 'Keywords',
    Level: level,
    Opcode: 'Opcode',
    Process: {
      from: ['EventData.NewProcessName', 'EventData.ProcessName'],
      convert: unlessDashThen(fileNameOfPath),
    },
    SubjectAccount: {
      description: 'domain and name of the subject',
      from: ['EventData.SubjectUserName', 'EventData.SubjectDomainName'],
      compute: account('Subject', 'whole'),
    },
    TargetAccount: {
      description: 'domain and name of the target',
      from: ['EventData.TargetUserName', 'EventData.TargetDomainName'],
      compute: account('Target', 'whole'),
    },
    SystemProcessId: 'ProcessID',
    SystemThreadId: 'ThreadID',
    SystemUserId: { from: ['UserID'], convert: unlessDash },
    Task: numberOnly(['Task']),
    Version: 'Version',
    Type: { constant: 'SecurityEvent' },
  },
};

/** The XML that Sentinel's agents put into the column: for the table Event within a DataItem. */
function eventDataXml(record: LogRecord, inDataItem: boolean): string | undefined {
  const data = record.fields.EventData;
  if (!isFields(data)) return undefined;
  let items = '';
  for (const [name, value] of Object.entries(data)) {
    if (name === 'Data') for (const item of list(value)) items += `<Data>${escaped(item)}</Data>`;
    else items += `<Data Name="${escaped(name)}">${escaped(value)}</Data>`;
  }
  const xml = `<EventData xmlns="http://schemas.microsoft.com/win/2004/08/events/event">${items}</EventData>`;
  if (!inDataItem) return xml;
  return `<DataItem type="System.XmlData" time="${escaped(record.fields.TimeCreated ?? '')}">${xml}</DataItem>`;
}

function parameterXml({ fields }: LogRecord): string | undefined {
  const data: Fields | undefined = isFields(fields.EventData) ? fields.EventData : undefined;
  if (data === undefined) return undefined;
  let params = '';
  for (const value of Object.values(data)) for (const item of list(value)) params += `<Param>${escaped(item)}</Param>`;
  return params;
}

function list(value: FieldValue): readonly FieldValue[] {
  return Array.isArray(value) ? value : [value];
}

function escaped(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'object')
    return escaped(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item)));
  const text = String(value);
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
