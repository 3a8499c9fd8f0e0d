import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awscloudtrail */
export const awsCloudTrail = defineTable(
  'AWSCloudTrail',
  'What was done in Amazon Web Services.',
  `
  TimeGenerated datetime
  AwsEventId string
  EventVersion string
  EventSource string
  EventTypeName string
  EventName string
  UserIdentityType string
  UserIdentityPrincipalid string
  UserIdentityArn string
  UserIdentityAccountId string
  UserIdentityInvokedBy string
  UserIdentityAccessKeyId string
  UserIdentityUserName string
  SessionMfaAuthenticated bool
  SessionCreationDate datetime
  SessionIssuerType string
  SessionIssuerPrincipalId string
  SessionIssuerArn string
  SessionIssuerAccountId string
  SessionIssuerUserName string
  AWSRegion string
  SourceIpAddress string
  UserAgent string
  ErrorCode string
  ErrorMessage string
  RequestParameters string
  ResponseElements string
  AdditionalEventData string
  AwsRequestId string
  AwsRequestId_ string
  Resources string
  APIVersion string
  ReadOnly bool
  RecipientAccountId string
  ServiceEventDetails string
  SharedEventId string
  VpcEndpointId string
  ManagementEvent bool
  TenantId string
  SourceSystem string
  OperationName string
  Category string
  EC2RoleDelivery string
  TlsVersion string
  CipherSuite string
  ClientProvidedHostHeader string
  IpProtocol string
  SourcePort string
  DestinationPort string
  CidrIp string
  UserIdentityUserId string
  UserIdentityStoreArn string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsguardduty */
export const awsGuardDuty = defineTable(
  'AWSGuardDuty',
  'Findings of GuardDuty.',
  `
  TimeGenerated datetime
  TenantId string
  SchemaVersion string
  AccountId string
  Region string
  Partition string
  Id string
  Arn string
  ActivityType string
  ResourceDetails dynamic
  ServiceDetails dynamic
  Severity int
  TimeCreated datetime
  Title string
  Description string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awsvpcflow */
export const awsvpcFlow = defineTable(
  'AWSVPCFlow',
  'Flows of virtual networks.',
  `
  TimeGenerated datetime
  TenantId string
  Version int
  AccountId string
  InterfaceId string
  SrcAddr string
  DstAddr string
  SrcPort int
  DstPort int
  Protocol int
  Packets int
  Bytes long
  End datetime
  Action string
  LogStatus string
  VpcId string
  SubnetId string
  InstanceId string
  TcpFlags int
  TrafficType string
  PktSrcAddr string
  PktDstAddr string
  Region string
  AzId string
  SublocationType string
  SublocationId string
  PktSrcAwsService string
  PktDstAwsService string
  FlowDirection string
  TrafficPath string
  Start datetime
  EcsClusterArn string
  EcsClusterName string
  EcsContainerInstanceArn string
  EcsContainerInstanceId string
  EcsContainerId string
  EcsSecondContainerId string
  EcsServiceName string
  EcsTaskDefinitionArn string
  EcsTaskArn string
  EcsTaskId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awscloudwatch */
export const awsCloudWatch = defineTable(
  'AWSCloudWatch',
  'Logs of CloudWatch.',
  `
  TimeGenerated datetime
  TenantId string
  ExtractedTime datetime
  Message string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/awssecurityhubfindings */
export const awsSecurityHubFindings = defineTable(
  'AWSSecurityHubFindings',
  'Findings of Security Hub.',
  `
  TimeGenerated datetime
  TenantId string
  AwsRegion string
  AwsAccountId string
  ComplianceStatus string
  ComplianceStatusReasons dynamic
  ComplianceSecurityControlId string
  ComplianceSecurityControlParameters dynamic
  ComplianceRelatedRequirements dynamic
  ComplianceAssociatedStandards dynamic
  AwsSecurityFindingTitle string
  AwsSecurityFindingId string
  AwsSecurityFindingDescription string
  AwsSecurityFindingTypes dynamic
  AwsSecurityFindingCreatedAt datetime
  AwsSecurityFindingFirstObservedAt datetime
  AwsSecurityFindingUpdatedAt datetime
  AwsSecurityFindingLastObservedAt datetime
  AwsSecurityFindingProcessedAt datetime
  AwsSecurityFindingGeneratorId string
  AwsSecurityFindingProductArn string
  AwsSecurityFindingProductName string
  AwsSecurityFindingProductFields dynamic
  AwsSecurityFindingSeverity dynamic
  Remediation dynamic
  SchemaVersion string
  Resources dynamic
  RecordState string
  WorkflowState string
  RawData dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
