import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/vmconnection */
export const vmConnection = defineTable(
  'VMConnection',
  'Connections of computers.',
  `
  TimeGenerated datetime
  Computer string
  Direction string
  ProcessName string
  SourceIp string
  DestinationIp string
  DestinationPort int
  Protocol string
  RemoteIp string
  RemoteDnsQuestions string
  RemoteDnsCanonicalNames string
  RemoteClassification string
  RemoteLongitude real
  RemoteLatitude real
  RemoteCountry string
  BytesSent long
  BytesReceived long
  LinksLive long
  LinksTerminated long
  LinksEstablished long
  LinksFailed long
  Responses long
  ResponseTimeSum long
  ResponseTimeMin long
  ResponseTimeMax long
  MaliciousIp string
  IndicatorThreatType string
  Description string
  TLPLevel string
  Confidence string
  Severity int
  FirstReportedDateTime string
  LastReportedDateTime string
  IsActive string
  ConnectionId string
  Machine string
  Process string
  AgentId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/wiredata */
export const wireData = defineTable(
  'WireData',
  'Network traffic of computers.',
  `
  TimeGenerated datetime
  Computer string
  SessionStartTime datetime
  SessionEndTime datetime
  LocalIP string
  LocalSubnet string
  LocalPortNumber int
  RemoteIP string
  RemotePortNumber int
  SessionID string
  SessionState string
  SentBytes long
  ReceivedBytes long
  TotalBytes long
  ProtocolName string
  IPVersion string
  Direction string
  ApplicationProtocol string
  ProcessID int
  ProcessName string
  MaliciousIP string
  IndicatorThreatType string
  Description string
  TLPLevel string
  Confidence string
  Severity int
  FirstReportedDateTime string
  LastReportedDateTime string
  IsActive string
  RemoteIPLongitude real
  RemoteIPLatitude real
  RemoteIPCountry string
  SourceSystem string
  ManagementGroupName string
  LocalMAC string
  RemoteMAC string
  SequenceNumber long
  SentPackets long
  ReceivedPackets long
  ApplicationServiceName string
  LatencyMilliseconds int
  LatencySamplingTimeStamp datetime
  LatencySamplingFailureRate string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/windowsfirewall */
export const windowsFirewall = defineTable(
  'WindowsFirewall',
  'Log of the firewall of Windows.',
  `
  TimeGenerated datetime
  SourceSystem string
  Computer string
  CommunicationDirection string
  FirewallAction string
  Protocol string
  SourceIP string
  DestinationIP string
  RemoteIP string
  SourcePort int
  FullDestinationAddress string
  DestinationPort int
  RequestSizeInBytes long
  Info string
  ManagementGroupName string
  MaliciousIP string
  IndicatorThreatType string
  Description string
  TLPLevel string
  Confidence string
  Severity int
  FirstReportedDateTime string
  LastReportedDateTime string
  IsActive string
  MaliciousIPLongitude real
  MaliciousIPLatitude real
  MaliciousIPCountry string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/networkaccesstraffic */
export const networkAccessTraffic = defineTable(
  'NetworkAccessTraffic',
  'Traffic through Global Secure Access.',
  `
  TimeGenerated datetime
  TenantId string
  TransactionId string
  ConnectionId string
  SessionId string
  TrafficType string
  DeviceCategory string
  DestinationIp string
  DestinationPort int
  DestinationFqdn string
  SourceIp string
  SourcePort int
  DeviceOperatingSystem string
  DeviceOperatingSystemVersion string
  AgentVersion string
  DeviceId string
  UserId string
  UserPrincipalName string
  TransportProtocol string
  NetworkProtocol string
  Action string
  PolicyRuleId string
  PolicyId string
  SentBytes long
  ReceivedBytes long
  ReferrerHeader string
  OriginHeader string
  XForwardedFor string
  DestinationWebCategories string
  FilteringProfileId string
  FilteringProfileName string
  PolicyName string
  RuleName string
  InitiatingProcessName string
  ResourceTenantId string
  ThreatType string
  DestinationUrl string
  Description string
  AppId string
  ConnectorId string
  ConnectorName string
  ConnectorIp string
  ConnectionStatus string
  AccessType string
  ProcessingRegion string
  AppSegmentId string
  RemoteNetworkId string
  HttpMethod string
  ResponseCode int
  Token3PExpiry datetime
  Token3PValidFrom datetime
  Token3PIssuedAt datetime
  Token3PUniqueId string
  TlsAction string
  TlsStatus string
  TlsPolicyId string
  TlsPolicyName string
  UniqueTokenId string
  VendorNames string
  CloudAppCatalogId string
  CloudAppName string
  CloudAppCategory string
  CloudAppCategories string
  CloudAppGeneralScore int
  CloudAppRiskScore int
  CloudAppComplianceScore int
  CloudAppLegalScore int
  CloudAppLoginUser string
  HttpRequestContentType string
  HttpResponseContentType string
  HttpUserAgent string
  TlsRuleId string
  TlsRuleName string
  DnsResponseOrigin string
  AIAgentId string
  AIAgentName string
  KerberosMsgType string
  ServicePrincipalName string
  Realm string
  OnPremAccount string
  KerberosNonce int
  KerberosClientName string
  KerberosErrorCode int
  KerberosErrorCodeName string
  KerberosErrorText string
  IsAgentic bool
  ProcessTree string
  ProcessArgs string
  AIDetectionConfidence int
  AIDetectionEvidence string
  IsTokenAgentic bool
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/ntanetanalytics */
export const ntaNetAnalytics = defineTable(
  'NTANetAnalytics',
  'Flows of virtual networks.',
  `
  TimeGenerated datetime
  TenantId string
  SubType string
  FaSchemaVersion string
  TimeProcessed datetime
  FlowIntervalStartTime datetime
  FlowIntervalEndTime datetime
  FlowType string
  FlowStartTime datetime
  FlowEndTime datetime
  SrcIp string
  DestIp string
  SrcPorts string
  DestPort int
  L4Protocol string
  L7Protocol string
  IsFlowCapturedAtUdrHop bool
  FlowDirection string
  FlowStatus string
  NsgList string
  NsgRule string
  NsgRuleType string
  MacAddress string
  TargetResourceId string
  TargetResourceType string
  FlowLogResourceId string
  SrcSubscription string
  DestSubscription string
  SrcRegion string
  DestRegion string
  SrcNic string
  DestNic string
  SrcVm string
  DestVm string
  SrcSubnet string
  DestSubnet string
  SrcApplicationGateway string
  DestApplicationGateway string
  SrcLoadBalancer string
  DestLoadBalancer string
  SrcLocalNetworkGateway string
  DestLocalNetworkGateway string
  SrcExpressRouteCircuit string
  DestExpressRouteCircuit string
  ExpressRouteCircuitPeeringType string
  ConnectionType string
  ConnectionName string
  ConnectingVnets string
  Country string
  AzureRegion string
  FlowEncryption string
  AllowedInFlows long
  DeniedInFlows long
  AllowedOutFlows long
  DeniedOutFlows long
  PacketsDestToSrc long
  PacketsSrcToDest long
  BytesDestToSrc long
  BytesSrcToDest long
  CompletedFlows long
  SrcPublicIps string
  DestPublicIps string
  AclGroup string
  AclRule string
  Status string
  PrivateEndpointResourceId string
  PrivateLinkResourceId string
  PrivateLinkResourceName string
  SrcServiceId string
  DestServiceId string
  SrcServiceName string
  DestServiceName string
  SrcTenantId string
  DestTenantId string
  SrcTenantName string
  DestTenantName string
  SrcEnvironment string
  DestEnvironment string
  SrcCloud string
  DestCloud string
  SrcNetworkGroups string
  DestNetworkGroups string
  SrcServiceTags string
  DestServiceTags string
  LogResourceId string
  Action string
  Description string
  TrafficAnalyticsResourceId string
  RecordCount long
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/enrichedmicrosoft365auditlogs */
export const enrichedMicrosoft365AuditLogs = defineTable(
  'EnrichedMicrosoft365AuditLogs',
  'Audit logs of Microsoft 365, with what Global Secure Access knows of them.',
  `
  TimeGenerated datetime
  ActorUserType string
  AdditionalProperties dynamic
  ClientIp string
  DeviceId string
  DeviceOperatingSystem string
  DeviceOperatingSystemVersion string
  Id string
  ObjectId string
  Operation string
  OrganizationId string
  RecordType int
  ResultStatus string
  SourceIp string
  UniqueTokenId string
  UserId string
  UserKey string
  UserType string
  Workload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
