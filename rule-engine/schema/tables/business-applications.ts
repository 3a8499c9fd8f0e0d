import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dataverseactivity */
export const dataverseActivity = defineTable(
  'DataverseActivity',
  'What was done in Dataverse.',
  `
  TimeGenerated datetime
  TenantId string
  SourceRecordId string
  UserAgent string
  Operation string
  OrganizationId string
  UserType string
  UserKey string
  ResultStatus string
  OriginalObjectId string
  UserId string
  UserUpn string
  ClientIp string
  CorrelationId string
  CrmOrganizationUniqueName string
  InstanceUrl string
  ItemUrl string
  ItemType string
  Message string
  EntityId string
  EntityName string
  Fields dynamic
  Query string
  QueryResults dynamic
  ServiceContextId string
  ServiceContextIdType string
  ServiceName string
  SystemUserId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dynamics365activity */
export const dynamics365Activity = defineTable(
  'Dynamics365Activity',
  'What was done in Dynamics 365.',
  `
  TimeGenerated datetime
  TenantId string
  SourceRecordId string
  UserAgent string
  Operation string
  OrganizationId string
  UserType string
  UserKey string
  OfficeWorkload string
  RecordType string
  ResultStatus string
  OriginalObjectId string
  UserId string
  ClientIP string
  CorrelationId string
  CrmOrganizationUniqueName string
  InstanceUrl string
  ItemUrl string
  ItemType string
  Message string
  EntityId string
  EntityName string
  Fields dynamic
  Query string
  QueryResults dynamic
  ServiceName string
  SystemUserId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/powerplatformadminactivity */
export const powerPlatformAdminActivity = defineTable(
  'PowerPlatformAdminActivity',
  'Administration of Power Platform.',
  `
  TimeGenerated datetime
  TenantId string
  EventOriginalUid string
  RecordType string
  EventOriginalType string
  OrganizationId string
  ActorUserType string
  ActorUserId string
  EventResult string
  ActorName string
  Workload string
  PropertyCollection dynamic
  Properties dynamic
  EnvironmentId string
  RequiresCustomerKeyEncryption bool
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftpurviewinformationprotection */
export const microsoftPurviewInformationProtection = defineTable(
  'MicrosoftPurviewInformationProtection',
  'Sensitivity labels applied.',
  `
  TimeGenerated datetime
  TenantId string
  Id string
  RecordType int
  RecordTypeName string
  Operation string
  OrganizationId string
  UserType string
  UserKey string
  Workload string
  ResultStatus string
  ObjectId string
  UserId string
  ClientIP string
  Scope string
  AppAccessContext dynamic
  Application string
  Platform string
  DeviceName string
  EmailInfo dynamic
  CurrentProtectionTypeName string
  PreviousProtectionTypeName string
  ContentType string
  TargetLocation string
  IrmContentId string
  SensitivityLabelId string
  SensitivityLabelOwnerEmail string
  OldSensitivityLabelId string
  OldSensitivityLabelOwnerEmail string
  SensitivityLabelPolicyId string
  LabelEventType string
  ActionSource string
  ActionSourceDetail string
  JustificationText string
  SensitiveInfoTypeData dynamic
  ProtectionEventData dynamic
  Common dynamic
  DataState string
  ProtectionEventTypeName string
  Sender string
  Receivers dynamic
  ItemName string
  LabelName string
  LabelAction string
  LabelAppliedDateTime datetime
  ApplicationMode string
  ExchangeMetaData dynamic
  ConditionMatch dynamic
  RuleActions dynamic
  WorkLoadItemId string
  OverriddenActions dynamic
  SensitiveInfoDetectionIsIncluded bool
  IsViewableByExternalUsers bool
  OverRideType string
  ItemCreationTime datetime
  ItemLastModifiedTime datetime
  ItemSize string
  OverRideReason string
  CorrelationId string
  ScopedLocationId string
  MachineName string
  PolicyId string
  PolicyName string
  PolicyVersion string
  ExecutionRuleId string
  ExecutionRuleName string
  ExecutionRuleVersion string
  RuleMode string
  Severity string
  LabelVersion string
  MgtRuleId string
  SharePointMetaData dynamic
  CurrentProtectionType dynamic
  PreviousProtectionType dynamic
  SensitivityLabelEventFailureData dynamic
  AutoSensitivityLabelPolicyInfo dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/purviewdatasensitivitylogs */
export const purviewDataSensitivityLogs = defineTable(
  'PurviewDataSensitivityLogs',
  'Classifications that Purview found.',
  `
  TimeGenerated datetime
  TenantId string
  PurviewTenantId string
  PurviewAccountName string
  PurviewRegion string
  SourceName string
  SourceType string
  SourcePath string
  SourceSubscriptionId string
  SourceRegion string
  SourceCollectionName string
  SourceScanId string
  AssetName string
  AssetPath string
  AssetType string
  AssetCreationTime datetime
  AssetModifiedTime datetime
  AssetLastScanTime datetime
  FileExtension string
  FileSize long
  ActivityType string
  ClassificationTrigger string
  Classification dynamic
  ClassificationDetails dynamic
  SensitivityLabelTrigger string
  SensitivityLabel dynamic
  SensitivityLabelDetails dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/copilotactivity */
export const copilotActivity = defineTable(
  'CopilotActivity',
  'Use of Copilot.',
  `
  TimeGenerated datetime
  TenantId string
  RecordId string
  RecordType string
  ActorName string
  ActorUserId string
  ActorUserType string
  OrganizationId string
  SrcIpAddr string
  ClientRegion string
  Workload string
  Version string
  AppHost string
  AppIdentity string
  LLMEventData dynamic
  AIModelName string
  AIModelVersion string
  LogVersion string
  AgentName string
  AgentId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
