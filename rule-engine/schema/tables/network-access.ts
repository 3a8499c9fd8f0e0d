import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/networkaccessalerts */
export const networkAccessAlerts = defineTable(
  'NetworkAccessAlerts',
  'Alerts of Global Secure Access.',
  `
  TimeGenerated datetime
  AlertType string
  ComponentName string
  CreationDateTime datetime
  Description string
  DetectionTechnology string
  DisplayName string
  ExtendedProperties dynamic
  FirstActivityDateTime datetime
  Id string
  IsPreview bool
  LastActivityDateTime datetime
  PolicyId string
  ProductName string
  RelatedResources dynamic
  Severity string
  SubTechniques string
  Techniques string
  VendorName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/networkaccessconnectionevents */
export const networkAccessConnectionEvents = defineTable(
  'NetworkAccessConnectionEvents',
  'Connections of Global Secure Access.',
  `
  TimeGenerated datetime
  AgentVersion string
  AppId string
  ClientDeviceName string
  ConnectionId string
  CrossTenantAccessType string
  DestinationFqdn string
  DestinationIp string
  DestinationPort int
  DeviceCategory string
  DeviceId string
  DeviceJoinType string
  DeviceOperatingSystem string
  DeviceOperatingSystemVersion string
  EventType string
  HomeTenantId string
  InitiatingProcessName string
  IsLocal bool
  NetworkProtocol string
  PopProcessingRegion string
  RemoteNetworkId string
  RemoteNetworkSourceIp string
  SecurityPolicyId string
  SecurityPolicyName string
  SecurityPolicyVersion string
  SecurityProfileId string
  SecurityProfileName string
  SecurityProfileVersion string
  SecurityRuleId string
  SourceIp string
  SourceIpAutonomousSystemNumber string
  SourceIpCarrier string
  SourceIpCity string
  SourceIpCountryCode string
  SourceIpLatitude real
  SourceIpLongitude real
  SourceIpState string
  SourceIpStateCode string
  SourcePort int
  SourcePrivateIp string
  Token3PExpiry datetime
  Token3PIssuedAt datetime
  Token3PUniqueId string
  Token3PValidFrom datetime
  TrafficType string
  TransportProtocol string
  UserId string
  UserPrincipalName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/networkaccessgenerativeaiinsights */
export const networkAccessGenerativeAIInsights = defineTable(
  'NetworkAccessGenerativeAIInsights',
  'Use of generative AI that Global Secure Access sees.',
  `
  TimeGenerated datetime
  Activity string
  Content string
  DestinationUrl string
  EventId string
  EventType string
  McpClientName string
  McpServerName string
  SessionId string
  SubActivity string
  TransactionId string
  UserPrincipalName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/remotenetworkhealthlogs */
export const remoteNetworkHealthLogs = defineTable(
  'RemoteNetworkHealthLogs',
  'The state of remote networks of Global Secure Access.',
  `
  TimeGenerated datetime
  BgpRoutesAdvertisedCount int
  CreatedDateTime datetime
  Description string
  DestinationIp string
  Id string
  ReceivedBytes long
  RemoteNetworkId string
  SentBytes long
  SourceIp string
  Status string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/networksessions */
export const networkSessions = defineTable(
  'NetworkSessions',
  'Network sessions of many sources, as a first schema of Sentinel had them.',
  `
  TimeGenerated datetime
  AdditionalFields dynamic
  CloudAppId string
  CloudAppName string
  CloudAppOperation string
  CloudAppRiskLevel string
  DstBytes long
  DstDomainHostname string
  DstDvcDomain string
  DstDvcFqdn string
  DstDvcHostname string
  DstDvcIpAddr string
  DstDvcMacAddr string
  DstGeoCity string
  DstGeoCountry string
  DstGeoLatitude real
  DstGeoLongitude real
  DstGeoRegion string
  DstInterfaceGuid string
  DstInterfaceName string
  DstIpAddr string
  DstMacAddr string
  DstNatIpAddr string
  DstNatPortNumber int
  DstPackets long
  DstPortNumber int
  DstResourceId string
  DstUserAadId string
  DstUserDomain string
  DstUserName string
  DstUserSid string
  DstUserUpn string
  DstZone string
  DvcAction string
  DvcHostname string
  DvcInboundInterface string
  DvcIpAddr string
  DvcMacAddr string
  DvcOutboundInterface string
  EventCount int
  EventEndTime datetime
  EventMessage string
  EventOriginalUid string
  EventProduct string
  EventProductVersion string
  EventReportUrl string
  EventResourceId string
  EventResult string
  EventResultDetails string
  EventSchemaVersion string
  EventSeverity string
  EventStartTime datetime
  EventSubType string
  EventTimeIngested datetime
  EventType string
  EventUid string
  EventVendor string
  FileExtension string
  FileHashMd5 string
  FileHashSha1 string
  FileHashSha256 string
  FileHashSha512 string
  FileMimeType string
  FileName string
  FilePath string
  FileSize int
  HttpContentType string
  HttpReferrerOriginal string
  HttpRequestMethod string
  HttpRequestTime int
  HttpRequestXff string
  HttpResponseTime int
  HttpStatusCode string
  HttpUserAgentOriginal string
  HttpVersion string
  NetworkApplicationProtocol string
  NetworkBytes long
  NetworkDirection string
  NetworkDuration int
  NetworkIcmpCode int
  NetworkIcmpType string
  NetworkPackets long
  NetworkProtocol string
  NetworkRuleName string
  NetworkRuleNumber int
  NetworkSessionId string
  SrcBytes long
  SrcDvcDomain string
  SrcDvcFqdn string
  SrcDvcHostname string
  SrcDvcIpAddr string
  SrcDvcMacAddr string
  SrcDvcModelName string
  SrcDvcModelNumber string
  SrcDvcOs string
  SrcDvcType string
  SrcGeoCity string
  SrcGeoCountry string
  SrcGeoLatitude real
  SrcGeoLongitude real
  SrcGeoRegion string
  SrcInterfaceGuid string
  SrcInterfaceName string
  SrcIpAddr string
  SrcMacAddr string
  SrcNatIpAddr string
  SrcNatPortNumber int
  SrcPackets long
  SrcPortNumber int
  SrcResourceId string
  SrcUserAadId string
  SrcUserDomain string
  SrcUserName string
  SrcUserSid string
  SrcUserUpn string
  SrcZone string
  ThreatCategory string
  ThreatId string
  ThreatName string
  UrlCategory string
  UrlHostname string
  UrlOriginal string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
