import { type AsimSchema, hasAny, hasAnyPrefix, isAnyOf, windowsAccount } from './asim-parser.ts';
import { sysmonEvents, XML_TEXT } from './asim-sysmon.ts';

const joined = (folder: string, file: string) =>
  `strcat(${folder}, iff(FolderPath startswith "/", "/", "\\\\"), ${file})`;

const DEFENDER = `DeviceFileEvents
    | extend Requested = RequestAccountName != "",
        Account = ${windowsAccount('InitiatingProcessAccountDomain', 'InitiatingProcessAccountName')},
        Requester = ${windowsAccount('RequestAccountDomain', 'RequestAccountName')}
    | project TimeGenerated = coalesce(TimeGenerated, Timestamp), Type = "DeviceFileEvents", EventVendor = "Microsoft",
        EventProduct = "M365 Defender for Endpoint", EventType = ActionType, EventOriginalUid = tostring(ReportId),
        DvcId = DeviceId, DvcIdType = "MDEid", DvcHostname = tostring(split(DeviceName, ".")[0]),
        DvcFQDN = iff(DeviceName contains ".", DeviceName, ""), DvcOs = iff(FolderPath startswith "/", "Linux", "Windows"),
        ActorUsername = iff(Requested, Requester, coalesce(InitiatingProcessAccountUpn, Account)),
        ActorUserId = iff(Requested, RequestAccountSid, InitiatingProcessAccountSid), SrcIpAddr = RequestSourceIP,
        TargetFileName = FileName, TargetFilePath = ${joined('FolderPath', 'FileName')},
        TargetFileMD5 = MD5, TargetFileSHA1 = SHA1, TargetFileSHA256 = SHA256, TargetFileSize = tolong(FileSize),
        SrcFileName = PreviousFileName, SrcFilePath = ${joined('PreviousFolderPath', 'PreviousFileName')},
        ActingProcessName = InitiatingProcessFolderPath, ActingProcessCommandLine = InitiatingProcessCommandLine,
        ActingProcessId = tostring(InitiatingProcessId), ActingProcessSHA256 = InitiatingProcessSHA256,
        ActingProcessCreationTime = InitiatingProcessCreationTime, AdditionalFields`;

const SYSMON = `${sysmonEvents([11, 23, 26], ['Image', 'ProcessId', 'ProcessGuid', 'User', 'TargetFilename', 'Hashes'])}
    | project TimeGenerated, Type, EventVendor = "Microsoft", EventProduct = "Sysmon",
        EventType = iff(EventID == 11, "FileCreated", "FileDeleted"), EventOriginalType = tostring(EventID),
        DvcHostname = Computer, DvcOs = "Windows", ActorUsername = User, ActingProcessName = Image,
        ActingProcessId = ProcessId, ActingProcessGuid = trim(@"[{}]", ProcessGuid), TargetFilePath = TargetFilename,
        TargetFileName = extract(@"([^\\\\/]*)$", 1, TargetFilename),
        TargetFileMD5 = extract("MD5=([0-9A-Fa-f]+)", 1, Hashes), TargetFileSHA1 = extract("SHA1=([0-9A-Fa-f]+)", 1, Hashes),
        TargetFileSHA256 = extract("SHA256=([0-9A-Fa-f]+)", 1, Hashes)`;

/** @see https://learn.microsoft.com/azure/sentinel/normalization-schema-file-event */
export const asimFileEvent: AsimSchema = {
  name: 'FileEvent',
  description: "Activity with files of ASimFileEventLogs, DeviceFileEvents and Sysmon, in ASIM's file event schema.",
  parameters: [
    'eventtype_in: dynamic = dynamic([])',
    'srcipaddr_has_any_prefix: dynamic = dynamic([])',
    'actorusername_has_any: dynamic = dynamic([])',
    'targetfilepath_has_any: dynamic = dynamic([])',
    'srcfilepath_has_any: dynamic = dynamic([])',
    'hashes_has_any: dynamic = dynamic([])',
    'dvchostname_has_any: dynamic = dynamic([])',
  ],
  sources: `${XML_TEXT}
  let defender = ${DEFENDER};
  let sysmon = ${SYSMON};
  let events = union defender, sysmon, (ASimFileEventLogs | extend Type = "ASimFileEventLogs");`,
  filters: `${isAnyOf('eventtype_in', 'EventType')}${hasAnyPrefix('srcipaddr_has_any_prefix', 'SrcIpAddr')}${hasAny('actorusername_has_any', 'ActorUsername')}${hasAny('targetfilepath_has_any', 'TargetFilePath', 'TargetFileName')}${hasAny('srcfilepath_has_any', 'SrcFilePath', 'SrcFileName')}
  | where array_length(hashes_has_any) == 0 or TargetFileMD5 in (hashes_has_any) or TargetFileSHA1 in (hashes_has_any)
      or TargetFileSHA256 in (hashes_has_any)${hasAny('dvchostname_has_any', 'DvcHostname', 'DvcFQDN')}`,
  derived: `
  | extend EventCount = coalesce(EventCount, int(1)), EventStartTime = coalesce(EventStartTime, TimeGenerated),
      EventEndTime = coalesce(EventEndTime, TimeGenerated), EventSchema = "FileEvent",
      EventResult = coalesce(EventResult, "Success"), EventSeverity = coalesce(EventSeverity, "Informational"),
      Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId), User = ActorUsername, FilePath = TargetFilePath,
      FileName = TargetFileName, Process = ActingProcessName, CommandLine = ActingProcessCommandLine, IpAddr = SrcIpAddr,
      Src = SrcIpAddr, Hash = coalesce(TargetFileSHA256, TargetFileSHA1, TargetFileMD5)`,
};
