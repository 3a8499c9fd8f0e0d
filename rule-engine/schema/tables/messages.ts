import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-messageevents-table */
export const messageEvents = defineTable(
  'MessageEvents',
  'Messages of Teams.',
  `
  Timestamp datetime
  TimeGenerated datetime
  LastEditedTime string
  TeamsMessageId string
  SenderEmailAddress string
  SenderDisplayName string
  SenderObjectId string
  SenderType string
  RecipientDetails dynamic
  IsOwnedThread bool
  MessageId string
  ParentMessageId string
  GroupId string
  GroupName string
  ThreadId string
  ThreadName string
  ThreadType string
  ThreadSubtype string
  IsExternalThread bool
  MessageFormatType string
  MessageFormatSubtype string
  MessageVersion string
  MessageSubject string
  ThreatTypes string
  DetectionMethods dynamic
  ConfidenceLevel dynamic
  DeliveryAction string
  DeliveryLocation string
  ReportId string
  SafetyTip string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-messagepostdeliveryevents-table */
export const messagePostDeliveryEvents = defineTable(
  'MessagePostDeliveryEvents',
  'Security events of messages after their delivery.',
  `
  Timestamp datetime
  TimeGenerated datetime
  TeamsMessageId string
  Action string
  ActionType string
  ActionTrigger string
  ActionResult string
  SenderEmailAddress string
  RecipientDetails dynamic
  ThreatTypes string
  ConfidenceLevel dynamic
  DetectionMethods string
  LatestDeliveryLocation string
  ReportId string
  IsExternalThread bool
  SafetyTip string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-messageurlinfo-table */
export const messageUrlInfo = defineTable(
  'MessageUrlInfo',
  'Links in messages.',
  `
  Timestamp datetime
  TimeGenerated datetime
  TeamsMessageId string
  Url string
  UrlDomain string
  ThreatTypes string
  ReportId string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-campaigninfo-table */
export const campaignInfo = defineTable(
  'CampaignInfo',
  'Campaigns of mail.',
  `
  Timestamp datetime
  TimeGenerated datetime
  CampaignName string
  CampaignId string
  CampaignType string
  CampaignSubtype string
  NetworkMessageId string
  RecipientEmailAddress string
  ReportId string
  TenantId string
  CampaignSubType string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-filemaliciouscontentinfo-table */
export const fileMaliciousContentInfo = defineTable(
  'FileMaliciousContentInfo',
  'Malicious files in SharePoint, OneDrive and Teams.',
  `
  Timestamp datetime
  TimeGenerated datetime
  Workload string
  FileName string
  FolderPath string
  FileSize long
  SHA256 string
  FileOwnerDisplayName string
  FileOwnerUpn string
  DocumentId string
  ThreatTypes dynamic
  ThreatNames string
  DetectionMethods string
  LastModifyingAccountUpn string
  LastModifiedTime datetime
  FileCreationTime datetime
  ReportId string
  TenantId string
  DocumentID string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/communicationcomplianceactivity */
export const communicationComplianceActivity = defineTable(
  'CommunicationComplianceActivity',
  'Matches of the policies of communication compliance.',
  `
  TimeGenerated datetime
  ActorName string
  ActorUserId string
  ActorUserType string
  EventOriginalType string
  EventOriginalUid string
  EventProduct string
  EventVendor string
  IsPolicyHit bool
  ObjectId string
  OrganizationId string
  RecordType string
  SRPolicyId string
  SRPolicyName string
  SRRuleMatchDetails dynamic
  UserType string
  Workload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
