import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/crowdstrikealerts */
export const crowdStrikeAlerts = defineTable(
  'CrowdStrikeAlerts',
  'Alerts of CrowdStrike Falcon.',
  `
  TimeGenerated datetime
  AgentId string
  AggregateId string
  AlertType string
  AllegedFiletype string
  AssignedToName string
  AssignedToUid string
  AssignedToUuid string
  Categorization string
  ChildProcessIds dynamic
  Cid string
  CloudIndicator bool
  Cmdline string
  CompositeId string
  Confidence int
  ContextTimestamp string
  CorrelationRuleCreateCase bool
  CorrelationRuleExecutionId string
  CorrelationRuleId string
  CorrelationRuleUserId string
  CorrelationRuleUserUuid string
  CrawledTimestamp datetime
  CreatedTimestamp datetime
  DataDomains dynamic
  Description string
  DetectionId string
  Device dynamic
  DisplayName string
  EmailSent bool
  EndTime string
  EnrichedEntities dynamic
  EventCorrelationId string
  EventIds string
  External bool
  FalconHostLink string
  Filename string
  Filepath string
  GlobalPrevalence string
  GrandparentDetails dynamic
  HasTruncatedEntities bool
  Id string
  IndicatorId string
  IocContext dynamic
  IsClosed bool
  LeadId string
  LeadType string
  LocalAddressIp4 string
  LocalAddressIp6 string
  LocalPrevalence string
  LocalProcessId string
  LogonDomain string
  Md5 string
  MitreAttack dynamic
  Objective string
  OriginalCorrelationRulesEntitiesCount int
  OriginalIndicatorEntitiesCount int
  OriginCid string
  ParentDetails dynamic
  ParentProcessId string
  PatternDisposition int
  PatternDispositionDescription string
  PatternDispositionDetails dynamic
  PatternId int
  Platform string
  PolyId string
  PriorityDetails dynamic
  ProcessEndTime string
  ProcessId string
  ProcessStartTime string
  Product string
  Scenario string
  Score int
  SecondsToResolved int
  SecondsToTriaged int
  Severity int
  SeverityName string
  Sha1 string
  Sha256 string
  ShowInUi bool
  SignalEndTimestamp string
  SignalStartTimestamp string
  SignalUpdatedTimestamp string
  SourceEndpointAddressIp4 string
  SourceEndpointAddressIp6 string
  SourceIps dynamic
  SourceProducts dynamic
  SourceVendors dynamic
  StartTime string
  Status string
  Tactic string
  TacticId string
  Tags dynamic
  Technique string
  TechniqueId string
  TemplateInstanceId int
  ThreatgraphIndicators dynamic
  Timestamp datetime
  TriggeringProcessGraphId string
  UpdatedTimestamp datetime
  UserId string
  UserName string
  Users dynamic
  VendorPatternId string
  XdrEventId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/crowdstrikecases */
export const crowdStrikeCases = defineTable(
  'CrowdStrikeCases',
  'Cases of CrowdStrike Falcon.',
  `
  TimeGenerated datetime
  AnalysisResults dynamic
  AssignedTo dynamic
  Cid string
  Consistency dynamic
  CreatedBy dynamic
  CreatedTimestamp datetime
  Description string
  EndTimestamp datetime
  Evidence dynamic
  Id string
  LastUpdatedBy dynamic
  Severity int
  SeverityInfo dynamic
  StartTimestamp datetime
  Status string
  Tags dynamic
  UpdatedTimestamp datetime
  Version int
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/crowdstrikedetections */
export const crowdStrikeDetections = defineTable(
  'CrowdStrikeDetections',
  'Detections of CrowdStrike Falcon.',
  `
  TimeGenerated datetime
  AddedPrivileges dynamic
  AdversaryIds dynamic
  AgentScanId string
  AggregateId string
  AllegedFiletype string
  AssignedToName string
  AssignedToUid string
  AssignedToUuid string
  Behaviors dynamic
  BehaviorsProcessed dynamic
  ChildProcessIds dynamic
  Cid string
  CloudIndicator bool
  Cmdline string
  CompositeId string
  Confidence int
  CrawledTimestamp datetime
  CreatedTimestamp datetime
  DateUpdated string
  Description string
  DetectionContext dynamic
  DetectionId string
  DetectionType string
  Device dynamic
  EmailSent bool
  EndTime datetime
  Entities dynamic
  EntityValues dynamic
  FalconHostLink string
  Filename string
  Filepath string
  FirstBehavior datetime
  GlobalPrevalence string
  GrandparentDetails dynamic
  HostInfo dynamic
  Id string
  Incident dynamic
  IndicatorId string
  IocContext dynamic
  LastBehavior datetime
  LocalPrevalence string
  LocalProcessId string
  LogonDomain string
  MaxConfidence int
  MaxSeverity int
  MaxSeverityDisplayName string
  Md5 string
  MitreAttack dynamic
  NetworkAccesses dynamic
  Objective string
  OsName string
  OverwatchNotes string
  ParentDetails dynamic
  ParentProcessId string
  PatternDisposition int
  PatternDispositionDescription string
  PatternDispositionDetails dynamic
  PolyId string
  PreviousPrivileges string
  Privileges string
  ProcessEndTime string
  ProcessId string
  ProcessStartTime string
  Quarantined bool
  QuarantinedFiles dynamic
  References dynamic
  ScanId string
  Scenario string
  SecondsToResolved int
  SecondsToTriaged int
  Severity int
  SeverityName string
  Sha1 string
  Sha256 string
  ShowInUi bool
  SourceAccountDomain string
  SourceAccountName string
  SourceAccountObjectGuid string
  SourceAccountObjectSid string
  SourceAccountSamAccountName string
  SourceAccountUpn string
  SourceEventModel string
  Status string
  Tactic string
  TacticId string
  TacticIds dynamic
  Tactics dynamic
  Technique string
  TechniqueId string
  TechniqueIds dynamic
  Techniques dynamic
  TemplateInstanceId int
  TemplateInstanceIdText string
  TemplateInterfaceId int
  TemplateInterfaceIdText string
  TemplateInterfaceName string
  TreeId string
  TreeRoot string
  TriggeringProcessGraphId string
  UpdatedTimestamp datetime
  UserId string
  UserName string
  UserPrincipal string
  XdrDetectionId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/crowdstrikehosts */
export const crowdStrikeHosts = defineTable(
  'CrowdStrikeHosts',
  'Hosts of CrowdStrike Falcon.',
  `
  TimeGenerated datetime
  AgentLoadFlags string
  AgentLocalTime string
  AgentVersion string
  BaseImageVersion string
  BiosManufacturer string
  BiosVersion string
  BuildNumber string
  ChassisType string
  ChassisTypeDesc string
  Cid string
  ConfigIdBase string
  ConfigIdBuild string
  ConfigIdPlatform string
  ConnectionIp string
  ConnectionMacAddress string
  CpuSignature string
  CpuVendor string
  DefaultGatewayIp string
  DeploymentType string
  DetectionSuppressionStatus string
  DeviceId string
  DevicePolicies dynamic
  Email string
  ExternalIp string
  FilesystemContainmentStatus string
  FirstLoginTimestamp string
  FirstSeen string
  GroupHash string
  Groups dynamic
  HostHiddenStatus string
  Hostname string
  HostUtcOffset string
  InstanceId string
  InternetExposure string
  K8sClusterGitVersion string
  K8sClusterId string
  K8sClusterVersion string
  KernelVersion string
  LastLoginTimestamp string
  LastLoginUid string
  LastLoginUser string
  LastLoginUserSid string
  LastReboot string
  LastSeen string
  LinuxSensorMode string
  LocalIp string
  MacAddress string
  MachineDomain string
  MajorVersion string
  ManagedApps dynamic
  Meta dynamic
  MigrationCompletedTime string
  MinorVersion string
  ModifiedTimestamp string
  Notes dynamic
  OsBuild string
  OsProductName string
  OsVersion string
  Ou dynamic
  PlatformId string
  PlatformName string
  PodAnnotations dynamic
  PodHostIp4 string
  PodHostIp6 string
  PodHostname string
  PodId string
  PodIp4 string
  PodIp6 string
  PodLabels dynamic
  PodName string
  PodNamespace string
  PodServiceAccountName string
  PointerSize string
  Policies dynamic
  ProductType string
  ProductTypeDesc string
  ProvisionStatus string
  ReducedFunctionalityMode string
  ReleaseGroup string
  RtrState string
  SerialNumber string
  ServicePackMajor string
  ServicePackMinor string
  ServiceProvider string
  ServiceProviderAccountId string
  SiteName string
  Status string
  SystemManufacturer string
  SystemProductName string
  Tags dynamic
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/crowdstrikevulnerabilities */
export const crowdStrikeVulnerabilities = defineTable(
  'CrowdStrikeVulnerabilities',
  'Vulnerabilities that CrowdStrike Falcon found.',
  `
  TimeGenerated datetime
  Aid string
  App dynamic
  Apps dynamic
  Cid string
  Confidence string
  CreatedTimestamp datetime
  Cve dynamic
  DataProviders dynamic
  HostInfo dynamic
  Id string
  Remediation dynamic
  Status string
  SuppressionInfo dynamic
  UpdatedTimestamp datetime
  VulnerabilityId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
