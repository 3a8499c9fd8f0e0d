import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { definedFields, type Fields, fieldAt, hasValue, isFields } from '../field-path.ts';
import type { RecordView, ViewedRecord } from '../mapping.ts';
import { flatEvent } from './flat-event.ts';
import { winlogbeatEvent } from './winlogbeat-event.ts';

/**
 * A Windows event (also one of Sysmon for Linux), whatever wrote it down: `Provider`, `EventID`, `Version`, `Level`,
 * `Task`, `Opcode`, `Keywords`, `TimeCreated`, `EventRecordID`, `ActivityID`, `ProcessID`, `ThreadID`, `Channel`,
 * `Computer`, `UserID`, `Message`, and `EventData` with the event's own fields.
 */
export const windowsEvent: RecordView = {
  id: 'windows-event',
  of: (record) => xmlEvent(record) ?? flatEvent(record) ?? winlogbeatEvent(record),
};

/** The event's number. */
export function eventId(record: LogRecord): number {
  return Number(record.fields.EventID);
}

export function isSysmon(record: LogRecord): boolean {
  const { Provider, Channel } = record.fields;
  return (
    /^(Microsoft-Windows-Sysmon$|Linux-Sysmon$)/.test(String(Provider)) || /Sysmon\/Operational$/.test(`${Channel}`)
  );
}

export function isSecurity(record: LogRecord): boolean {
  return record.fields.Channel === 'Security' || record.fields.Provider === 'Microsoft-Windows-Security-Auditing';
}

/** The shape of the event's XML: EVTX files, XML exports, evtx_dump's JSON. */
function xmlEvent(record: LogRecord): ViewedRecord | undefined {
  const event = record.fields.Event;
  const system = isFields(event) ? event.System : undefined;
  if (!isFields(event) || !isFields(system)) return undefined;
  const attribute = (element: string, ...names: string[]) => {
    const attributes = fieldAt(system, `${element}.#attributes`) ?? fieldAt(system, `${element}_attributes`);
    return isFields(attributes) ? names.map((name) => attributes[name]).find(hasValue) : undefined;
  };
  const fields = definedFields({
    Provider: attribute('Provider', 'Name'),
    ProviderGuid: attribute('Provider', 'Guid'),
    EventSourceName: attribute('Provider', 'EventSourceName'),
    EventID: elementText(system.EventID),
    Version: elementText(system.Version),
    Level: elementText(system.Level),
    Task: elementText(system.Task),
    Opcode: elementText(system.Opcode),
    Keywords: elementText(system.Keywords),
    TimeCreated: attribute('TimeCreated', 'SystemTime'),
    EventRecordID: elementText(system.EventRecordID),
    ActivityID: attribute('Correlation', 'ActivityID'),
    ProcessID: attribute('Execution', 'ProcessID'),
    ThreadID: attribute('Execution', 'ThreadID'),
    Channel: elementText(system.Channel),
    Computer: elementText(system.Computer),
    UserID: attribute('Security', 'UserID', 'UserId'),
    Message: fieldAt(event, 'RenderingInfo.Message'),
    EventData: dataOf(event),
  });
  return { ...record, fields, dialect: 'evtx_dump' };
}

function elementText(value: FieldValue | undefined): FieldValue | undefined {
  const text = isFields(value) ? value['#text'] : value;
  return text === null ? undefined : text;
}

/** EventData's fields, else those of the one element within UserData. */
function dataOf(event: Fields): Fields {
  const data = event.EventData;
  if (isFields(data)) return withoutAttributes(data);
  const inner = isFields(event.UserData) ? Object.values(withoutAttributes(event.UserData)).find(isFields) : undefined;
  return isFields(inner) ? withoutAttributes(inner) : {};
}

function withoutAttributes(fields: Fields): Fields {
  if (fields['#attributes'] === undefined) return fields;
  const { '#attributes': _, ...rest } = fields;
  return rest;
}
