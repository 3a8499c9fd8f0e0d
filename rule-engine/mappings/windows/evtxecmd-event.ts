import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { definedFields, type Fields, fieldAt, hasValue, isFields } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';
import { parsedJson } from '../parsed-text.ts';

/**
 * A line of what EvtxECmd (of Eric Zimmerman's tools, also within KAPE) writes, as CSV or JSON: the event's own data are
 * in `Payload`, as JSON.
 * @see https://github.com/EricZimmerman/evtx
 */
export function evtxEcmdEvent(record: LogRecord): ViewedRecord | undefined {
  const { fields } = record;
  if (!hasValue(fields.EventId) || !hasValue(fields.Channel) || !hasValue(fields.Payload)) return undefined;
  const payload = typeof fields.Payload === 'string' ? parsedJson(fields.Payload) : fields.Payload;
  const viewed = definedFields({
    Provider: fields.Provider,
    EventID: fields.EventId,
    Level: fields.Level === 'Info' ? 'Information' : fields.Level,
    Keywords: fields.Keywords,
    TimeCreated: fields.TimeCreated,
    EventRecordID: fields.EventRecordId,
    ProcessID: fields.ProcessId,
    ThreadID: fields.ThreadId,
    Channel: fields.Channel,
    Computer: fields.Computer,
    UserID: fields.UserId,
    EventData: isFields(payload) ? payloadData(payload) : {},
  });
  return { ...record, fields: viewed, dialect: 'EvtxECmd' };
}

/** `{"EventData":{"Data":[{"@Name":"Image","#text":"…"}, …]}}` → `{ Image: … }`. */
function payloadData(payload: Fields): Fields {
  const data = fieldAt(payload, 'EventData.Data');
  const items = Array.isArray(data) ? data : data === undefined ? [] : [data];
  const named: { [name: string]: FieldValue } = {};
  const unnamed: FieldValue[] = [];
  for (const item of items) {
    const name = isFields(item) ? item['@Name'] : undefined;
    if (!isFields(item)) unnamed.push(item);
    else if (typeof name === 'string' && name !== '__proto__') named[name] = item['#text'] ?? '';
  }
  if (unnamed.length > 0) named.Data = unnamed;
  if (items.length > 0) return named;
  const inner = isFields(payload.UserData) ? Object.values(payload.UserData).find(isFields) : payload.EventData;
  return isFields(inner) ? inner : {};
}
