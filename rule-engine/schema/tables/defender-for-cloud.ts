import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityrecommendation */
export const securityRecommendation = defineTable(
  'SecurityRecommendation',
  'Recommendations of Defender for Cloud.',
  `
  TimeGenerated datetime
  RecommendationId string
  RecommendationName string
  RecommendationDisplayName string
  ProviderName string
  Description string
  RecommendationState string
  DiscoveredTimeUTC datetime
  ResolvedTimeUTC datetime
  PolicyDefinitionId string
  RecommendationSeverity string
  AssessedResourceId string
  DeviceId string
  ResourceRegion string
  IsSnapshot bool
  RecommendationAdditionalData dynamic
  FirstEvaluationDate datetime
  StatusChangeDate datetime
  Environment string
  Properties dynamic
  Type string
  _IsBillable string
  _BilledSize real
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securitynestedrecommendation */
export const securityNestedRecommendation = defineTable(
  'SecurityNestedRecommendation',
  'Findings within recommendations.',
  `
  TimeGenerated datetime
  TenantId string
  SubAssessmentTimeGeneration datetime
  RecommendationSubscriptionId string
  ResourceGroup string
  AssessedResourceId string
  ParentRecommendationId string
  Id string
  RecommendationName string
  NestedRecommendationId string
  Description string
  RecommendationSeverity string
  RecommendationState string
  RemediationDescription string
  AdditionalData dynamic
  ResourceProviderType string
  Category string
  ResourceDetails dynamic
  Impact string
  Cause string
  VulnerabilityId string
  IsSnapshot bool
  SourceSystem string
  Type string
  RemidiationDescription string
  RecommendationLink string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityregulatorycompliance */
export const securityRegulatoryCompliance = defineTable(
  'SecurityRegulatoryCompliance',
  'Compliance with standards.',
  `
  TimeGenerated datetime
  TenantId string
  RegulatoryComplianceSubscriptionId string
  AssessedResourceId string
  RecommendationId string
  RecommendationName string
  ComplianceStandard string
  ComplianceControl string
  SkippedResources int
  PassedResources int
  FailedResources int
  State string
  ResourceProviderType string
  RecommendationLink string
  IsSnapshot bool
  Properties dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securescores */
export const secureScores = defineTable(
  'SecureScores',
  'Secure scores.',
  `
  TimeGenerated datetime
  TenantId string
  SecureScoresSubscriptionId string
  AssessedResourceId string
  DisplayName string
  CurrentScore real
  MaxScore int
  PercentageScore real
  Weight long
  ResourceProviderType string
  IsSnapshot bool
  Environment string
  Properties dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aggregatedsecurityalert */
export const aggregatedSecurityAlert = defineTable(
  'AggregatedSecurityAlert',
  'Alerts of security products, put together.',
  `
  TimeGenerated datetime
  AggregatedSecurityAlertRuleIds string
  AggregatedSecurityAlertRuleNames string
  AlertName string
  AlertSeverity string
  AlertType string
  CompromisedEntity string
  ConfidenceLevel string
  ConfidenceScore real
  Description string
  DisplayName string
  EndTime datetime
  Entities string
  ExtendedLinks string
  ExtendedProperties string
  PartnerDisplayName string
  PartnerId string
  PartnerMetadata string
  ProcessingEndTime datetime
  ProductComponentName string
  ProductName string
  ProviderName string
  RemediationSteps string
  StartTime datetime
  Status string
  SubTechniques string
  SystemAlertId string
  Tactics string
  Techniques string
  VendorName string
  VendorOriginalId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/mdcdetectiondnsevents */
export const mdcDetectionDNSEvents = defineTable(
  'MDCDetectionDNSEvents',
  'DNS requests of containers, as Defender for Cloud sees them.',
  `
  TimeGenerated datetime
  AdditionalData dynamic
  Addresses dynamic
  AzureResourceId string
  Comm string
  ContainerId string
  ContainerName string
  Cwd string
  DataPipelineMetadata dynamic
  Digest string
  Domain string
  EventGuid string
  Exe string
  Gid string
  ImageName string
  Latency string
  NameServer string
  Namespace string
  NodeName string
  PacketId string
  Pcomm string
  PID string
  PodName string
  Ppid string
  QR string
  Qtype string
  Rcode string
  Region string
  Tid string
  Uid string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/mdcdetectionfimevents */
export const mdcDetectionFimEvents = defineTable(
  'MDCDetectionFimEvents',
  'Changes of files in containers, as Defender for Cloud sees them.',
  `
  TimeGenerated datetime
  AdditionalData dynamic
  AgentId string
  AzureResourceId string
  Computer string
  DataPipelineMetadata dynamic
  EventType string
  FileName string
  FilePath string
  FileType string
  InitiatingParentProcessId string
  InitiatingParentProcessName string
  InitiatingProcessAccountDomainName string
  InitiatingProcessAccountName string
  InitiatingProcessId string
  InitiatingProcessName string
  Inode int
  IsDir bool
  Region string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/mdcdetectiongatingvalidationevents */
export const mdcDetectionGatingValidationEvents = defineTable(
  'MDCDetectionGatingValidationEvents',
  'Images that Defender for Cloud let in or not.',
  `
  TimeGenerated datetime
  Action string
  AdmissionControlVersions dynamic
  AzureResourceId string
  EvaluatedResourceDetails dynamic
  EvaluatedResourceKind string
  EvaluatedResourceName string
  EvaluatedResourceParentKind string
  EvaluatedResourceParentName string
  Namespace string
  Region string
  RuleProperties dynamic
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/mdcdetectionk8sapievents */
export const mdcDetectionK8SApiEvents = defineTable(
  'MDCDetectionK8SApiEvents',
  'Requests to the API of Kubernetes, as Defender for Cloud sees them.',
  `
  TimeGenerated datetime
  AdditionalMetadata dynamic
  AuthenticationTypes dynamic
  AzureResourceId string
  ChunkNum int
  ClientIPs dynamic
  ContainsAuthentication bool
  ContainsPublicIp bool
  DataPipelineMetadata dynamic
  Elapsed real
  IsLastChunk bool
  IsRequest bool
  K8SClusterName string
  K8SDaemonsetName string
  K8SDeploymentName string
  K8SNamespaceName string
  K8SNodeName string
  K8SPodName string
  K8SStatefulsetName string
  Method string
  Payload string
  PayloadEncoding string
  PayloadLength int
  PayloadType string
  Region string
  RequestId string
  StatusCode int
  Timestamp datetime
  Url string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/mdcdetectionprocessv2events */
export const mdcDetectionProcessV2Events = defineTable(
  'MDCDetectionProcessV2Events',
  'Processes in containers, as Defender for Cloud sees them.',
  `
  TimeGenerated datetime
  AdditionalData dynamic
  AgentId string
  Auid string
  Cmdline string
  Comm string
  Computer string
  ContainerID string
  ContainerName string
  Cwd string
  Digest string
  DriftAction string
  Exe string
  Gid string
  Group string
  Memfd bool
  Namespace string
  Pid string
  Pname string
  PodLabels dynamic
  PodName string
  Ppid string
  Repository string
  Ses string
  Success string
  Tag string
  Uid string
  UpperLayer bool
  User string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/mdcfileintegritymonitoringevents */
export const mdcFileIntegrityMonitoringEvents = defineTable(
  'MDCFileIntegrityMonitoringEvents',
  'Changes of files and the registry that Defender for Cloud watches.',
  `
  TimeGenerated datetime
  AADTenantID string
  AzureResourceId string
  ChangeType string
  CloudIdentifier string
  CloudProvider string
  CloudResourceType string
  Computer string
  FileMd5 string
  FileName string
  FilePath string
  FileSha1 string
  FileSha256 string
  FileSize long
  FileType string
  InitiatingProcessAccountDomainName string
  InitiatingProcessAccountName string
  InitiatingProcessAccountSid string
  InitiatingProcessCreationTime datetime
  InitiatingProcessFirstSeen datetime
  InitiatingProcessId long
  InitiatingProcessImageFileName string
  InitiatingProcessImageFilePath string
  InitiatingProcessImageFileType string
  InitiatingProcessName string
  InitiatingProcessSessionId long
  InitiatingProcessSource string
  InitProcImageCreationTimeUtc datetime
  InitProcImageFileSizeInBytes long
  InitProcImageLastAccessTimeUtc datetime
  InitProcImageLastWriteTimeUtc datetime
  InitProcImageLsHash string
  InitProcImageMd5 string
  InitProcImagePeTimestampUtc datetime
  InitProcImageSha1 string
  InitProcImageSha256 string
  InitProcVersionInfoCompanyName string
  InitProcVersionInfoFileDescription string
  InitProcVersionInfoInternalFileName string
  InitProcVersionInfoOriginalFileName string
  InitProcVersionInfoProductName string
  InitProcVersionInfoProductVersion string
  MonitoredEntityType string
  NewValueData string
  NewValueName string
  NewValueType string
  OldValueData string
  OldValueFullRegistryKey string
  OldValueName string
  OldValueType string
  OriginalFileName string
  OriginalFilePath string
  RegistryHive string
  RegistryKey string
  RequestAccountDomain string
  RequestAccountName string
  RequestAccountSid string
  RequestSource string
  RequestSourceIP string
  RequestSourcePort string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityattackpathdata */
export const securityAttackPathData = defineTable(
  'SecurityAttackPathData',
  'Ways of attack that Defender for Cloud found.',
  `
  TimeGenerated datetime
  AdditionalRemediationSteps string
  Assessments dynamic
  AttackPathId string
  AttackStory string
  Description string
  DisplayName string
  EntrypointId string
  Mitre string
  Path dynamic
  PotentialImpact string
  RiskFactors dynamic
  RiskLevel string
  TargetId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securitybaselinesummary */
export const securityBaselineSummary = defineTable(
  'SecurityBaselineSummary',
  'Computers and how many rules of the security baseline they fail.',
  `
  TimeGenerated datetime
  AssessmentId string
  BaselineType string
  Computer string
  ComputerEnvironment string
  CriticalFailedRules int
  InformationalFailedRules int
  ManagementGroupName string
  OSName string
  PercentageOfPassedRules int
  Resource string
  ResourceGroup string
  ResourceId string
  ResourceProvider string
  ResourceType string
  SourceComputerId string
  SubscriptionId string
  TotalAssessedRules int
  WarningFailedRules int
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securitydetection */
export const securityDetection = defineTable(
  'SecurityDetection',
  'Detections of Defender for Cloud.',
  `
  TimeGenerated datetime
  AccountsSeen int
  AlertSeverity string
  AlertTitle string
  AssociatedResource string
  ChildProcess string
  CommandLine string
  Computer string
  Description string
  DetectionID string
  Duration string
  ExtendedProperties string
  FailedAttempts int
  FullPath string
  InvalidAccountsSeen int
  IsFirstParty bool
  LogChannel string
  OccuringDatacenter string
  OriginalSeverity string
  ParentProcess string
  ProcessName string
  Provider string
  RemediationSteps string
  ReportingSystem string
  ServiceId string
  SubjectDomainName string
  SubjectUserName string
  SubscriptionId string
  SuccessfulLogins int
  SuspiciousProcess string
  ValidAccountsSeen int
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityiotrawevent */
export const securityIoTRawEvent = defineTable(
  'SecurityIoTRawEvent',
  'Events of devices that Defender for IoT collects.',
  `
  TimeGenerated datetime
  AgentVersion string
  AssociatedResourceId string
  AzureSubscriptionId string
  DeviceId string
  EventDetails string
  IoTRawEventId string
  IsEmpty bool
  RawEventCategory string
  RawEventName string
  RawEventType string
  TimeStamp datetime
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/storagemalwarescanningresults */
export const storageMalwareScanningResults = defineTable(
  'StorageMalwareScanningResults',
  'What Defender for Storage found in uploaded files.',
  `
  TimeGenerated datetime
  AggregatedScanId string
  BlobEtag string
  BlobUri string
  CorrelationId string
  OperationName string
  ScanFinishedTimeUtc datetime
  ScannedObjectEtag string
  ScannedObjectUri string
  ScanResultDetails dynamic
  ScanResultType string
  StorageAccountLocation string
  StorageAccountName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
