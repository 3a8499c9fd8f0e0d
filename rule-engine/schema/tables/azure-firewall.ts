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

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwapplicationruleaggregation */
export const azfwApplicationRuleAggregation = defineTable(
  'AZFWApplicationRuleAggregation',
  'Application rules of Azure Firewall, added up for policy analytics.',
  `
  TimeGenerated datetime
  Action string
  ActionReason string
  ApplicationRuleCount int
  DestinationPort int
  Fqdn string
  Policy string
  Protocol string
  Rule string
  RuleCollection string
  RuleCollectionGroup string
  SourceIp string
  TargetUrl string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwdnsflowtrace */
export const azfwDnsFlowTrace = defineTable(
  'AZFWDnsFlowTrace',
  'The way of DNS requests through Azure Firewall.',
  `
  TimeGenerated datetime
  MsgType string
  Protocol string
  QueryMessage string
  QueryTime datetime
  ResponseTime datetime
  ServerIp string
  ServerMessage string
  ServerPort int
  SocketFamily string
  SourceIp string
  SourcePort int
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwfatflow */
export const azfwFatFlow = defineTable(
  'AZFWFatFlow',
  'The largest flows through Azure Firewall.',
  `
  TimeGenerated datetime
  DestinationIp string
  DestinationPort int
  FlowRate real
  Protocol string
  SourceIp string
  SourcePort int
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwinternalfqdnresolutionfailure */
export const azfwInternalFqdnResolutionFailure = defineTable(
  'AZFWInternalFqdnResolutionFailure',
  'Names that Azure Firewall could not resolve.',
  `
  TimeGenerated datetime
  Error string
  Fqdn string
  Policy string
  Rule string
  RuleCollection string
  RuleCollectionGroup string
  ServerIp string
  ServerPort int
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwnatruleaggregation */
export const azfwNatRuleAggregation = defineTable(
  'AZFWNatRuleAggregation',
  'NAT rules of Azure Firewall, added up for policy analytics.',
  `
  TimeGenerated datetime
  NatRuleCount int
  Policy string
  Protocol string
  Rule string
  RuleCollection string
  RuleCollectionGroup string
  SourceIp string
  TranslatedIp string
  TranslatedPort int
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azfwnetworkruleaggregation */
export const azfwNetworkRuleAggregation = defineTable(
  'AZFWNetworkRuleAggregation',
  'Network rules of Azure Firewall, added up for policy analytics.',
  `
  TimeGenerated datetime
  Action string
  ActionReason string
  DestinationIp string
  DestinationPort int
  IsDefaultRule bool
  NetworkRuleCount int
  Policy string
  Protocol string
  Rule string
  RuleCollection string
  RuleCollectionGroup string
  SourceIp string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
