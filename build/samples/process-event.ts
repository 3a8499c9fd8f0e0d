import type { Account, Device } from './fleet.ts';
import { fileNameOf, programFile } from './programs.ts';
import type { SampleLabel } from './scenario.ts';

/** A row of DeviceProcessEvents and what it is a sample of. */
export interface ProcessEvent {
  readonly scenario: string;
  /** The process's name within the scenario. */
  readonly event: string;
  readonly label: SampleLabel;
  readonly os: Device['os'];
  readonly columns: ProcessColumns;
}

export type ProcessColumns = Readonly<Record<string, string | number | null>>;

/** A running process. Times are ISO 8601 in UTC with seven decimals. */
export interface RunningProcess {
  readonly path: string;
  readonly commandLine: string;
  readonly id: number;
  readonly created: string;
  readonly account: Account;
  readonly integrity: string;
  readonly parentFileName: string;
  readonly parentId: number;
  readonly parentCreated: string;
}

/** The columns of a process that started, by their names in DeviceProcessEvents, in the portal's order. */
export function processColumns(
  device: Device,
  process: RunningProcess,
  parent: RunningProcess,
  timestamp: string,
): ProcessColumns {
  const file = programFile(process.path);
  const parentFile = programFile(parent.path);
  const windows = device.os === 'Windows';
  /** The sensor lower-cases the initiating process on Windows. */
  const asInitiating = (text: string) => (windows ? text.toLowerCase() : text);
  return {
    Timestamp: timestamp,
    DeviceId: device.id,
    DeviceName: device.name,
    ActionType: 'ProcessCreated',
    FileName: file.fileName,
    FolderPath: process.path,
    SHA1: file.sha1,
    SHA256: file.sha256,
    MD5: file.md5,
    FileSize: file.size,
    ProcessVersionInfoCompanyName: file.version?.company ?? '',
    ProcessVersionInfoProductName: file.version?.product ?? '',
    ProcessVersionInfoProductVersion: file.version?.version ?? '',
    ProcessVersionInfoOriginalFileName: file.version?.originalFileName ?? '',
    ProcessVersionInfoFileDescription: file.version?.description ?? '',
    ProcessId: process.id,
    ProcessCommandLine: process.commandLine,
    ProcessIntegrityLevel: process.integrity,
    ProcessTokenElevation: windows ? tokenElevation(process.integrity) : '',
    ProcessCreationTime: process.created,
    AccountDomain: process.account.domain,
    AccountName: process.account.name,
    AccountSid: process.account.sid ?? '',
    LogonId: windows ? logonId(process) : null,
    InitiatingProcessAccountDomain: parent.account.domain,
    InitiatingProcessAccountName: parent.account.name,
    InitiatingProcessAccountSid: parent.account.sid ?? '',
    InitiatingProcessLogonId: windows ? logonId(parent) : null,
    InitiatingProcessIntegrityLevel: parent.integrity,
    InitiatingProcessSHA1: parentFile.sha1,
    InitiatingProcessMD5: parentFile.md5,
    InitiatingProcessFileName: asInitiating(parentFile.fileName),
    InitiatingProcessFileSize: parentFile.size,
    InitiatingProcessVersionInfoCompanyName: parentFile.version?.company ?? '',
    InitiatingProcessVersionInfoProductName: parentFile.version?.product ?? '',
    InitiatingProcessId: parent.id,
    InitiatingProcessCommandLine: parent.commandLine,
    InitiatingProcessCreationTime: parent.created,
    InitiatingProcessFolderPath: asInitiating(parent.path),
    InitiatingProcessParentId: parent.parentId,
    InitiatingProcessParentFileName: fileNameOf(parent.parentFileName),
    InitiatingProcessParentCreationTime: parent.parentCreated,
    InitiatingProcessSignerType: windows ? signer(parent.path) : '',
    InitiatingProcessSignatureStatus: windows ? (signer(parent.path) === 'Unknown' ? 'Unknown' : 'Valid') : '',
    ReportId: 0,
    AdditionalFields: windows
      ? ''
      : `{"ProcessPosixProcessGroupId":${process.id},"ProcessPosixSessionId":${parent.id}}`,
  };
}

function tokenElevation(integrity: string): string {
  if (integrity === 'High') return 'TokenElevationTypeFull';
  return integrity === 'System' ? 'TokenElevationTypeDefault' : 'TokenElevationTypeLimited';
}

/** SYSTEM's logon is always 999; a user's is made from the security identifier. */
function logonId({ account }: RunningProcess): number {
  if (account.sid === 'S-1-5-18') return 999;
  return 100_000 + Number.parseInt(account.sid?.split('-').at(-1) ?? '0', 10) * 37;
}

function signer(path: string): string {
  if (/^C:\\Windows\\/i.test(path)) return 'OsVendor';
  return programFile(path).version === undefined ? 'Unknown' : 'OsVendorApplication';
}
