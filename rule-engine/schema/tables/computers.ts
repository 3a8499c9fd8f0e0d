import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/heartbeat */
export const heartbeat = defineTable(
  'Heartbeat',
  'Signs of life of agents.',
  `
  TimeGenerated datetime
  SourceSystem string
  ManagementGroupName string
  ComputerIP string
  Computer string
  Category string
  OSType string
  OSName string
  OSMajorVersion string
  OSMinorVersion string
  Version string
  SCAgentChannel string
  IsGatewayInstalled bool
  RemoteIPLongitude real
  RemoteIPLatitude real
  RemoteIPCountry string
  SubscriptionId string
  ResourceGroup string
  ResourceProvider string
  Resource string
  ResourceId string
  ResourceType string
  ComputerEnvironment string
  Solutions string
  VMUUID string
  ComputerPrivateIPs dynamic
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/update */
export const update = defineTable(
  'Update',
  'Updates that computers have or need.',
  `
  TimeGenerated datetime
  SourceSystem string
  ManagementGroupName string
  SourceComputerId string
  Title string
  MSRCSeverity string
  Classification string
  PublishedDate datetime
  Computer string
  UpdateState string
  Product string
  KBID string
  UpdateID string
  RevisionNumber string
  Optional bool
  RebootBehavior string
  MSRCBulletinID string
  Approved bool
  ApprovalSource string
  InstallTimePredictionSeconds real
  InstallTimeDeviationRangeSeconds real
  InstallTimeAvailable bool
  SubscriptionId string
  ResourceGroup string
  ResourceProvider string
  Resource string
  ResourceId string
  ResourceType string
  ComputerEnvironment string
  VMUUID string
  OSType string
  ProductVersion string
  ProductArch string
  CVENumbers string
  BulletinUrl string
  BulletinID string
  PackageRepository string
  PackageSeverity string
  OSName string
  OSVersion string
  OSFullName string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/updatesummary */
export const updateSummary = defineTable(
  'UpdateSummary',
  'Updates of each computer in sum.',
  `
  TimeGenerated datetime
  SourceSystem string
  ManagementGroupName string
  SourceComputerId string
  OldestMissingSecurityUpdateInDays int
  OldestMissingSecurityUpdateBucket string
  WindowsUpdateSetting string
  WindowsUpdateAgentVersion string
  WSUSServer string
  Computer string
  OsVersion string
  NETRuntimeVersion string
  CriticalUpdatesMissing int
  SecurityUpdatesMissing int
  OtherUpdatesMissing int
  TotalUpdatesMissing int
  RestartPending bool
  SubscriptionId string
  ResourceGroup string
  ResourceProvider string
  Resource string
  ResourceId string
  ResourceType string
  ComputerEnvironment string
  VMUUID string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/protectionstatus */
export const protectionStatus = defineTable(
  'ProtectionStatus',
  'Malware protection of computers.',
  `
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  SourceComputerId string
  DeviceName string
  DetectionId string
  OSName string
  Threat string
  ThreatStatusRank int
  ThreatStatus string
  ThreatStatusDetails string
  ProtectionStatusRank int
  ProtectionStatus string
  ProtectionStatusDetails string
  SignatureVersion string
  TypeofProtection string
  ScanDate datetime
  AMProductVersion string
  ManagementGroupName string
  Computer string
  ComputerIP_Hidden string
  ResourceId string
  ComputerEnvironment string
  Resource string
  SubscriptionId string
  ResourceGroup string
  ResourceProvider string
  ResourceType string
  VMUUID string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/configurationchange */
export const configurationChange = defineTable(
  'ConfigurationChange',
  'Changes to software, services, files of computers.',
  `
  TimeGenerated datetime
  Computer string
  ConfigChangeType string
  ChangeCategory string
  SourceComputerId string
  SoftwareType string
  SoftwareName string
  Previous string
  Current string
  Publisher string
  Location string
  SoftwareDescription string
  SvcChangeType string
  SvcDisplayName string
  SvcName string
  SvcState string
  SvcPreviousState string
  SvcStartupType string
  SvcPreviousStartupType string
  SvcAccount string
  SvcPreviousAccount string
  SvcRunlevels string
  SvcPreviousRunlevels string
  SvcController string
  SvcPreviousController string
  SvcPath string
  SvcPreviousPath string
  RegistryKey string
  Hive string
  ValueName string
  ValueData string
  PreviousValueData string
  ValueType string
  PreviousValueType string
  Name string
  FileSystemPath string
  Size long
  PreviousSize long
  DateCreated datetime
  PreviousDateCreated datetime
  DateModified datetime
  PreviousDateModified datetime
  Attributes string
  PreviousAttributes string
  Acls string
  PreviousAcls string
  FieldsChanged string
  FileContentChecksum string
  PreviousFileContentChecksum string
  SourceSystem string
  ManagementGroupName string
  VMUUID string
  LastSnapshotAge long
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/configurationdata */
export const configurationData = defineTable(
  'ConfigurationData',
  'Software, services, files of computers.',
  `
  TimeGenerated datetime
  Computer string
  ConfigDataType string
  SourceComputerId string
  SvcDisplayName string
  SvcName string
  SvcState string
  SvcStartupType string
  SvcAccount string
  SvcRunlevels string
  SvcController string
  SvcPath string
  SvcDescription string
  SourceSystem string
  ManagementGroupName string
  VMUUID string
  SoftwareType string
  SoftwareName string
  Publisher string
  CurrentVersion string
  Architecture string
  Location string
  SoftwareDescription string
  Name string
  FileSystemPath string
  Size long
  DateCreated datetime
  DateModified datetime
  Attributes string
  Acls string
  FileContentChecksum string
  RegistryKey string
  Hive string
  ValueName string
  ValueData string
  ValueType string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securitybaseline */
export const securityBaseline = defineTable(
  'SecurityBaseline',
  'Rules of a baseline that computers meet.',
  `
  TimeGenerated datetime
  SourceSystem string
  ManagementGroupName string
  SourceComputerId string
  SubscriptionId string
  ResourceGroup string
  ResourceProvider string
  Resource string
  ResourceId string
  ResourceType string
  ComputerEnvironment string
  Computer string
  BaselineType string
  OSName string
  AssessmentId string
  CceId string
  AzId string
  RuleSeverity string
  BaselineRuleType string
  Description string
  RuleSetting string
  ExpectedResult string
  ActualResult string
  AnalyzeResult string
  SitePath string
  AnalyzeOperation string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/containerinventory */
export const containerInventory = defineTable(
  'ContainerInventory',
  'Containers and their states.',
  `
  TimeGenerated datetime
  Command string
  ComposeGroup string
  Computer string
  ContainerHostname string
  ContainerID string
  ContainerState string
  CreatedTime datetime
  EnvironmentVar string
  ExitCode int
  FinishedTime datetime
  Image string
  ImageID string
  ImageTag string
  Links string
  Ports string
  Repository string
  StartedTime datetime
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/kubeevents */
export const kubeEvents = defineTable(
  'KubeEvents',
  'Events of Kubernetes.',
  `
  TimeGenerated datetime
  ClusterId string
  ClusterName string
  Computer string
  Count real
  FirstSeen datetime
  KubeEventType string
  LastSeen datetime
  Message string
  Namespace string
  ObjectKind string
  Reason string
  SourceComponent string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/vmcomputer */
export const vmComputer = defineTable(
  'VMComputer',
  'Computers that the dependency agent saw.',
  `
  TimeGenerated datetime
  AgentId string
  AzureCloudServiceDeployment string
  AzureCloudServiceInstanceId string
  AzureCloudServiceName string
  AzureCloudServiceRoleName string
  AzureCloudServiceRoleType string
  AzureFaultDomain string
  AzureImageOffering string
  AzureImagePublisher string
  AzureImageSku string
  AzureImageVersion string
  AzureLocation string
  AzureResourceGroup string
  AzureResourceName string
  AzureServiceFabricClusterId string
  AzureServiceFabricClusterName string
  AzureSize string
  AzureSubscriptionId string
  AzureUpdateDomain string
  AzureVmId string
  AzureVmScaleSetDeployment string
  AzureVmScaleSetInstanceId string
  AzureVmScaleSetName string
  AzureVmScaleSetResourceId string
  BootTime datetime
  Computer string
  Cpus int
  CpuSpeed int
  DependencyAgentVersion string
  DisplayName string
  DnsNames dynamic
  FullDisplayName string
  HostingProvider string
  HostName string
  HypervisorId string
  HypervisorType string
  Ipv4Addresses dynamic
  Ipv4DefaultGateways dynamic
  Ipv4SubnetMasks dynamic
  Ipv6Addresses dynamic
  MacAddresses dynamic
  Machine string
  OperatingSystemFamily string
  OperatingSystemFullName string
  PhysicalMemoryMB long
  TimeZone string
  VirtualizationState string
  VirtualMachineHypervisorId string
  VirtualMachineNativeId string
  VirtualMachineNativeName string
  VirtualMachineType string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/vmprocess */
export const vmProcess = defineTable(
  'VMProcess',
  'Processes that the dependency agent saw.',
  `
  TimeGenerated datetime
  AgentId string
  CommandLine string
  CompanyName string
  Computer string
  Description string
  DisplayName string
  ExecutableName string
  ExecutablePath string
  FileVersion string
  FirstPid int
  Group string
  InternalName string
  Machine string
  Process string
  ProductName string
  ProductVersion string
  Role string
  Services dynamic
  StartTime datetime
  UserDomain string
  UserName string
  WorkingDirectory string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
