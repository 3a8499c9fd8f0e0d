import type { FieldValue, LogRecord } from '../reader.ts';
import type { CefMessage } from './cef-message.ts';
import { monthNumber } from './syslog-line.ts';

const CEF_TABLE = { table: 'CommonSecurityLog' };

/** Columns by the keys that fill them, but for those below. */
const COLUMNS: { readonly [key: string]: string } = {
  act: 'DeviceAction',
  app: 'ApplicationProtocol',
  cat: 'DeviceEventCategory',
  cnt: 'EventCount',
  destinationDnsDomain: 'DestinationDnsDomain',
  destinationServiceName: 'DestinationServiceName',
  destinationTranslatedAddress: 'DestinationTranslatedAddress',
  destinationTranslatedPort: 'DestinationTranslatedPort',
  deviceDirection: 'CommunicationDirection',
  deviceDnsDomain: 'DeviceDnsDomain',
  deviceExternalId: 'DeviceExternalID',
  deviceFacility: 'DeviceFacility',
  deviceInboundInterface: 'DeviceInboundInterface',
  deviceNtDomain: 'DeviceNtDomain',
  deviceOutboundInterface: 'DeviceOutboundInterface',
  devicePayloadId: 'DevicePayloadId',
  deviceProcessName: 'ProcessName',
  deviceTranslatedAddress: 'DeviceTranslatedAddress',
  dhost: 'DestinationHostName',
  dmac: 'DestinationMACAddress',
  dntdom: 'DestinationNTDomain',
  dpid: 'DestinationProcessId',
  dpriv: 'DestinationUserPrivileges',
  dproc: 'DestinationProcessName',
  dpt: 'DestinationPort',
  dst: 'DestinationIP',
  dtz: 'DeviceTimeZone',
  duid: 'DestinationUserID',
  duser: 'DestinationUserName',
  dvc: 'DeviceAddress',
  dvchost: 'DeviceName',
  dvcmac: 'DeviceMacAddress',
  dvcpid: 'ProcessID',
  end: 'EndTime',
  externalId: 'ExtID',
  fileCreateTime: 'FileCreateTime',
  fileHash: 'FileHash',
  fileId: 'FileID',
  fileModificationTime: 'FileModificationTime',
  filePath: 'FilePath',
  filePermission: 'FilePermission',
  fileType: 'FileType',
  fname: 'FileName',
  fsize: 'FileSize',
  in: 'ReceivedBytes',
  msg: 'Message',
  oldFileCreateTime: 'OldFileCreateTime',
  oldFileHash: 'OldFileHash',
  oldFileId: 'OldFileID',
  oldFileModificationTime: 'OldFileModificationTime',
  oldFileName: 'OldFileName',
  oldFilePath: 'OldFilePath',
  oldFilePermission: 'OldFilePermission',
  oldFileSize: 'OldFileSize',
  oldFileType: 'OldFileType',
  out: 'SentBytes',
  outcome: 'EventOutcome',
  proto: 'Protocol',
  reason: 'Reason',
  request: 'RequestURL',
  requestClientApplication: 'RequestClientApplication',
  requestContext: 'RequestContext',
  requestCookies: 'RequestCookies',
  requestMethod: 'RequestMethod',
  rt: 'ReceiptTime',
  shost: 'SourceHostName',
  smac: 'SourceMACAddress',
  sntdom: 'SourceNTDomain',
  sourceDnsDomain: 'SourceDnsDomain',
  sourceServiceName: 'SourceServiceName',
  sourceTranslatedAddress: 'SourceTranslatedAddress',
  sourceTranslatedPort: 'SourceTranslatedPort',
  spid: 'SourceProcessId',
  spriv: 'SourceUserPrivileges',
  sproc: 'SourceProcessName',
  spt: 'SourcePort',
  src: 'SourceIP',
  start: 'StartTime',
  suid: 'SourceUserID',
  suser: 'SourceUserName',
  type: 'EventType',
};

/** Keys with a number, and their labels: `cs1` and `cs1Label`. Custom numbers fill a column of each width. */
const NUMBERED =
  /^(c6a|cfp|cs|deviceCustomDate|deviceCustomNumber|deviceCustomString|flexDate|flexNumber|flexString)(\d)(Label)?$/;
