import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/w3ciislog */
export const w3ciisLog = defineTable(
  'W3CIISLog',
  'Requests to Internet Information Services.',
  `
  TimeGenerated datetime
  SourceSystem string
  sSiteName string
  sIP string
  csMethod string
  csUriStem string
  csUriQuery string
  sPort int
  csUserName string
  cIP string
  csVersion string
  csUserAgent string
  csCookie string
  csReferer string
  csHost string
  scStatus string
  scSubStatus string
  scWin32Status string
  scBytes long
  csBytes long
  TimeTaken long
  Computer string
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
  RemoteIPLongitude real
  RemoteIPLatitude real
  RemoteIPCountry string
  StorageAccount string
  AzureDeploymentID string
  Role string
  RoleInstance string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appservicehttplogs */
export const appServiceHTTPLogs = defineTable(
  'AppServiceHTTPLogs',
  'Requests to web applications of App Service.',
  `
  TimeGenerated datetime
  TenantId string
  CsMethod string
  CsUriStem string
  SPort string
  CIp string
  UserAgent string
  CsHost string
  ScStatus int
  ScSubStatus string
  ScWin32Status string
  ScBytes int
  CsBytes int
  TimeTaken int
  Result string
  Cookie string
  CsUriQuery string
  CsUsername string
  Referer string
  ComputerName string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/agwfirewalllogs */
export const agwFirewallLogs = defineTable(
  'AGWFirewallLogs',
  'Firewall of Application Gateway.',
  `
  TimeGenerated datetime
  TenantId string
  OperationName string
  InstanceId string
  ClientIp string
  ClientPort int
  RequestUri string
  RuleSetType string
  RuleSetVersion string
  RuleId string
  Message string
  Action string
  Site string
  DetailedMessage string
  DetailedData string
  FileDetails string
  LineDetails string
  Hostname string
  TransactionId string
  PolicyId string
  PolicyScope string
  PolicyScopeName string
  ParanoiaLevel string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/agwaccesslogs */
export const agwAccessLogs = defineTable(
  'AGWAccessLogs',
  'Requests through Application Gateway.',
  `
  TimeGenerated datetime
  TenantId string
  OperationName string
  ListenerName string
  RuleName string
  BackendPoolName string
  BackendSettingName string
  InstanceId string
  ClientIp string
  ClientPort int
  HttpMethod string
  RequestUri string
  RequestQuery string
  UserAgent string
  HttpStatus int
  HttpVersion string
  ReceivedBytes int
  SentBytes int
  ClientResponseTime real
  TimeTaken real
  WafEvaluationTime real
  WafMode string
  WafPolicyId string
  TransactionId string
  SslEnabled string
  SslCipher string
  SslProtocol string
  SslClientVerify string
  SslClientCertificateFingerprint string
  SslClientCertificateIssuerName string
  ServerRouted string
  ServerStatus int
  ServerResponseLatency real
  ServerConnectTime real
  ServerHeaderTime real
  BackendSslProtocol string
  BackendSslCipher string
  ErrorInfo string
  Host string
  OriginalRequestUriWithArgs string
  UpstreamSourcePort int
  OriginalHost string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
