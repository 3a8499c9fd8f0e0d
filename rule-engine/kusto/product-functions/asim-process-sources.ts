import { XML_TEXT } from './asim-sysmon.ts';

/**
 * Process events of the tables that hold them, in the columns of ASIM's process event schema, as KQL: `created` and
 * `ended` are tables of one form each.
 *
 * @see https://learn.microsoft.com/azure/sentinel/normalization-schema-process-event
 */

/** Fields of Sysmon's events 1 and 5, by the column that they fill; `field` reads one. */
const SYSMON_COLUMNS: readonly (readonly [column: string, field: string])[] = [
  ['ActorUsername', 'ParentUser'],
  ['ActorUserId', ''],
  ['ActorSessionId', 'LogonId'],
  ['TargetUsername', 'User'],
  ['TargetUserId', ''],
  ['TargetUserSessionId', 'LogonId'],
  ['TargetProcessName', 'Image'],
  ['TargetProcessCommandLine', 'CommandLine'],
  ['TargetProcessId', 'ProcessId'],
  ['TargetProcessGuid', 'ProcessGuid'],
  ['TargetProcessIntegrityLevel', 'IntegrityLevel'],
  ['TargetProcessTokenElevation', ''],
  ['TargetProcessCurrentDirectory', 'CurrentDirectory'],
  ['TargetProcessFileCompany', 'Company'],
  ['TargetProcessFileDescription', 'Description'],
  ['TargetProcessFileProduct', 'Product'],
  ['TargetProcessFileVersion', 'FileVersion'],
  ['TargetProcessFileOriginalName', 'OriginalFileName'],
  ['ActingProcessName', 'ParentImage'],
  ['ActingProcessCommandLine', 'ParentCommandLine'],
  ['ActingProcessId', 'ParentProcessId'],
  ['ActingProcessGuid', 'ParentProcessGuid'],
];

const HASH_COLUMNS = ['MD5', 'SHA1', 'SHA256', 'IMPHASH'];

function sysmon(table: string, isEvent: string, field: (name: string) => string): string {
  const values = SYSMON_COLUMNS.map(([column, name]) => `${column} = ${name === '' ? '""' : field(name)}`);
  const hashes = HASH_COLUMNS.map((name) => `TargetProcess${name} = extract("${name}=([0-9A-Fa-f]+)", 1, Hashes)`);
  return `${table}
    | where ${isEvent}
    | extend Hashes = ${field('Hashes')}
    | project TimeGenerated, Type = "${table}", EventVendor = "Microsoft", EventProduct = "Sysmon",
        EventType = iff(EventID == 1, "ProcessCreated", "ProcessTerminated"), EventOriginalType = tostring(EventID),
        DvcHostname = Computer, DvcOs = "Windows", TargetProcessCreationTime = TimeGenerated,
        ${[...values, ...hashes].join(', ')}`;
}

function securityAuditing(table: string, isEvent: string, field: (name: string) => string): string {
  const account = (domain: string, user: string) =>
    `iff(${field(domain)} in ("", "-"), ${field(user)}, strcat(${field(domain)}, "\\\\", ${field(user)}))`;
  return `${table}
    | where ${isEvent}
    | extend Actor = ${account('SubjectDomainName', 'SubjectUserName')}, Created = EventID == 4688
    | project TimeGenerated, Type = "${table}", EventVendor = "Microsoft", EventProduct = "Security Events",
        EventType = iff(Created, "ProcessCreated", "ProcessTerminated"), EventOriginalType = tostring(EventID),
        DvcHostname = Computer, DvcOs = "Windows", ActorUsername = Actor, ActorUserId = ${field('SubjectUserSid')},
        ActorSessionId = ${field('SubjectLogonId')},
        TargetUsername = iff(${field('TargetUserName')} in ("", "-"), Actor,
          ${account('TargetDomainName', 'TargetUserName')}),
        TargetUserId = iff(${field('TargetUserName')} in ("", "-"), ${field('SubjectUserSid')}, ${field('TargetUserSid')}),
        TargetUserSessionId = ${field('TargetLogonId')},
        TargetProcessName = iff(Created, ${field('NewProcessName')}, ${field('ProcessName')}),
        TargetProcessCommandLine = ${field('CommandLine')},
        TargetProcessId = tostring(tolong(iff(Created, ${field('NewProcessId')}, ${field('ProcessId')}))),
        TargetProcessCreationTime = iff(Created, TimeGenerated, datetime(null)),
        TargetProcessTokenElevation = ${field('TokenElevationType')},
        ActingProcessName = ${field('ParentProcessName')},
        ActingProcessId = iff(Created, tostring(tolong(${field('ProcessId')})), "")`;
}

