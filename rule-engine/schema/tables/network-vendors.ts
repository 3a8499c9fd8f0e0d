import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/ilumioinsights */
export const ilumioInsights = defineTable(
  'IlumioInsights',
  'Flows that Illumio sees.',
  `
  TimeGenerated datetime
  AzureResourceId string
  CvssSeverity string
  DestCity string
  DestCountry string
  DestIP string
  DestIsWellKnown bool
  DestLabel string
  DestPort int
  DestThreatLevel string
  FlowCount int
  IllumioTenantId string
  IllumioUrl string
  Port int
  Proto string
  ResourceInternalId string
  ResourceRegion string
  ResourceSubId string
  ResourceTenantId string
  ResourceVnetId string
  Service string
  SrcCity string
  SrcCountry string
  SrcIP string
  SrcIsWellKnown bool
  SrcLabel string
  SrcPort int
  SrcThreatLevel string
  Status string
  TotalReceivedBytes int
  TotalSentBytes int
  UniqueId string
  VEScore real
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelalibabacloudapigatewaylogs */
export const sentinelAlibabaCloudAPIGatewayLogs = defineTable(
  'SentinelAlibabaCloudAPIGatewayLogs',
  'Requests to the API gateway of Alibaba Cloud.',
  `
  TimeGenerated datetime
  ApiGroupName string
  ApiGroupUid string
  ApiName string
  ApiStageName string
  ApiStageUid string
  ApiUid string
  AppId string
  AppName string
  ClientIp string
  ClientNonce string
  ConsumerAppKey string
  CustomTraceId string
  Domain string
  ErrorCode string
  ErrorMessage string
  Exception string
  ExchangeTimestamp string
  HttpMethod string
  InitialRequestId string
  InstanceId string
  JwtClaims string
  LogProject string
  LogRegion string
  LogStore string
  Path string
  Plugin string
  ProviderAliUid string
  Region string
  RequestBody string
  RequestHandleTime datetime
  RequestHeaders string
  RequestId string
  RequestProtocol string
  RequestQueryString string
  RequestSize string
  ResponseBody string
  ResponseHeaders string
  ResponseSize string
  ServiceLatency real
  StatusCode string
  TotalLatency real
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelalibabacloudvpcflowlogs */
export const sentinelAlibabaCloudVPCFlowLogs = defineTable(
  'SentinelAlibabaCloudVPCFlowLogs',
  'Flows in virtual networks of Alibaba Cloud.',
  `
  TimeGenerated datetime
  AccountId string
  Action string
  Bytes string
  Direction string
  DstAddr string
  DstPort string
  DstType string
  End string
  EniId string
  LogProject string
  LogRegion string
  LogStatus string
  LogStore string
  Packets string
  Protocol string
  Region string
  SrcAddr string
  SrcPort string
  SrcType string
  Start string
  TcpFlags string
  TrafficPath string
  Version string
  VmId string
  VpcId string
  VswitchId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelalibabacloudwaflogs */
export const sentinelAlibabaCloudWAFLogs = defineTable(
  'SentinelAlibabaCloudWAFLogs',
  'Requests to the web application firewall of Alibaba Cloud.',
  `
  TimeGenerated datetime
  AccountAction string
  AccountRuleId string
  AccountTest bool
  AclAction string
  AclRuleId string
  AclRuleType string
  AclTest bool
  AlgorithmRuleId string
  AntiscanAction string
  AntiscanRuleId string
  AntiscanRuleType string
  AntiscanTest bool
  BlockAction string
  BodyBytesSent long
  BypassMatchedIds string
  CcAction string
  CcBlocks string
  CcRuleId string
  CcRuleType string
  CcTest bool
  ContentType string
  DeeplearningAction string
  DeeplearningRuleId string
  DeeplearningRuleType string
  DeeplearningTest bool
  DlpRuleId string
  DlpTest bool
  FinalAction string
  FinalPlugin string
  FinalRuleId string
  FinalRuleType string
  Host string
  HttpCookie string
  HttpReferer string
  Https bool
  HttpUserAgent string
  HttpXForwardedFor string
  LogProject string
  LogRegion string
  LogStore string
  MatchedHost string
  NormalizedAction string
  NormalizedRuleId string
  NormalizedRuleType string
  NormalizedTest bool
  OwnerId string
  Querystring string
  RealClientIp string
  Region string
  RemoteAddr string
  RemotePort int
  RequestLength long
  RequestMethod string
  RequestPath string
  RequestTimeMsec real
  RequestTraceid string
  SceneAction string
  SceneId string
  SceneRuleId string
  SceneRuleType string
  SceneTest bool
  ServerPort int
  ServerProtocol string
  SslCipher string
  SslProtocol string
  Status int
  Time datetime
  UaBrowser string
  UaBrowserFamily string
  UaBrowserType string
  UaBrowserVersion string
  UaDeviceType string
  UaOs string
  UaOsFamily string
  UpstreamAddr string
  UpstreamResponseTime real
  UpstreamStatus int
  UserId string
  WafAction string
  WafRuleId string
  WafRuleType string
  WafTest bool
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelimpervawafcloudv2logs */
export const sentinelImpervaWAFCloudV2Logs = defineTable(
  'SentinelImpervaWAFCloudV2Logs',
  'Requests to the web application firewall of Imperva.',
  `
  TimeGenerated datetime
  Act string
  AdditionalReqHeaders string
  AdditionalResHeaders string
  AdditionalRuleInfo string
  App string
  AttackName string
  AttackSeverity string
  CapSupport string
  CCode string
  CiCode string
  ClApp string
  ClAppSig string
  Cn1 string
  CoSupport string
  Cpt string
  Customer string
  DeliveryRuleDetails string
  DeviceExternalId string
  DeviceFacility string
  DeviceVersion string
  Dproc string
  End string
  EventProduct string
  EventType string
  EventVendor string
  FileId string
  FilePermission string
  FileType string
  In string
  JavascriptSupport string
  Latitude string
  LogVersion string
  Longitude string
  PostBody string
  QStr string
  Ref string
  Request string
  RequestClientApplication string
  RequestMethod string
  RuleName string
  SignatureId string
  SIP string
  SiteId string
  SiteTag string
  SourceServiceName string
  Spt string
  Src string
  Start string
  Suid string
  Tag string
  Ver string
  VID string
  Xff string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
