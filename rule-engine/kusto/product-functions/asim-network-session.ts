import { type AsimSchema, hasAny, hasAnyPrefix, is, isAnyOf, windowsAccount } from './asim-parser.ts';
import { sysmonEvents, XML_TEXT } from './asim-sysmon.ts';

/** What the end that the device is not on is called, and what the process's end is. */
function defender(actions: readonly string[], own: 'Src' | 'Dst', other: 'Src' | 'Dst'): string {
  return `DeviceNetworkEvents
    | where ActionType in (${actions.map((action) => `"${action}"`).join(', ')})
    | extend Remote = extract(@"(?:https?://)?(.*)", 1, RemoteUrl), Parts = split(DeviceName, "."),
        Account = ${windowsAccount('InitiatingProcessAccountDomain', 'InitiatingProcessAccountName')}
    | project TimeGenerated = coalesce(TimeGenerated, Timestamp), Type = "DeviceNetworkEvents",
        EventVendor = "Microsoft", EventProduct = "M365 Defender for Endpoint", EventType = "NetworkSession",
        EventOriginalType = ActionType, EventOriginalUid = tostring(ReportId),
        EventResult = iff(ActionType == "ConnectionFailed", "Failure", "Success"), EventSeverity = "Informational",
        NetworkDirection = case(ActionType startswith "Inbound", "Inbound", ActionType == "ConnectionFound", "Unknown",
          ActionType startswith "Listening", "Listen", "Outbound"),
        NetworkProtocol = case(Protocol startswith "Tcp", "TCP", Protocol == "Unknown", "", toupper(Protocol)),
        DvcId = DeviceId, DvcIdType = "MDEid", DvcIpAddr = LocalIP, DvcHostname = tostring(Parts[0]),
        DvcDomain = strcat_array(array_slice(Parts, 1, -1), "."), DvcFQDN = iff(DeviceName contains ".", DeviceName, ""),
        ${own}IpAddr = LocalIP, ${own}PortNumber = LocalPort, ${own}Hostname = tostring(Parts[0]),
        ${own}Username = Account, ${own}UserId = InitiatingProcessAccountSid, ${own}DvcId = DeviceId,
        ${own}ProcessName = InitiatingProcessFileName, ${own}ProcessId = tostring(InitiatingProcessId),
        ${own}ProcessCommandLine = InitiatingProcessCommandLine,
        ${own}ProcessCreationTime = InitiatingProcessCreationTime, ${own}AppName = InitiatingProcessFileName,
        ${own}AppType = "Process", Process = InitiatingProcessFileName,
        ${other}IpAddr = RemoteIP, ${other}PortNumber = RemotePort, ${other}Hostname = tostring(split(Remote, ".")[0]),
        ${other}Domain = strcat_array(array_slice(split(Remote, "."), 1, -1), "."),
        ${other}FQDN = iff(Remote contains ".", Remote, ""), Hostname = tostring(split(Remote, ".")[0]),
        Url = RemoteUrl, AdditionalFields`;
}

const FIELDS = [
  ...['Image', 'ProcessId', 'ProcessGuid', 'User', 'Protocol', 'Initiated'],
  ...['SourceIp', 'SourceHostname', 'SourcePort', 'DestinationIp', 'DestinationHostname', 'DestinationPort'],
];

const SYSMON = `${sysmonEvents([3], FIELDS)}
    | project TimeGenerated, Type, EventVendor = "Microsoft", EventProduct = "Sysmon",
        EventType = "EndpointNetworkSession", EventOriginalType = "3", EventResult = "Success",
        EventSeverity = "Informational", NetworkDirection = iff(Initiated == "true", "Outbound", "Inbound"),
        NetworkProtocol = toupper(Protocol), DvcHostname = Computer,
        SrcIpAddr = SourceIp, SrcPortNumber = toint(SourcePort), SrcHostname = SourceHostname,
        DstIpAddr = DestinationIp, DstPortNumber = toint(DestinationPort), DstHostname = DestinationHostname,
        SrcUsername = iff(Initiated == "true", User, ""), DstUsername = iff(Initiated == "true", "", User),
        SrcProcessName = iff(Initiated == "true", Image, ""), DstProcessName = iff(Initiated == "true", "", Image),
        SrcProcessId = iff(Initiated == "true", ProcessId, ""), DstProcessId = iff(Initiated == "true", "", ProcessId),
        Process = Image, Hostname = iff(Initiated == "true", DestinationHostname, SourceHostname)`;

/** @see https://learn.microsoft.com/azure/sentinel/normalization-schema-network */
export const asimNetworkSession: AsimSchema = {
  name: 'NetworkSession',
  description:
    "Connections of ASimNetworkSessionLogs, DeviceNetworkEvents and Sysmon, in ASIM's network session schema.",
  parameters: [
    'srcipaddr_has_any_prefix: dynamic = dynamic([])',
    'dstipaddr_has_any_prefix: dynamic = dynamic([])',
    'ipaddr_has_any_prefix: dynamic = dynamic([])',
    'dstportnumber: int = int(null)',
    'hostname_has_any: dynamic = dynamic([])',
    'dvcaction: dynamic = dynamic([])',
    'eventresult: string = "*"',
  ],
  sources: `${XML_TEXT}
  let outbound = ${defender(['ConnectionSuccess', 'ConnectionFailed', 'ConnectionRequest'], 'Src', 'Dst')};
  let inbound = ${defender(
    ['InboundConnectionAccepted', 'ConnectionFound', 'ListeningConnectionCreated'],
    'Dst',
    'Src',
  )};
  let sysmon = ${SYSMON};
  let events = union outbound, inbound, sysmon, (ASimNetworkSessionLogs | extend Type = "ASimNetworkSessionLogs");`,
  filters: `${hasAnyPrefix('srcipaddr_has_any_prefix', 'SrcIpAddr')}${hasAnyPrefix('dstipaddr_has_any_prefix', 'DstIpAddr')}${hasAnyPrefix('ipaddr_has_any_prefix', 'SrcIpAddr', 'DstIpAddr')}
  | where isnull(dstportnumber) or DstPortNumber == dstportnumber${hasAny('hostname_has_any', 'SrcHostname', 'DstHostname', 'DvcHostname')}${isAnyOf('dvcaction', 'DvcAction')}${is('eventresult', 'EventResult')}`,
  derived: `
  | extend EventCount = coalesce(EventCount, int(1)), EventStartTime = coalesce(EventStartTime, TimeGenerated),
      EventEndTime = coalesce(EventEndTime, TimeGenerated), EventSchema = "NetworkSession",
      Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId, Dvc), Hostname = coalesce(Hostname, DstHostname),
      Src = coalesce(SrcFQDN, SrcHostname, SrcIpAddr), Dst = coalesce(DstFQDN, DstHostname, DstIpAddr),
      IpAddr = SrcIpAddr, Duration = NetworkDuration, SessionId = NetworkSessionId, User = DstUsername`,
};
