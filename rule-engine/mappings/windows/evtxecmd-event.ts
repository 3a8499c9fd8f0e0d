import type { LogRecord } from '../../readers/reader.ts';
import { definedFields, type Fields, hasValue, isFields } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';
import { parsedJson } from '../parsed-text.ts';
import { namedData } from './named-data.ts';

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

/** The fields of `{"EventData":{"Data":[{"@Name":"Image","#text":"…"}, …]}}`. */
function payloadData(payload: Fields): Fields {
  const { EventData } = payload;
  const named = isFields(EventData) ? namedData(EventData) : undefined;
  if (named !== undefined) return named;
  const inner = isFields(payload.UserData) ? Object.values(payload.UserData).find(isFields) : EventData;
  return isFields(inner) ? inner : {};
}
