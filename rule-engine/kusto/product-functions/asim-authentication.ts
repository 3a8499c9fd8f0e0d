import { type AsimSchema, hasAny, hasAnyPrefix, is, isAnyOf, windowsAccount } from './asim-parser.ts';

/** ASIM's kinds of logons, by Defender's and by Windows' names. */
const LOGON_TYPES = `
  let logonKinds = datatable(LogonType: string, Kind: string)[
    "Batch", "Service", "CachedInteractive", "Interactive", "Interactive", "Interactive", "Network", "Remote",
    "Remote interactive (RDP) logons", "RemoteInteractive", "RemoteInteractive", "RemoteInteractive", "Service", "Service"];
  let logonNumbers = datatable(LogonType: int, Kind: string)[
    2, "Interactive", 3, "Remote", 4, "Service", 5, "Service", 7, "Interactive", 8, "NetworkCleartext",
    9, "AssumeRole", 10, "RemoteInteractive", 11, "Interactive"];`;

const DEFENDER = `DeviceLogonEvents
    | lookup logonKinds on LogonType
    | project TimeGenerated = coalesce(TimeGenerated, Timestamp), Type = "DeviceLogonEvents", EventVendor = "Microsoft",
        EventProduct = "M365 Defender for EndPoint", EventType = "Logon", EventSubType = Kind,
        EventOriginalType = LogonType, EventOriginalUid = tostring(ReportId),
        EventResult = case(ActionType == "LogonSuccess", "Success", ActionType == "LogonFailed", "Failure", "NA"),
        EventOriginalResultDetails = FailureReason,
        EventResultDetails = iff(FailureReason == "InvalidUserNameOrPassword", "No such user or password", ""),
        TargetUsername = ${windowsAccount('AccountDomain', 'AccountName')}, TargetUserId = AccountSid,
        TargetSessionId = tostring(LogonId), TargetDvcId = DeviceId, TargetDvcIdType = "MDEid",
        TargetHostname = tostring(split(DeviceName, ".")[0]), DvcId = DeviceId,
        TargetFQDN = iff(DeviceName contains ".", DeviceName, ""), DvcHostname = tostring(split(DeviceName, ".")[0]),
        ActorUsername = ${windowsAccount('InitiatingProcessAccountDomain', 'InitiatingProcessAccountName')},
        ActorUserId = InitiatingProcessAccountSid, ActingAppName = InitiatingProcessFolderPath, ActingAppType = "Process",
        LogonProtocol = Protocol, SrcIpAddr = iff(RemoteIP == "-", "", RemoteIP), SrcHostname = RemoteDeviceName,
        SrcPortNumber = RemotePort, AdditionalFields`;

const SECURITY = `SecurityEvent
    | where EventID in (4624, 4625, 4634, 4647)
    | lookup logonNumbers on LogonType
    | project TimeGenerated, Type = "SecurityEvent", EventVendor = "Microsoft", EventProduct = "Security Events",
        EventType = iff(EventID in (4624, 4625), "Logon", "Logoff"), EventSubType = Kind,
        EventOriginalType = tostring(EventID), EventResult = iff(EventID == 4625, "Failure", "Success"),
        EventResultDetails = case(Status =~ "0xC0000064" or SubStatus =~ "0xC0000064", "No such user",
          Status =~ "0xC000006A" or SubStatus =~ "0xC000006A", "Incorrect password",
          Status =~ "0xC0000072" or SubStatus =~ "0xC0000072", "User disabled",
          Status =~ "0xC0000234" or SubStatus =~ "0xC0000234", "User locked",
          Status =~ "0xC000006D", "No such user or password", ""),
        TargetUsername = ${windowsAccount('TargetDomainName', 'TargetUserName')}, TargetUserId = TargetUserSid,
        TargetSessionId = TargetLogonId, TargetHostname = tostring(split(Computer, ".")[0]), DvcHostname = Computer,
        ActorUsername = ${windowsAccount('SubjectDomainName', 'SubjectUserName')}, ActorUserId = SubjectUserSid,
        ActorSessionId = SubjectLogonId, ActingAppName = ProcessName, LogonProtocol = AuthenticationPackageName,
        SrcIpAddr = iff(IpAddress == "-", "", IpAddress), SrcHostname = WorkstationName, SrcPortNumber = toint(IpPort)`;

/** @see https://learn.microsoft.com/azure/sentinel/normalization-schema-authentication */
export const asimAuthentication: AsimSchema = {
  name: 'Authentication',
  description:
    "Logons of ASimAuthenticationEventLogs, DeviceLogonEvents and SecurityEvent, in ASIM's authentication schema.",
  parameters: [
    'username_has_any: dynamic = dynamic([])',
    'targetappname_has_any: dynamic = dynamic([])',
    'srcipaddr_has_any_prefix: dynamic = dynamic([])',
    'srchostname_has_any: dynamic = dynamic([])',
    'eventtype_in: dynamic = dynamic([])',
    'eventresultdetails_in: dynamic = dynamic([])',
    'eventresult: string = "*"',
  ],
  sources: `${LOGON_TYPES}
  let defender = ${DEFENDER};
  let security = ${SECURITY};
  let events = union defender, security, (ASimAuthenticationEventLogs | extend Type = "ASimAuthenticationEventLogs");`,
  filters: `${hasAny('username_has_any', 'TargetUsername', 'ActorUsername')}${hasAny('targetappname_has_any', 'TargetAppName')}${hasAnyPrefix('srcipaddr_has_any_prefix', 'SrcIpAddr')}${hasAny('srchostname_has_any', 'SrcHostname')}${isAnyOf('eventtype_in', 'EventType')}${isAnyOf('eventresultdetails_in', 'EventResultDetails')}${is('eventresult', 'EventResult')}`,
  derived: `
  | extend EventCount = coalesce(EventCount, int(1)), EventStartTime = coalesce(EventStartTime, TimeGenerated),
      EventEndTime = coalesce(EventEndTime, TimeGenerated), EventSchema = "Authentication",
      EventSeverity = coalesce(EventSeverity, iff(EventResult == "Success", "Informational", "Low")),
      Dvc = coalesce(DvcFQDN, DvcHostname, DvcId), User = TargetUsername, IpAddr = SrcIpAddr,
      Src = coalesce(SrcIpAddr, SrcHostname), LogonTarget = coalesce(TargetFQDN, TargetHostname, TargetAppName),
      Dst = coalesce(TargetFQDN, TargetHostname)`,
};
