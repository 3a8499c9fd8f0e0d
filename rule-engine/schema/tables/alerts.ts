import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/alertinfo */
export const alertInfo = defineTable(
  'AlertInfo',
  'Alerts of Microsoft Defender.',
  `
  Timestamp datetime
  TimeGenerated datetime
  AlertId string
  Title string
  Category string
  Severity string
  ServiceSource string
  DetectionSource string
  AttackTechniques string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** What AlertInfo and AlertEvidence took the place of; older rules name it. */
export const deviceAlertEvents = defineTable(
  'DeviceAlertEvents',
  'Alerts of Microsoft Defender for Endpoint, as they were kept before AlertInfo and AlertEvidence.',
  `
  Timestamp datetime
  TimeGenerated datetime
  AlertId string
  DeviceId string
  DeviceName string
  Severity string
  Category string
  Title string
  FileName string
  SHA1 string
  RemoteUrl string
  RemoteIP string
  AttackTechniques string
  ReportId long
  Table string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/alertevidence */
export const alertEvidence = defineTable(
  'AlertEvidence',
  'Files, addresses, accounts and devices of alerts.',
  `
  Timestamp datetime
  TimeGenerated datetime
  AlertId string
  Title string
  Categories string
  AttackTechniques string
  ServiceSource string
  DetectionSource string
  EntityType string
  EvidenceRole string
  EvidenceDirection string
  FileName string
  FolderPath string
  SHA1 string
  SHA256 string
  FileSize long
  ThreatFamily string
  RemoteIP string
  RemoteUrl string
  AccountName string
  AccountDomain string
  AccountSid string
  AccountObjectId string
  AccountUpn string
  DeviceId string
  DeviceName string
  LocalIP string
  NetworkMessageId string
  EmailSubject string
  Application string
  ApplicationId int
  OAuthApplicationId string
  ProcessCommandLine string
  RegistryKey string
  RegistryValueName string
  RegistryValueData string
  AdditionalFields dynamic
  Severity string
  CloudResource string
  CloudPlatform string
  ResourceType string
  ResourceID string
  SubscriptionId string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/securityalert */
export const securityAlert = defineTable(
  'SecurityAlert',
  'Alerts of all products in Microsoft Sentinel.',
  `
  TimeGenerated datetime
  DisplayName string
  AlertName string
  AlertSeverity string
  Description string
  ProviderName string
  VendorName string
  VendorOriginalId string
  SystemAlertId string
  ResourceId string
  SourceComputerId string
  AlertType string
  ConfidenceLevel string
  ConfidenceScore real
  IsIncident bool
  StartTime datetime
  EndTime datetime
  ProcessingEndTime datetime
  RemediationSteps string
  ExtendedProperties string
  Entities string
  SourceSystem string
  WorkspaceSubscriptionId string
  WorkspaceResourceGroup string
  ExtendedLinks string
  ProductName string
  ProductComponentName string
  AlertLink string
  Status string
  CompromisedEntity string
  Tactics string
  Techniques string
  SubTechniques string
  TenantId string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
