import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-cloudauditevents-table */
export const cloudAuditEvents = defineTable(
  'CloudAuditEvents',
  'What was done in clouds that Defender for Cloud guards.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ReportId string
  DataSource string
  ActionType string
  OperationName string
  ResourceId string
  IPAddress string
  IsAnonymousProxy bool
  CountryCode string
  City string
  Isp string
  UserAgent string
  RawEventData dynamic
  AdditionalFields dynamic
  TenantId string
  CloudResourceId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-cloudprocessevents-table */
export const cloudProcessEvents = defineTable(
  'CloudProcessEvents',
  'Processes in containers.',
  `
  Timestamp datetime
  TimeGenerated datetime
  AzureResourceId string
  AwsResourceName string
  GcpFullResourceName string
  ContainerImageName string
  KubernetesNamespace string
  KubernetesPodName string
  KubernetesResource string
  ContainerName string
  ContainerId string
  ActionType string
  FileName string
  FolderPath string
  ProcessId long
  ProcessName string
  ParentProcessName string
  ParentProcessId string
  ProcessCommandLine string
  ProcessCreationTime datetime
  ProcessCurrentWorkingDirectory string
  AccountName string
  LogonId long
  InitiatingProcessId string
  ImageDigest string
  AgentId string
  Region string
  HostName string
  AdditionalFields string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-clouddnsevents-table */
export const cloudDnsEvents = defineTable(
  'CloudDnsEvents',
  'Names resolved in clouds.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ReportId string
  ActionType string
  AzureResourceId string
  AwsResourceName string
  GcpFullResourceName string
  KubernetesResource string
  KubernetesNamespace string
  KubernetesPodName string
  ContainerName string
  ContainerId string
  ImageName string
  ProcessName string
  ProcessId long
  DnsEventType string
  DnsEventSubType string
  DnsQuery string
  DnsQueryTypeName string
  DnsResponseCodeName string
  DnsNetworkDuration long
  TransactionIdHex string
  AdditionalFields dynamic
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-cloudstorageaggregatedevents-table */
export const cloudStorageAggregatedEvents = defineTable(
  'CloudStorageAggregatedEvents',
  'Requests to storage, in sum.',
  `
  Timestamp datetime
  TimeGenerated datetime
  DataAggregationStartTime datetime
  DataAggregationEndTime datetime
  DataSource string
  SubscriptionId string
  ResourceGroup string
  StorageAccount string
  StorageContainer string
  StorageFileShare string
  ServiceType string
  IpAddress string
  UserAgentHeader string
  OperationNamesList dynamic
  AuthenticationType string
  AccountObjectId string
  AccountTenantId long
  AccountApplicationId string
  AccountUpn string
  AccountType long
  OperationsCount int
  SuccessfulOperationsCount int
  FailedOperationsCount int
  FirstEventTimestamp datetime
  LastEventTimestamp datetime
  TotalResponseLength int
  SuccessfulReadOperations int
  DistinctGetOperations int
  AnonymousSuccessfulOperations int
  HasAnonymousResourceNotFoundFailures bool
  CountryName string
  CityName string
  ProvinceName string
  ClientSystemServiceName string
  ClientCloudPlatformName string
  IsTorExitNode bool
  IsKnownSuspiciousIp bool
  IsPrivateIp bool
  SuspiciousUserAgentName string
  HashReputationMd5List dynamic
  AzureResourceId string
  Location string
  ReportId string
  ActionType string
  AdditionalFields dynamic
  TenantId string
  AzureSubscriptionId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-cloudpolicyenforcementevents-table */
export const cloudPolicyEnforcementEvents = defineTable(
  'CloudPolicyEnforcementEvents',
  'Policies enforced in clouds.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ReportId string
  DataSource string
  SubscriptionId string
  ActionType string
  AzureResourceId string
  AwsResourceName string
  GcpFullResourceName string
  Region string
  ResourceKind string
  ResourceName string
  KubernetesNamespace string
  Reason string
  AdditionalFields string
`,
);
