import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { definedFields, fieldsUnder, firstOf, hasValue } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';

/**
 * A Windows event within an alert or archive of Wazuh, whose names begin in lower case.
 * @see https://documentation.wazuh.com/current/user-manual/capabilities/log-data-collection/configuration.html
 */
export function wazuhEvent(record: LogRecord, fields = record.fields): ViewedRecord | undefined {
  const system = fieldsUnder(fields, 'data.win.system') ?? fieldsUnder(fields, 'win.system');
  if (system === undefined || !hasValue(system.eventID)) return undefined;
  const data = fieldsUnder(fields, 'data.win.eventdata') ?? fieldsUnder(fields, 'win.eventdata') ?? {};
  const named: [string, FieldValue][] = Object.entries(data).map(([name, value]) => [
    name.replace(/^./, (first) => first.toUpperCase()),
    typeof value === 'string' ? withoutDoubling(value) : value,
  ]);
  const viewed = definedFields({
    Provider: system.providerName,
    ProviderGuid: system.providerGuid,
    EventID: system.eventID,
    Version: system.version,
    Level: system.level,
    Task: system.task,
    Opcode: system.opcode,
    Keywords: system.keywords,
    TimeCreated: system.systemTime ?? firstOf(fields, 'timestamp', '@timestamp'),
    EventRecordID: system.eventRecordID,
    ProcessID: system.processID,
    ThreadID: system.threadID,
    Channel: system.channel,
    Computer: system.computer ?? firstOf(fields, 'agent.name'),
    Message: system.message,
    EventData: Object.fromEntries(named),
  });
  return { ...record, fields: viewed, dialect: 'Wazuh' };
}

/** Wazuh escapes backslashes twice: where all are doubled, once more is taken off. */
function withoutDoubling(text: string): string {
  return /^(?:[^\\]|\\\\)*$/.test(text) ? text.replaceAll('\\\\', '\\') : text;
}
