import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwapplicationrule */
export const azfwApplicationRule = defineTable(
  'AZFWApplicationRule',
  'Application rules of Azure Firewall.',
  `
  TimeGenerated datetime
  TenantId string
  Protocol string
  SourceIp string
  SourcePort int
  DestinationPort int
  Fqdn string
  TargetUrl string
  Action string
  Policy string
  RuleCollectionGroup string
  RuleCollection string
  Rule string
  ActionReason string
  IsTlsInspected bool
  WebCategory string
  IsExplicitProxyRequest bool
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwnetworkrule */
export const azfwNetworkRule = defineTable(
  'AZFWNetworkRule',
  'Network rules of Azure Firewall.',
  `
  TimeGenerated datetime
  TenantId string
  Protocol string
  SourceIp string
  SourcePort int
  DestinationIp string
  DestinationPort int
  Action string
  Policy string
  RuleCollectionGroup string
  RuleCollection string
  Rule string
  ActionReason string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwnatrule */
export const azfwNatRule = defineTable(
  'AZFWNatRule',
  'Address translation of Azure Firewall.',
  `
  TimeGenerated datetime
  TenantId string
  Protocol string
  SourceIp string
  SourcePort int
  DestinationIp string
  DestinationPort int
  TranslatedIp string
  TranslatedPort int
  Policy string
  RuleCollectionGroup string
  RuleCollection string
  Rule string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwidpssignature */
export const azfwIdpsSignature = defineTable(
  'AZFWIdpsSignature',
  'Signatures that Azure Firewall matched.',
  `
  TimeGenerated datetime
  TenantId string
  Protocol string
  SourceIp string
  SourcePort int
  DestinationIp string
  DestinationPort int
  Action string
  SignatureId string
  Category string
  Description string
  Severity int
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwdnsquery */
export const azfwDnsQuery = defineTable(
  'AZFWDnsQuery',
  'Names that Azure Firewall resolved.',
  `
  TimeGenerated datetime
  TenantId string
  SourceIp string
  SourcePort int
  QueryId int
  QueryType string
  QueryClass string
  QueryName string
  Protocol string
  RequestSize int
  DnssecOkBit bool
  EDNS0BufferSize int
  ResponseCode string
  ResponseFlags string
  ResponseSize int
  RequestDurationSecs real
  ErrorNumber int
  ErrorMessage string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwthreatintel */
export const azfwThreatIntel = defineTable(
  'AZFWThreatIntel',
  'Threat intelligence of Azure Firewall.',
  `
  TimeGenerated datetime
  TenantId string
  Protocol string
  SourceIp string
  SourcePort int
  DestinationIp string
  DestinationPort int
  Fqdn string
  TargetUrl string
  Action string
  ThreatDescription string
  IsTlsInspected bool
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwflowtrace */
export const azfwFlowTrace = defineTable(
  'AZFWFlowTrace',
  'Flows through Azure Firewall.',
  `
  TimeGenerated datetime
  TenantId string
  Protocol string
  SourceIp string
  SourcePort int
  DestinationIp string
  DestinationPort int
  Action string
  ActionReason string
  Flag string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
