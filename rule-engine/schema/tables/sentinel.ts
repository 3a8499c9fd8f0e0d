import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityincident */
export const securityIncident = defineTable(
  'SecurityIncident',
  'Incidents.',
  `
  TimeGenerated datetime
  TenantId string
  IncidentName string
  Title string
  Description string
  Severity string
  Status string
  Classification string
  ClassificationComment string
  ClassificationReason string
  Owner dynamic
  ProviderName string
  ProviderIncidentId string
  FirstActivityTime datetime
  LastActivityTime datetime
  FirstModifiedTime datetime
  LastModifiedTime datetime
  CreatedTime datetime
  ClosedTime datetime
  IncidentNumber int
  RelatedAnalyticRuleIds dynamic
  AlertIds dynamic
  BookmarkIds dynamic
  Comments dynamic
  Tasks dynamic
  Labels dynamic
  IncidentUrl string
  AdditionalData dynamic
  ModifiedBy string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/behavioranalytics */
export const behaviorAnalytics = defineTable(
  'BehaviorAnalytics',
  'Unusual behaviour of users and entities.',
  `
  TimeGenerated datetime
  TenantId string
  SourceRecordId string
  TimeProcessed datetime
  ActivityType string
  ActionType string
  UserName string
  UserPrincipalName string
  EventSource string
  SourceIPAddress string
  SourceIPLocation string
  SourceDevice string
  DestinationIPAddress string
  DestinationIPLocation string
  DestinationDevice string
  EventVendor string
  EventProductVersion string
  ActorName string
  ActorPrincipalName string
  TargetName string
  TargetPrincipalName string
  Device string
  UsersInsights dynamic
  DevicesInsights dynamic
  ActivityInsights dynamic
  SourceSystem string
  NativeTableName string
  InvestigationPriority int
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/userpeeranalytics */
export const userPeerAnalytics = defineTable(
  'UserPeerAnalytics',
  'Peers of users.',
  `
  TimeGenerated datetime
  TenantId string
  AADTenantId string
  UserId string
  UserPrincipalName string
  UserName string
  PeerUserId string
  PeerUserPrincipalName string
  PeerUserName string
  Rank int
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/anomalies */
export const anomalies = defineTable(
  'Anomalies',
  'Anomalies that rules found.',
  `
  TimeGenerated datetime
  TenantId string
  Id string
  WorkspaceId string
  VendorName string
  AnomalyTemplateId string
  AnomalyTemplateName string
  AnomalyTemplateVersion string
  RuleId string
  RuleStatus string
  RuleName string
  RuleConfigVersion string
  Score real
  Description string
  StartTime datetime
  EndTime datetime
  ExtendedLinks dynamic
  Tactics string
  Techniques string
  UserName string
  UserPrincipalName string
  SourceIpAddress string
  SourceLocation dynamic
  SourceDevice string
  DestinationIpAddress string
  DestinationLocation dynamic
  DestinationDevice string
  ActivityInsights dynamic
  DeviceInsights dynamic
  UserInsights dynamic
  AnomalyReasons dynamic
  Entities dynamic
  ExtendedProperties dynamic
  AnomalyDetails dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/huntingbookmark */
export const huntingBookmark = defineTable(
  'HuntingBookmark',
  'Bookmarks of hunts.',
  `
  TimeGenerated datetime
  TenantId string
  BookmarkId string
  BookmarkName string
  BookmarkType string
  CreatedBy string
  UpdatedBy string
  CreatedTime datetime
  LastUpdatedTime datetime
  EventTime datetime
  QueryText string
  QueryResultRow string
  QueryStartTime datetime
  QueryEndTime datetime
  Notes string
  Entities string
  SoftDeleted bool
  Tags string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelhealth */
export const sentinelHealth = defineTable(
  'SentinelHealth',
  'Health of connectors and rules.',
  `
  TimeGenerated datetime
  TenantId string
  OperationName string
  SentinelResourceId string
  SentinelResourceName string
  Status string
  Description string
  Reason string
  WorkspaceId string
  SentinelResourceType string
  SentinelResourceKind string
  RecordId string
  ExtendedProperties dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelaudit */
export const sentinelAudit = defineTable(
  'SentinelAudit',
  'Changes to rules and automation.',
  `
  TimeGenerated datetime
  TenantId string
  OperationName string
  SentinelResourceId string
  SentinelResourceName string
  Status string
  Description string
  WorkspaceId string
  SentinelResourceType string
  SentinelResourceKind string
  CorrelationId string
  ExtendedProperties dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/watchlist */
export const watchlist = defineTable(
  'Watchlist',
  'Items of watchlists.',
  `
  TimeGenerated datetime
  TenantId string
  AzureTenantId string
  WatchlistId string
  WatchlistItemId string
  WatchlistName string
  WatchlistAlias string
  Source string
  Provider string
  CreatedBy dynamic
  UpdatedBy dynamic
  CreatedTimeUTC datetime
  LastUpdatedTimeUTC datetime
  Notes string
  Tags string
  DefaultDuration string
  TimeToLive datetime
  WatchlistItem dynamic
  EntityMapping dynamic
  CorrelationId string
  SearchKey string
  WatchlistCategory string
  _DTTimestamp datetime
  _DTItemId string
  _DTItemType string
  _DTItemStatus string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/confidentialwatchlist */
export const confidentialWatchlist = defineTable(
  'ConfidentialWatchlist',
  'Items of confidential watchlists.',
  `
  TimeGenerated datetime
  AzureTenantId string
  CorrelationId string
  CreatedBy dynamic
  CreatedTimeUTC datetime
  DefaultDuration string
  EntityMapping dynamic
  LastUpdatedTimeUTC datetime
  Notes string
  Provider string
  SearchKey string
  Source string
  Tags string
  TimeToLive datetime
  UpdatedBy dynamic
  WatchlistAlias string
  WatchlistCategory string
  WatchlistId string
  WatchlistItem dynamic
  WatchlistItemId string
  WatchlistName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _DTItemId string
  _DTItemStatus string
  _DTItemType string
  _DTTimestamp datetime
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelbehaviorentities */
export const sentinelBehaviorEntities = defineTable(
  'SentinelBehaviorEntities',
  'Entities of the behaviours that Sentinel found.',
  `
  TimeGenerated datetime
  AccountDomain string
  AccountName string
  AccountObjectId string
  AccountSid string
  AccountUpn string
  ActionType string
  AdditionalFields string
  Application string
  ApplicationId int
  BehaviorId string
  Categories string
  CloudPlatform string
  CloudResource string
  CloudResourceId string
  CloudResourceType string
  CloudSubscriptionId string
  DataSources string
  DetailedEntityRole string
  DetectionSource string
  DeviceId string
  DeviceName string
  EmailClusterId string
  EmailSubject string
  EntityRole string
  EntityType string
  FileName string
  FileSize long
  FolderPath string
  LocalIP string
  NetworkMessageId string
  OAuthApplicationId string
  ProcessCommandLine string
  RegistryKey string
  RegistryValueData string
  RegistryValueName string
  RemoteIP string
  RemoteUrl string
  ServiceSource string
  SHA1 string
  SHA256 string
  ThreatFamily string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/sentinelbehaviorinfo */
export const sentinelBehaviorInfo = defineTable(
  'SentinelBehaviorInfo',
  'Behaviours that Sentinel found.',
  `
  TimeGenerated datetime
  AccountObjectId string
  AccountUpn string
  ActionType string
  AdditionalFields string
  AttackTechniques string
  BehaviorId string
  Categories string
  DataSources string
  Description string
  DetectionSource string
  DeviceId string
  EndTime datetime
  Insights string
  ServiceSource string
  StartTime datetime
  Title string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/useraccessanalytics */
export const userAccessAnalytics = defineTable(
  'UserAccessAnalytics',
  'Access of users to resources, as behaviour analytics ranks it.',
  `
  TimeGenerated datetime
  AADTenantId string
  AccessEndReason string
  AccessEndTime datetime
  AccessId string
  AccessLevel string
  AccessStartTime datetime
  AccessType string
  SourceEntityId string
  SourceEntityName string
  SourceEntityType string
  TargetEntityId string
  TargetEntityName string
  TargetEntityType string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
