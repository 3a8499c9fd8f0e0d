import { type AsimSchema, hasAny, is } from './asim-parser.ts';
import { sysmonEvents, XML_TEXT } from './asim-sysmon.ts';

/** Windows' errors of the resolver less 9000 are DNS's response codes. */
const RESPONSE_CODES = `
  let responseCodes = datatable(QueryStatus: string, Code: int, CodeName: string)[
    "0", 0, "NOERROR", "9001", 1, "FORMERR", "9002", 2, "SERVFAIL", "9003", 3, "NXDOMAIN", "9004", 4, "NOTIMP",
    "9005", 5, "REFUSED", "9006", 6, "YXDOMAIN", "9007", 7, "YXRRSET", "9008", 8, "NXRRSET", "9009", 9, "NOTAUTH",
    "9010", 10, "NOTZONE", "9011", 11, "DSOTYPENI", "9016", 16, "BADVERS", "9017", 17, "BADKEY", "9018", 18, "BADTIME",
    "9019", 19, "BADMODE", "9020", 20, "BADNAME", "9021", 21, "BADALG", "9022", 22, "BADTRUNC", "9023", 23, "BADCOOKIE",
    "1460", 1460, "TIMEOUT"];`;

const FIELDS = ['QueryName', 'QueryStatus', 'QueryResults', 'Image', 'ProcessId', 'ProcessGuid', 'User'];

/** @see https://learn.microsoft.com/azure/sentinel/normalization-schema-dns */
export const asimDns: AsimSchema = {
  name: 'Dns',
  description: "DNS queries of ASimDnsActivityLogs and of Sysmon, in ASIM's DNS schema.",
  parameters: [
    'srcipaddr: string = "*"',
    'domain_has_any: dynamic = dynamic([])',
    'responsecodename: string = "*"',
    'response_has_ipv4: string = "*"',
    'response_has_any_prefix: dynamic = dynamic([])',
    'eventtype: string = "Query"',
  ],
  sources: `${XML_TEXT}${RESPONSE_CODES}
  let sysmon = ${sysmonEvents([22], FIELDS)}
    | lookup responseCodes on QueryStatus
    | project TimeGenerated, Type, EventVendor = "Microsoft", EventProduct = "Sysmon", EventType = "Query",
        EventSubType = "response", EventOriginalType = "22", EventResult = iff(Code == 0, "Success", "Failure"),
        EventSeverity = iff(Code == 0, "Informational", "Low"), EventResultDetails = coalesce(CodeName, "NA"),
        DnsResponseCode = Code, DnsQuery = QueryName, DnsResponseName = iff(QueryResults == "-", "", QueryResults),
        DvcHostname = Computer, SrcHostname = Computer, SrcProcessName = Image, SrcProcessId = ProcessId,
        SrcProcessGuid = trim(@"[{}]", ProcessGuid), SrcUsername = User;
  let events = union sysmon, (ASimDnsActivityLogs | extend Type = "ASimDnsActivityLogs");`,
  filters: `${is('srcipaddr', 'SrcIpAddr')}${hasAny('domain_has_any', 'DnsQuery')}
  | where responsecodename == "*" or EventResultDetails has responsecodename
  | where response_has_ipv4 == "*" or has_ipv4(DnsResponseName, response_has_ipv4)
  | where array_length(response_has_any_prefix) == 0 or has_any_ipv4_prefix(DnsResponseName, response_has_any_prefix)
  | where eventtype == "*" or EventType == eventtype or (eventtype == "lookup" and EventType == "Query")`,
  derived: `
  | extend EventCount = coalesce(EventCount, int(1)), EventStartTime = coalesce(EventStartTime, TimeGenerated),
      EventEndTime = coalesce(EventEndTime, TimeGenerated), EventSchema = "Dns", Domain = DnsQuery,
      DnsResponseCodeName = EventResultDetails, IpAddr = SrcIpAddr, Src = coalesce(SrcIpAddr, SrcHostname),
      Dvc = coalesce(DvcHostname, Dvc), Hostname = SrcHostname, SessionId = DnsSessionId,
      Duration = DnsNetworkDuration, Process = SrcProcessName, User = SrcUsername`,
};
