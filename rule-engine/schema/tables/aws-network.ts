import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsalbaccesslogs */
export const awsalbAccessLogs = defineTable(
  'AWSALBAccessLogs',
  'Requests to application load balancers of AWS.',
  `
  TimeGenerated datetime
  ActionsExecuted string
  Alb string
  ALBType string
  ChosenCertArn string
  Classification string
  ClassificationReason string
  ClientIp string
  ClientPort int
  ConnTraceId string
  DomainName string
  ElbStatusCode int
  LambdaErrorReason string
  MatchedRulePriority string
  ReceivedBytes long
  RedirectUrl string
  RequestCreationTime string
  RequestProcessingTime string
  RequestRaw string
  ResponseProcessingTime string
  SentBytes long
  SslCipher string
  SslProtocol string
  TargetGroupArn string
  TargetIp string
  TargetPort int
  TargetPortList string
  TargetProcessingTime string
  TargetStatusCode string
  TargetStatusCodeList string
  TraceId string
  UserAgent string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsnlbaccesslogs */
export const awsnlbAccessLogs = defineTable(
  'AWSNLBAccessLogs',
  'Connections to network load balancers of AWS.',
  `
  TimeGenerated datetime
  ALPNBEProtocol string
  ALPNClientPrefList string
  ALPNFEProtocol string
  ChosenCertArn string
  ChosenCertSerial string
  ClientIPPort string
  ConnectionTime string
  DomainName string
  IncomingTLSAlert string
  Listener string
  Nlb string
  NLBType string
  ReceivedBytes string
  SentBytes string
  TargetIPPort string
  TLSCipher string
  TLSConnectionCreationTime string
  TlsHandshakeTime string
  TLSNamedGroup string
  TLSProtocolVersion string
  Version string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsnetworkfirewallalert */
export const awsNetworkFirewallAlert = defineTable(
  'AWSNetworkFirewallAlert',
  'Alerts of the network firewall of AWS.',
  `
  TimeGenerated datetime
  AlertAction string
  AppProto string
  AvailabilityZone string
  Category string
  DestIp string
  DestPort string
  Direction string
  EventTimestamp datetime
  EventType string
  FirewallName string
  FlowId string
  PktSrc string
  Proto string
  Rev string
  Severity string
  Signature string
  SignatureId string
  Sni string
  SrcIp string
  SrcPort string
  Timestamp datetime
  TxId string
  VerdictAction string
  Version string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsnetworkfirewallflow */
export const awsNetworkFirewallFlow = defineTable(
  'AWSNetworkFirewallFlow',
  'Flows through the network firewall of AWS.',
  `
  TimeGenerated datetime
  Ack bool
  AppProto string
  AvailabilityZone string
  DestIp string
  DestPort string
  Ecn bool
  EventTimestamp string
  EventType string
  Fin bool
  FirewallName string
  FlowId string
  NetFlowAge string
  NetFlowBytes string
  NetFlowEnd datetime
  NetFlowMaxttl string
  NetFlowMinttl string
  NetFlowPkts string
  NetFlowStart datetime
  Proto string
  Psh bool
  Rst bool
  SrcIp string
  SrcPort string
  Syn bool
  TCPFlags string
  Timestamp datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsnetworkfirewalltls */
export const awsNetworkFirewallTls = defineTable(
  'AWSNetworkFirewallTls',
  'TLS inspection of the network firewall of AWS.',
  `
  TimeGenerated datetime
  Action string
  AvailabilityZone string
  DestIp string
  DestPort string
  ErrorMessage string
  EventTimestamp datetime
  FirewallName string
  LeafCertificateFingerprint string
  Sni string
  SrcIp string
  SrcPort string
  Status string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsroute53resolver */
export const awsRoute53Resolver = defineTable(
  'AWSRoute53Resolver',
  'DNS requests to the resolver of AWS.',
  `
  TimeGenerated datetime
  AccountId string
  Answers dynamic
  FirewallDomainListId string
  FirewallRuleAction string
  FirewallRuleGroupId string
  LogType string
  QueryClass string
  QueryName string
  QueryType string
  Rcode string
  Region string
  SrcAddr string
  SrcIds dynamic
  SrcPort string
  Transport string
  Version string
  VpcId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awss3serveraccess */
export const awss3ServerAccess = defineTable(
  'AWSS3ServerAccess',
  'Requests to buckets of AWS.',
  `
  TimeGenerated datetime
  AccessPointARN string
  ACLRequired string
  AuthenticationType string
  Bucket string
  BucketOwner string
  BytesSent int
  CipherSuite string
  ErrorCode string
  HostHeader string
  HostId string
  HttpStatus int
  Key string
  ObjectSize int
  Operation string
  Referer string
  RemoteIp string
  Requester string
  RequestId string
  RequestUri string
  SignatureVersion string
  TLSVersion string
  TotalTime int
  TurnAroundTime string
  UserAgent string
  VersionId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awswaf */
export const awswaf = defineTable(
  'AWSWAF',
  'Requests to the web application firewall of AWS.',
  `
  TimeGenerated datetime
  Action string
  Args string
  CaptchaResponse dynamic
  ChallengeResponse dynamic
  ClientIp string
  Country string
  ExcludedRules dynamic
  FormatVersion string
  Headers dynamic
  HttpMethod string
  HttpRequest dynamic
  HttpSourceId string
  HttpSourceName string
  HttpVersion string
  Ja3Fingerprint string
  Labels dynamic
  NonTerminatingMatchingRules dynamic
  OversizeFields dynamic
  RateBasedRuleList dynamic
  RequestHeadersInserted dynamic
  RequestId string
  ResponseCodeSent int
  RuleGroupId string
  RuleGroupList dynamic
  TerminatingRule dynamic
  TerminatingRuleId string
  TerminatingRuleMatchDetails dynamic
  TerminatingRuleType string
  Uri string
  WebAclId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
