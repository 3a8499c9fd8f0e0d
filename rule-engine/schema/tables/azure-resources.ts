import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/hdinsightsecuritylogs */
export const hdInsightSecurityLogs = defineTable(
  'HDInsightSecurityLogs',
  'Audit logs of HDInsight clusters.',
  `
  TimeGenerated datetime
  ClusterName string
  CorrelationId string
  HostName string
  LogType string
  Message string
  OperationName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/ncbmbreakglassauditlogs */
export const ncbmBreakGlassAuditLogs = defineTable(
  'NCBMBreakGlassAuditLogs',
  'Emergency access to bare-metal machines of Operator Nexus.',
  `
  TimeGenerated datetime
  ClusterManagerName string
  ClusterName string
  Location string
  Log string
  Message string
  Mode string
  Node string
  ProcessId int
  User string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/ncbmsecuritydefenderlogs */
export const ncbmSecurityDefenderLogs = defineTable(
  'NCBMSecurityDefenderLogs',
  'What Defender finds on bare-metal machines of Operator Nexus.',
  `
  TimeGenerated datetime
  ClusterManagerName string
  ClusterName string
  ComponentName string
  ComponentVersion string
  ContainerName string
  Location string
  LogType string
  Message string
  NamespaceName string
  Node string
  PodName string
  Severity string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/ncbmsecuritylogs */
export const ncbmSecurityLogs = defineTable(
  'NCBMSecurityLogs',
  'Security logs of bare-metal machines of Operator Nexus.',
  `
  TimeGenerated datetime
  ClusterManagerName string
  ClusterName string
  Facility string
  Location string
  Message string
  Node string
  ProcessId int
  ProcessName string
  Severity string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/nspaccesslogs */
export const nspAccessLogs = defineTable(
  'NSPAccessLogs',
  'Access that network security perimeters let in or denied.',
  `
  TimeGenerated datetime
  AccessRuleVersion string
  AppId string
  Category string
  Count int
  DestinationEmailAddress string
  DestinationFqdn string
  DestinationParameters string
  DestinationPhoneNumber string
  DestinationPort string
  DestinationProtocol string
  DestinationResourceId string
  Location string
  MatchedRule string
  OperationName string
  OperationVersion string
  Parameters string
  Profile string
  ResultAction string
  ResultDescription string
  ResultDirection string
  RuleType string
  ServiceFqdn string
  ServiceResourceId string
  SourceAppId string
  SourceIpAddress string
  SourceParameters string
  SourcePerimeterGuids string
  SourcePort string
  SourceProtocol string
  SourceResourceId string
  TimeGeneratedEndTime datetime
  TrafficType string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftazurebastionauditlogs */
export const microsoftAzureBastionAuditLogs = defineTable(
  'MicrosoftAzureBastionAuditLogs',
  'Sessions of Azure Bastion.',
  `
  TimeGenerated datetime
  ClientIpAddress string
  ClientPort int
  Duration int
  Location string
  Message string
  OperationName string
  Protocol string
  ResourceType string
  SessionEndTime string
  SessionStartTime datetime
  TargetResourceId string
  TargetVMIPAddress string
  Time datetime
  TunnelId string
  UserAgent string
  UserEmail string
  UserName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerregistryloginevents */
export const containerRegistryLoginEvents = defineTable(
  'ContainerRegistryLoginEvents',
  'Logins to Azure Container Registry.',
  `
  TimeGenerated datetime
  CallerIpAddress string
  Category string
  CorrelationId string
  DurationMs string
  Identity string
  JwtId string
  LoginServer string
  OperationName string
  Region string
  ResultDescription string
  ResultType string
  UserAgent string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerregistryrepositoryevents */
export const containerRegistryRepositoryEvents = defineTable(
  'ContainerRegistryRepositoryEvents',
  'What was done with images of Azure Container Registry.',
  `
  TimeGenerated datetime
  ArtifactType string
  CallerIpAddress string
  Category string
  CorrelationId string
  Digest string
  DurationMs string
  Identity string
  LoginServer string
  MediaType string
  OperationName string
  Region string
  Repository string
  ResultDescription string
  ResultType string
  Size int
  Tag string
  UserAgent string
  UserTenantId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/coreazurebackup */
export const coreAzureBackup = defineTable(
  'CoreAzureBackup',
  'Vaults and items of Azure Backup.',
  `
  TimeGenerated datetime
  AgentVersion string
  ArchiveTierLatestRecoveryPointLocation string
  ArchiveTierLatestRecoveryPointTime datetime
  ArchiveTierOldestRecoveryPointLocation string
  ArchiveTierOldestRecoveryPointTime datetime
  ArchiveTierStorageConsumedInMBs real
  ArchiveTierStorageReplicationType string
  AzureBackupAgentVersion string
  AzureDataCenter string
  BackupItemAppVersion string
  BackupItemFriendlyName string
  BackupItemFrontEndSize real
  BackupItemId string
  BackupItemName string
  BackupItemProtectionState string
  BackupItemType string
  BackupItemUniqueId string
  BackupManagementServerName string
  BackupManagementServerOSVersion string
  BackupManagementServerType string
  BackupManagementServerUniqueId string
  BackupManagementServerVersion string
  BackupManagementType string
  BillingGroupFriendlyName string
  BillingGroupUniqueId string
  Category string
  DatasourceFriendlyName string
  DatasourceResourceGroupName string
  DatasourceResourceId string
  DatasourceSetFriendlyName string
  DatasourceSetResourceId string
  DatasourceSetType string
  DatasourceSubscriptionId string
  DatasourceType string
  ExtendedProperties dynamic
  IsArchiveEnabled bool
  LatestRecoveryPointLocation string
  LatestRecoveryPointTime datetime
  OldestRecoveryPointLocation string
  OldestRecoveryPointTime datetime
  OperationName string
  PolicyId string
  PolicyName string
  PolicyUniqueId string
  ProtectedContainerFriendlyName string
  ProtectedContainerLocation string
  ProtectedContainerName string
  ProtectedContainerOSType string
  ProtectedContainerOSVersion string
  ProtectedContainerProtectionState string
  ProtectedContainerType string
  ProtectedContainerUniqueId string
  ProtectedContainerWorkloadType string
  ProtectionGroupName string
  ResourceGroupName string
  ResourceId string
  SchemaVersion string
  SecondaryBackupProtectionState string
  State string
  StorageConsumedInMBs real
  StorageReplicationType string
  SubscriptionId string
  VaultName string
  VaultTags string
  VaultType string
  VaultUniqueId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/adxtabledetails */
export const adxTableDetails = defineTable(
  'ADXTableDetails',
  'Tables of Azure Data Explorer.',
  `
  TimeGenerated datetime
  CachingPolicy dynamic
  CachingPolicyOrigin string
  CorrelationId string
  DatabaseName string
  EntityType string
  HotExtentCount long
  HotExtentSize real
  HotOriginalSize long
  HotRowCount long
  MaxExtentsCreationTime datetime
  MinExtentsCreationTime datetime
  OperationName string
  RetentionPolicy dynamic
  RetentionPolicyOrigin string
  TableName string
  TotalExtentCount long
  TotalExtentSize real
  TotalOriginalSize real
  TotalRowCount long
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azuremetrics */
export const azureMetrics = defineTable(
  'AzureMetrics',
  "Metrics of Azure's resources.",
  `
  TimeGenerated datetime
  Average real
  CallerIpAddress string
  Category string
  Confidence string
  CorrelationId string
  Count real
  Description string
  DurationMs long
  FirstReportedDateTime string
  IndicatorThreatType string
  IsActive string
  LastReportedDateTime string
  MaliciousIP string
  Maximum real
  MetricName string
  Minimum real
  OperationName string
  OperationVersion string
  RemoteIPCountry string
  RemoteIPLatitude real
  RemoteIPLongitude real
  Resource string
  ResourceGroup string
  ResourceId string
  ResourceProvider string
  ResultDescription string
  ResultSignature string
  ResultType string
  Severity int
  SubscriptionId string
  TimeGrain string
  TLPLevel string
  Total real
  UnitName string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