const CUSTOM_NUMBER = /^cn([1-3])$/;
const CUSTOM_NUMBER_LABEL = /^cn([1-3])Label$/;
const NUMBERED_COLUMNS: { readonly [key: string]: readonly [column: string, most: number] } = {
  c6a: ['DeviceCustomIPv6Address', 4],
  cfp: ['DeviceCustomFloatingPoint', 4],
  cs: ['DeviceCustomString', 6],
  deviceCustomDate: ['DeviceCustomDate', 2],
  flexDate: ['FlexDate', 1],
  flexNumber: ['FlexNumber', 2],
  flexString: ['FlexString', 2],
};
const LARGEST_INT = 2 ** 31 - 1;

/**
 * The row of the table CommonSecurityLog that a message makes. Keys without a column are in AdditionalExtensions, as
 * Sentinel's agent writes them: `key=value;key=value`.
 * @see https://learn.microsoft.com/azure/sentinel/cef-name-mapping
 */
export function cefRecord(
  message: CefMessage,
  head: { readonly time: string | undefined; readonly host: string | undefined },
  line: number | undefined,
): LogRecord {
  const fields: { [column: string]: FieldValue } = {};
  const further: string[] = [];
  for (const [key, value] of message.extension) {
    const columns = columnsOf(key, value).filter((column) => fields[column] === undefined);
    if (value === '') continue;
    if (columns.length === 0) further.push(`${key}=${value}`);
    for (const column of columns) fields[column] = TIMES.has(column) ? timeOf(value) : value;
  }
  const { ReceiptTime: receipt } = fields;
  const time = head.time ?? (receipt === undefined ? (fields.StartTime ?? fields.EndTime) : timeOf(String(receipt)));
  return {
    fields: {
      ...(time !== undefined && { TimeGenerated: time }),
      ...(head.host !== undefined && { Computer: head.host }),
      DeviceVendor: message.vendor,
      DeviceProduct: message.product,
      DeviceVersion: message.version,
      DeviceEventClassID: message.classId,
      Activity: message.name,
      LogSeverity: message.severity,
      OriginalLogSeverity: message.severity,
      ...fields,
      ...(further.length > 0 && { AdditionalExtensions: further.join(';') }),
      Type: 'CommonSecurityLog',
    },
    ...(line !== undefined && { line }),
    shape: CEF_TABLE,
  };
}

function columnsOf(key: string, value: string): readonly string[] {
  if (Object.hasOwn(COLUMNS, key)) return [COLUMNS[key]];
  const number = CUSTOM_NUMBER.exec(key)?.[1];
  if (number !== undefined) {
    const long = `FieldDeviceCustomNumber${number}`;
    return Math.abs(Number(value)) <= LARGEST_INT ? [`DeviceCustomNumber${number}`, long] : [long];
  }
  const label = CUSTOM_NUMBER_LABEL.exec(key)?.[1];
  if (label !== undefined) return [`DeviceCustomNumber${label}Label`];
  const [, name, at, suffix = ''] = NUMBERED.exec(key) ?? [];
  const [column, most] = NUMBERED_COLUMNS[name] ?? [];
  return column === undefined || most === undefined || Number(at) < 1 || Number(at) > most
    ? []
    : [`${column}${at}${suffix}`];
}

const TIMES: ReadonlySet<string> = new Set(['EndTime', 'StartTime']);
const WRITTEN_TIME =
  /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2})(?: (\d{4}))? (\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?: (GMT|UTC|Z|[+-]\d\d:?\d\d))?(?: (\d{4}))?$/;

/** A time as ISO 8601 where it is written out with its year; milliseconds since 1970 as they stand. */
function timeOf(value: string): string {
  const [, name, day, before, clock, zone, after] = WRITTEN_TIME.exec(value) ?? [];
  const month = name === undefined ? undefined : monthNumber(name);
  const year = before ?? after;
  if (month === undefined || year === undefined) return value;
  const offset = zone === undefined || /^(GMT|UTC)$/.test(zone) ? 'Z' : zone;
  return `${year}-${month}-${day.padStart(2, '0')}T${clock}${offset}`;
}
