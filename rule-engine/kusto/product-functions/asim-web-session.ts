import { type AsimSchema, hasAny, hasAnyPrefix, is } from './asim-parser.ts';

/** @see https://learn.microsoft.com/azure/sentinel/normalization-schema-web */
export const asimWebSession: AsimSchema = {
  name: 'WebSession',
  description: "Requests of ASimWebSessionLogs, in ASIM's web session schema.",
  parameters: [
    'srcipaddr_has_any_prefix: dynamic = dynamic([])',
    'ipaddr_has_any_prefix: dynamic = dynamic([])',
    'url_has_any: dynamic = dynamic([])',
    'httpuseragent_has_any: dynamic = dynamic([])',
    'eventresultdetails_in: dynamic = dynamic([])',
    'eventresult: string = "*"',
  ],
  sources: `
  let events = ASimWebSessionLogs | extend Type = "ASimWebSessionLogs";`,
  filters: `${hasAnyPrefix('srcipaddr_has_any_prefix', 'SrcIpAddr')}${hasAnyPrefix('ipaddr_has_any_prefix', 'SrcIpAddr', 'DstIpAddr')}${hasAny('url_has_any', 'Url')}${hasAny('httpuseragent_has_any', 'HttpUserAgent')}${hasAny('eventresultdetails_in', 'EventResultDetails')}${is('eventresult', 'EventResult')}`,
  derived: `
  | extend EventStartTime = coalesce(EventStartTime, TimeGenerated), EventEndTime = coalesce(EventEndTime, TimeGenerated),
      EventSchema = "WebSession", Dvc = coalesce(DvcFQDN, DvcHostname, DvcIpAddr, DvcId, Dvc),
      Dst = coalesce(DstFQDN, DstHostname, DstIpAddr, DstDvcId), Src = coalesce(SrcFQDN, SrcHostname, SrcIpAddr, SrcDvcId),
      Hostname = DstHostname, IpAddr = SrcIpAddr, Duration = NetworkDuration, SessionId = NetworkSessionId,
      User = SrcUsername, HttpStatusCode = EventResultDetails, UserAgent = HttpUserAgent`,
};
