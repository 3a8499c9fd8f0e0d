import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/emailevents */
export const emailEvents = defineTable(
  'EmailEvents',
  'Microsoft 365 email: deliveries and blocks.',
  `
  Timestamp datetime
  TimeGenerated datetime
  NetworkMessageId string
  InternetMessageId string
  SenderMailFromAddress string
  SenderFromAddress string
  SenderDisplayName string
  SenderObjectId string
  SenderMailFromDomain string
  SenderFromDomain string
  SenderIPv4 string
  SenderIPv6 string
  RecipientEmailAddress string
  RecipientObjectId string
  Subject string
  EmailClusterId long
  EmailDirection string
  DeliveryAction string
  DeliveryLocation string
  ThreatTypes string
  ThreatNames string
  DetectionMethods string
  ConfidenceLevel string
  BulkComplaintLevel int
  EmailAction string
  EmailActionPolicy string
  EmailActionPolicyGuid string
  AuthenticationDetails string
  AttachmentCount int
  UrlCount int
  EmailLanguage string
  Connectors string
  OrgLevelAction string
  OrgLevelPolicy string
  UserLevelAction string
  UserLevelPolicy string
  ExchangeTransportRule string
  DistributionList string
  ForwardingInformation string
  LatestDeliveryAction string
  LatestDeliveryLocation string
  Cc dynamic
  To dynamic
  EmailSize int
  IsFirstContact bool
  ReportId string
  AdditionalFields dynamic
  TenantId string
  LastEventExecutionTime datetime
  Context string
  ThreatClassification string
  RecipientDomain string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/emailattachmentinfo */
export const emailAttachmentInfo = defineTable(
  'EmailAttachmentInfo',
  'Files attached to email.',
  `
  Timestamp datetime
  TimeGenerated datetime
  NetworkMessageId string
  SenderFromAddress string
  SenderDisplayName string
  SenderObjectId string
  RecipientEmailAddress string
  RecipientObjectId string
  FileName string
  FileType string
  FileExtension string
  SHA256 string
  FileSize long
  ThreatTypes string
  ThreatNames string
  DetectionMethods string
  ReportId string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/emailurlinfo */
export const emailUrlInfo = defineTable(
  'EmailUrlInfo',
  'Links in email.',
  `
  Timestamp datetime
  TimeGenerated datetime
  NetworkMessageId string
  Url string
  UrlDomain string
  UrlLocation string
  ReportId string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/emailpostdeliveryevents */
export const emailPostDeliveryEvents = defineTable(
  'EmailPostDeliveryEvents',
  'What happened to email after its delivery.',
  `
  Timestamp datetime
  TimeGenerated datetime
  NetworkMessageId string
  InternetMessageId string
  Action string
  ActionType string
  ActionTrigger string
  ActionResult string
  RecipientEmailAddress string
  DeliveryLocation string
  ThreatTypes string
  DetectionMethods string
  ReportId string
  SourceLocation string
  TenantId string
  SenderFromAddress string
  EmailDirection string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/urlclickevents */
export const urlClickEvents = defineTable(
  'UrlClickEvents',
  'Clicks on links, as Safe Links saw them.',
  `
  Timestamp datetime
  TimeGenerated datetime
  Url string
  ActionType string
  AccountUpn string
  Workload string
  NetworkMessageId string
  ThreatTypes string
  DetectionMethods string
  IPAddress string
  IsClickedThrough bool
  UrlChain string
  ReportId string
  AppName string
  AppVersion string
  SourceId string
  TenantId string
  Type string
  SourceSystem string
  _IsBillable string
  _BilledSize real
`,
);