const DEFENDER = `DeviceProcessEvents
    | where ActionType in ("ProcessCreated", "")
    | project TimeGenerated = coalesce(TimeGenerated, Timestamp), Type = "DeviceProcessEvents", EventVendor = "Microsoft",
        EventProduct = "M365 Defender for Endpoint", EventType = "ProcessCreated", EventOriginalType = ActionType,
        EventOriginalUid = tostring(ReportId), DvcId = DeviceId, DvcHostname = DeviceName,
        ActorUsername = iff(InitiatingProcessAccountDomain == "", InitiatingProcessAccountName,
          strcat(InitiatingProcessAccountDomain, "\\\\", InitiatingProcessAccountName)),
        ActorUserId = InitiatingProcessAccountSid, ActorSessionId = tostring(InitiatingProcessLogonId),
        TargetUsername = iff(AccountDomain == "", AccountName, strcat(AccountDomain, "\\\\", AccountName)),
        TargetUserId = AccountSid, TargetUserSessionId = tostring(LogonId),
        TargetProcessName = coalesce(FolderPath, FileName), TargetProcessCommandLine = ProcessCommandLine,
        TargetProcessId = tostring(ProcessId), TargetProcessCreationTime = ProcessCreationTime,
        TargetProcessMD5 = MD5, TargetProcessSHA1 = SHA1, TargetProcessSHA256 = SHA256,
        TargetProcessIntegrityLevel = ProcessIntegrityLevel, TargetProcessTokenElevation = ProcessTokenElevation,
        TargetProcessFileCompany = ProcessVersionInfoCompanyName,
        TargetProcessFileDescription = ProcessVersionInfoFileDescription,
        TargetProcessFileProduct = ProcessVersionInfoProductName,
        TargetProcessFileVersion = ProcessVersionInfoProductVersion,
        TargetProcessFileInternalName = ProcessVersionInfoInternalFileName,
        TargetProcessFileOriginalName = ProcessVersionInfoOriginalFileName, TargetProcessFileSize = FileSize,
        ActingProcessName = coalesce(InitiatingProcessFolderPath, InitiatingProcessFileName),
        ActingProcessCommandLine = InitiatingProcessCommandLine, ActingProcessId = tostring(InitiatingProcessId),
        ActingProcessCreationTime = InitiatingProcessCreationTime, ActingProcessMD5 = InitiatingProcessMD5,
        ActingProcessSHA1 = InitiatingProcessSHA1, ActingProcessSHA256 = InitiatingProcessSHA256,
        ActingProcessIntegrityLevel = InitiatingProcessIntegrityLevel,
        ActingProcessFileCompany = InitiatingProcessVersionInfoCompanyName,
        ActingProcessFileDescription = InitiatingProcessVersionInfoFileDescription,
        ActingProcessFileProduct = InitiatingProcessVersionInfoProductName,
        ActingProcessFileVersion = InitiatingProcessVersionInfoProductVersion,
        ActingProcessFileOriginalName = InitiatingProcessVersionInfoOriginalFileName,
        ParentProcessName = InitiatingProcessParentFileName, ParentProcessId = tostring(InitiatingProcessParentId),
        ParentProcessCreationTime = InitiatingProcessParentCreationTime, AdditionalFields`;

const SYSMON_SOURCE = '"Microsoft-Windows-Sysmon"';
const AUDITING_SOURCE = '"Microsoft-Windows-Security-Auditing"';

/** Declares the tables `processEvents` reads from: a `let` each. */
export const sourceDeclarations = `${XML_TEXT}
  let defender = ${DEFENDER};
  let securityEvent = ${securityAuditing('SecurityEvent', 'EventID in (4688, 4689)', (name) => name)};
  let windowsAuditing = ${securityAuditing(
    'WindowsEvent',
    `Provider == ${AUDITING_SOURCE} and EventID in (4688, 4689)`,
    (name) => `tostring(EventData.${name})`,
  )};
  let windowsSysmon = ${sysmon(
    'WindowsEvent',
    `Provider == ${SYSMON_SOURCE} and EventID in (1, 5)`,
    (name) => `tostring(EventData.${name})`,
  )};
  let eventSysmon = ${sysmon(
    'Event',
    `Source == ${SYSMON_SOURCE} and EventID in (1, 5)`,
    (name) => `text(EventData, "${name}")`,
  )};
  let processEvents = union defender, securityEvent, windowsAuditing, windowsSysmon, eventSysmon,
    (ASimProcessEventLogs | extend Type = "ASimProcessEventLogs");`;
