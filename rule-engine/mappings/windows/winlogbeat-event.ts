import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { withoutThousands } from '../conversions.ts';
import { definedFields, type Fields, fieldAt, fieldsUnder, firstOf, hasValue, isFields } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';

/**
 * Winlogbeat's modules move fields of Sysmon's and the security log's events to names of the Elastic Common Schema:
 * ours on the left, Elastic's on the right.
 * @see https://www.elastic.co/guide/en/beats/winlogbeat/current/winlogbeat-module-sysmon.html
 */
const MOVED: { readonly [name: string]: readonly [string, string] } = {
  Image: ['process.executable', 'process.name'],
  CommandLine: ['process.command_line', 'process.args'],
  CurrentDirectory: ['process.working_directory', ''],
  ProcessGuid: ['process.entity_id', ''],
  ProcessId: ['process.pid', ''],
  ParentImage: ['process.parent.executable', 'process.parent.name'],
  ParentCommandLine: ['process.parent.command_line', 'process.parent.args'],
  ParentProcessGuid: ['process.parent.entity_id', ''],
  ParentProcessId: ['process.parent.pid', ''],
  OriginalFileName: ['process.pe.original_file_name', ''],
  Company: ['process.pe.company', ''],
  Description: ['process.pe.description', ''],
  FileVersion: ['process.pe.file_version', ''],
  Product: ['process.pe.product', ''],
  TargetFilename: ['file.path', ''],
  TargetObject: ['registry.path', ''],
  Details: ['registry.data.strings', ''],
  ImageLoaded: ['dll.path', 'file.path'],
  SourceIp: ['source.ip', ''],
  SourcePort: ['source.port', ''],
  DestinationIp: ['destination.ip', ''],
  DestinationPort: ['destination.port', ''],
  DestinationHostname: ['destination.domain', ''],
  Protocol: ['network.transport', ''],
  RuleName: ['rule.name', ''],
};

/** The same for the security log, whose names differ: there `ProcessId` is that of the acting process. */
const MOVED_SECURITY: { readonly [name: string]: readonly [string, string] } = {
  NewProcessName: ['process.executable', ''],
  NewProcessId: ['process.pid', ''],
  CommandLine: ['process.command_line', 'process.args'],
  ParentProcessName: ['process.parent.executable', 'process.parent.name'],
  ProcessId: ['process.parent.pid', ''],
  IpAddress: ['source.ip', ''],
  IpPort: ['source.port', ''],
  WorkstationName: ['source.domain', ''],
};

/** An event as Winlogbeat wrote it: version 6, with `event_data`, or 7 and later, with `winlog.event_data`. */
export function winlogbeatEvent(record: LogRecord): ViewedRecord | undefined {
  const fields = unwrapped(record.fields);
  const winlog = fieldsUnder(fields, 'winlog');
  if (winlog !== undefined) return laterEvent(record, fields, winlog);
  if (!hasValue(fields.event_id) || (!hasValue(fields.source_name) && !hasValue(fields.log_name))) return undefined;
  const viewed = definedFields({
    Provider: fields.source_name,
    ProviderGuid: fields.provider_guid,
    EventID: fields.event_id,
    Version: fields.version,
    Level: fields.level,
    Task: fields.task,
    Opcode: fields.opcode,
    Keywords: fields.keywords,
    TimeCreated: fields['@timestamp'],
    EventRecordID: fields.record_number,
    ActivityID: fields.activity_id,
    ProcessID: fields.process_id,
    ThreadID: fields.thread_id,
    Channel: fields.log_name,
    Computer: fields.computer_name,
    UserID: fieldAt(fields, 'user.identifier'),
    Message: fields.message,
    EventData: fieldsUnder(fields, 'event_data') ?? fieldsUnder(fields, 'user_data') ?? {},
  });
  return { ...record, fields: viewed, dialect: 'Winlogbeat 6' };
}

function laterEvent(record: LogRecord, fields: Fields, winlog: Fields): ViewedRecord | undefined {
  const id = firstOf(winlog, 'event_id') ?? firstOf(fields, 'event.code');
  if (id === undefined) return undefined;
  const channel = fieldAt(winlog, 'channel');
  const data = fieldsUnder(winlog, 'event_data') ?? fieldsUnder(winlog, 'user_data') ?? {};
  const viewed = definedFields({
    Provider: firstOf(winlog, 'provider_name') ?? firstOf(fields, 'event.provider'),
    ProviderGuid: fieldAt(winlog, 'provider_guid'),
    EventID: id,
    Version: fieldAt(winlog, 'version'),
    Level: firstOf(fields, 'log.level'),
    Task: fieldAt(winlog, 'task'),
    Opcode: fieldAt(winlog, 'opcode'),
    Keywords: fieldAt(winlog, 'keywords'),
    TimeCreated: firstOf(fields, '@timestamp', 'event.created'),
    EventRecordID: fieldAt(winlog, 'record_id'),
    ActivityID: fieldAt(winlog, 'activity_id'),
    ProcessID: fieldAt(winlog, 'process.pid'),
    ThreadID: fieldAt(winlog, 'process.thread.id'),
    Channel: channel,
    Computer: firstOf(winlog, 'computer_name') ?? firstOf(fields, 'host.name', 'host.hostname'),
    UserID: fieldAt(winlog, 'user.identifier'),
    Message: fieldAt(fields, 'message'),
    EventData: withMoved(data, fields, channel === 'Security'),
  });
  return { ...record, fields: viewed, dialect: 'Winlogbeat 7 or later' };
}

function withMoved(data: Fields, fields: Fields, isSecurity: boolean): Fields {
  const moved: { [name: string]: FieldValue } = {};
  for (const [name, paths] of Object.entries(isSecurity ? MOVED_SECURITY : MOVED)) {
    if (hasValue(data[name])) continue;
    const value = firstOf(fields, ...paths.filter((path) => path !== ''));
    if (value !== undefined)
      moved[name] = name.endsWith('ProcessId') ? (withoutThousands.convert(value) ?? value) : value;
  }
  if (!isSecurity && !hasValue(data.User)) {
    const domain = fieldAt(fields, 'user.domain');
    const name = fieldAt(fields, 'user.name');
    if (hasValue(name)) moved.User = hasValue(domain) ? `${domain}\\${name}` : name;
  }
  if (!isSecurity && !hasValue(data.Hashes)) {
    const hashes =
      fieldsUnder(fields, 'process.hash') ?? fieldsUnder(fields, 'hash') ?? fieldsUnder(fields, 'file.hash');
    const list = Object.entries(hashes ?? {}).map(([algorithm, hash]) => `${algorithm.toUpperCase()}=${hash}`);
    if (list.length > 0) moved.Hashes = list.join(',');
  }
  return Object.keys(moved).length === 0 ? data : { ...data, ...moved };
}

/**
 * The event itself, of what Elasticsearch's search or an export wraps around it. A search that asks for fields has them as
 * lists, mostly of one value.
 */
export function unwrapped(fields: Fields): Fields {
  const { _source: source, fields: asked } = fields;
  if (isFields(source)) return source;
  if (!isFields(asked) || !hasValue(fields._index)) return fields;
  const single = ([name, value]: [string, FieldValue]) => [
    name,
    Array.isArray(value) && value.length === 1 ? value[0] : value,
  ];
  return Object.fromEntries(Object.entries(asked).map(single));
}
