import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { parsedEventXml } from '../../readers/windows-xml/windows-xml-reader.ts';
import { definedFields, type Fields, fieldAt, firstOf, hasValue, isFields } from '../field-path.ts';
import type { RecordView, ViewedRecord } from '../mapping.ts';
import { timelineEvent } from './detection-timeline.ts';
import { evtxEcmdEvent } from './evtxecmd-event.ts';
import { flatEvent } from './flat-event.ts';
import { namedData } from './named-data.ts';
import { eventViewerEvent, powershellEvent } from './powershell-event.ts';
import { wazuhEvent } from './wazuh-event.ts';
import { unwrapped, winlogbeatEvent } from './winlogbeat-event.ts';

/**
 * A Windows event (also one of Sysmon for Linux), whatever wrote it down: `Provider`, `EventID`, `Version`, `Level`,
 * `Task`, `Opcode`, `Keywords`, `TimeCreated`, `EventRecordID`, `ActivityID`, `ProcessID`, `ThreadID`, `Channel`,
 * `Computer`, `UserID`, `Message`, and `EventData` with the event's own fields.
 */
export const windowsEvent: RecordView = {
  id: 'windows-event',
  of: (record) =>
    xmlEvent(record) ??
    timelineEvent(record) ??
    flatEvent(record) ??
    winlogbeatEvent(record) ??
    wazuhEvent(record, unwrapped(record.fields)) ??
    evtxEcmdEvent(record) ??
    powershellEvent(record) ??
    eventViewerEvent(record) ??
    rawEvent(record),
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
  const event = eventOf(record.fields);
  const system = event?.System;
  if (event === undefined || !isFields(system)) return undefined;
  const attribute = (element: string, ...names: string[]) => {
    const attributes =
      fieldAt(system, `${element}.#attributes`) ??
      fieldAt(system, `${element}_attributes`) ??
      fieldAt(system, `${element}.$`) ??
      system[element];
    return isFields(attributes) ? firstOf(attributes, ...names, ...names.map((name) => `@${name}`)) : undefined;
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
    Message: fieldAt(event, 'RenderingInfo.Message') ?? event.Message,
    EventData: dataOf(event),
  });
  return { ...record, fields, dialect: 'evtx_dump' };
}

/** The event, at the top or in a detection of Chainsaw's; Velociraptor has its parts at the top. */
function eventOf(fields: Fields): Fields | undefined {
  if (isFields(fields.Event)) return fields.Event;
  if (isFields(fields.System) && hasValue(fields.System.EventID)) return fields;
  const found = fields.document === undefined ? undefined : fieldAt(fields, 'document.data.Event');
  return isFields(found) ? found : undefined;
}

/** Splunk's exports have an event's text, XML, in `_raw`. */
function rawEvent(record: LogRecord): ViewedRecord | undefined {
  const raw = firstOf(record.fields, '_raw', 'result._raw');
  if (typeof raw !== 'string' || !/^\s*<Event[\s>]/.test(raw)) return undefined;
  const fields = parsedEventXml(raw.trim());
  const viewed = fields && xmlEvent({ ...record, fields });
  return viewed && { ...viewed, dialect: 'Splunk' };
}

function elementText(value: FieldValue | undefined): FieldValue | undefined {
  const text = isFields(value) ? (value['#text'] ?? value.Value ?? value._) : value;
  return text === null ? undefined : text;
}

/** EventData's fields, else those of the one element within UserData. */
function dataOf(event: Fields): Fields {
  const data = event.EventData;
  if (isFields(data)) return namedData(data) ?? withoutAttributes(data);
  const inner = isFields(event.UserData) ? Object.values(withoutAttributes(event.UserData)).find(isFields) : undefined;
  return isFields(inner) ? withoutAttributes(inner) : {};
}

/** The fields without the attributes of the element that they are in. */
export function withoutAttributes(fields: Fields): Fields {
  if (fields['#attributes'] === undefined) return fields;
  const { '#attributes': _, ...rest } = fields;
  return rest;
}
