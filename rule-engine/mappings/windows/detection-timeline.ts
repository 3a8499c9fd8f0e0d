import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { definedFields, type Fields, hasValue, isFields } from '../field-path.ts';
import type { ViewedRecord } from '../mapping.ts';

/** Hayabusa's short names of channels. @see https://github.com/Yamato-Security/hayabusa/blob/main/config/channel_abbreviations.txt */
const CHANNELS: { readonly [short: string]: string } = {
  Sec: 'Security',
  Sys: 'System',
  App: 'Application',
  Sysmon: 'Microsoft-Windows-Sysmon/Operational',
  PwSh: 'Microsoft-Windows-PowerShell/Operational',
  PwShClassic: 'Windows PowerShell',
  Defender: 'Microsoft-Windows-Windows Defender/Operational',
  TaskSch: 'Microsoft-Windows-TaskScheduler/Operational',
};

/** What Hayabusa's details call the fields of an event. */
const DETAILS: { readonly [name: string]: string } = {
  Cmdline: 'CommandLine',
  Proc: 'Image',
  PID: 'ProcessId',
  PGUID: 'ProcessGuid',
  ParentCmdline: 'ParentCommandLine',
  ParentProc: 'ParentImage',
  ParentPID: 'ParentProcessId',
  ParentPGUID: 'ParentProcessGuid',
  LID: 'LogonId',
  LGUID: 'LogonGuid',
};
const SECURITY_DETAILS: { readonly [name: string]: string } = {
  Cmdline: 'CommandLine',
  Proc: 'NewProcessName',
  PID: 'NewProcessId',
  User: 'SubjectUserName',
  ParentProc: 'ParentProcessName',
  ParentPID: 'ProcessId',
  LID: 'SubjectLogonId',
  TgtUser: 'TargetUserName',
  SrcIP: 'IpAddress',
  SrcPort: 'IpPort',
  SrcComp: 'WorkstationName',
  Type: 'LogonType',
};

/**
 * An event in the timeline of a tool that looks for detections in event logs: Hayabusa's, as CSV or JSON, and Chainsaw's
 * hunt as CSV. An event that several of the tool's rules found stands there several times.
 * @see https://github.com/Yamato-Security/hayabusa
 * @see https://github.com/WithSecureLabs/chainsaw
 */
export function timelineEvent(record: LogRecord): ViewedRecord | undefined {
  return hayabusaEvent(record) ?? chainsawEvent(record);
}

function hayabusaEvent(record: LogRecord): ViewedRecord | undefined {
  const { RuleTitle, Channel, EventID, Details, ExtraFieldInfo, AllFieldInfo } = record.fields;
  const { Computer, RecordID, Timestamp } = record.fields;
  if (!hasValue(RuleTitle) || !hasValue(Channel) || !hasValue(EventID)) return undefined;
  const channel = CHANNELS[String(Channel)] ?? Channel;
  const names = channel === 'Security' ? SECURITY_DETAILS : DETAILS;
  const details = Object.entries(detailFields(Details)).map(([name, value]) => [names[name] ?? name, value]);
  const viewed = definedFields({
    EventID,
    TimeCreated: Timestamp,
    EventRecordID: RecordID,
    Channel: channel,
    Computer,
    EventData: {
      ...detailFields(ExtraFieldInfo),
      ...Object.fromEntries(details),
      ...detailFields(AllFieldInfo),
      RuleTitle,
    },
  });
  return { ...record, fields: viewed, dialect: 'Hayabusa' };
}

function chainsawEvent(record: LogRecord): ViewedRecord | undefined {
  const { fields } = record;
  const { detections, timestamp } = fields;
  const id = fields['Event ID'];
  if (!hasValue(detections) || !hasValue(id)) return undefined;
  const data = fields['Event Data'];
  const viewed = definedFields({
    Provider: fields['Event.System.Provider'],
    EventID: id,
    TimeCreated: timestamp,
    EventRecordID: fields['Record ID'],
    Computer: fields.Computer,
    EventData: { ...(typeof data === 'string' ? namedLines(data) : isFields(data) ? data : {}), detections },
  });
  return { ...record, fields: viewed, dialect: 'Chainsaw' };
}

/** `Cmdline: lua x ¦ Proc: C:\lua.exe` → its fields; those of JSON are fields already. */
function detailFields(details: FieldValue | undefined): Fields {
  if (isFields(details)) return details;
  if (typeof details !== 'string') return {};
  return Object.fromEntries(details.split(/ ¦ |¦/).flatMap((part) => namedValue(part) ?? []));
}

/** `Name: value` lines, a value going on in lines that have no name. */
function namedLines(text: string): Fields {
  const fields: { [name: string]: string } = {};
  let last: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [found] = /^\w[\w.]*:( |$)/.test(line) ? (namedValue(line) ?? []) : [];
    if (found !== undefined) {
      last = found[0];
      fields[last] = found[1].replace(/^(["'])(.*)\1$/s, '$2');
    } else if (last !== undefined) fields[last] += `\n${line}`;
  }
  return fields;
}

function namedValue(text: string): [[string, string]] | undefined {
  const colon = text.indexOf(':');
  const name = text.slice(0, colon).trim();
  return colon <= 0 || name === '__proto__' ? undefined : [[name, text.slice(colon + 1).trim()]];
}
