import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-behaviorinfo-table */
export const behaviorInfo = defineTable(
  'BehaviorInfo',
  'Behaviours that Defender for Cloud Apps found.',
  `
  Timestamp datetime
  TimeGenerated datetime
  BehaviorId string
  Title string
  Description string
  Categories string
  AttackTechniques string
  ServiceSource string
  DetectionSource string
  DataSources string
  DeviceId string
  AccountUpn string
  AccountObjectId string
  StartTime datetime
  EndTime datetime
  AdditionalFields string
  ActionType string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-behaviorentities-table */
export const behaviorEntities = defineTable(
  'BehaviorEntities',
  'Entities of behaviours.',
  `
  Timestamp datetime
  TimeGenerated datetime
  BehaviorId string
  Categories string
  ServiceSource string
  DetectionSource string
  DataSources string
  EntityType string
  EntityRole string
  DetailedEntityRole string
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
  CloudPlatform string
  CloudResourceType string
  CloudResourceId string
  CloudSubscriptionId string
  AccountUpn string
  DeviceId string
  DeviceName string
  LocalIP string
  NetworkMessageId string
  EmailSubject string
  EmailClusterId string
  Application string
  ApplicationId int
  OAuthApplicationId string
  ProcessCommandLine string
  RegistryKey string
  RegistryValueName string
  RegistryValueData string
  AdditionalFields string
  ActionType string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-disruptionandresponseevents-table */
export const disruptionAndResponseEvents = defineTable(
  'DisruptionAndResponseEvents',
  'Disruptions of attacks.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ActionType string
  DeviceId string
  SourceDeviceId string
  TargetDeviceId string
  TargetDeviceName string
  TargetDomainName string
  DeviceName string
  DomainName string
  InitiatingProcessId int
  InitiatingProcessFileName string
  SourceUserSid string
  SourceUserName string
  SourceUserDomainName string
  SourceIpAddress string
  SourcePort int
  IpAddress string
  Port string
  SourceDeviceName string
  SourceDomainName string
  AuthenticationProtocol string
  Service string
  InterfaceUuid string
  InterfaceFriendlyName string
  FileName string
  ShareName string
  LogonType string
  LogonId long
  SessionId long
  CompromisedAccountCount int
  PolicyId string
  PolicyName string
  PolicyVersion string
  PolicyHash string
  DataSources string
  IsPolicyOn bool
  ReportType string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-datasecuritybehaviors-table */
export const dataSecurityBehaviors = defineTable(
  'DataSecurityBehaviors',
  'Risky behaviours with data.',
  `
  Timestamp datetime
  TimeGenerated datetime
  BehaviorId string
  ActionType string
  StartTime datetime
  EndTime datetime
  AttackTechniques string
  Categories string
  ActionCategory string
  Description string
  ServiceSource string
  DetectionSource string
  ActivityCount int
  IsAnomalous bool
  IsContentHidden bool
  AccountUpn string
  AccountEmail string
  Application string
  DeviceInfo dynamic
  SensitivityLabelInfo dynamic
  SensitiveInfoTypesInfo dynamic
  UrlDomainInfo dynamic
  SharepointSiteInfo dynamic
  RecipientEmailInfo dynamic
  RemovableMediaInfo dynamic
  PrinterName dynamic
  PriorityContentMatchInfo dynamic
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-datasecurityevents-table */
export const dataSecurityEvents = defineTable(
  'DataSecurityEvents',
  'Events with data.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ApplicationNames string
  DeviceId string
  DeviceName string
  AadDeviceId guid
  IsManagedDevice bool
  DlpPolicyMatchInfo string
  DlpPolicyEnforcementMode int
  DlpPolicyRuleMatchInfo dynamic
  FileRenameInfo string
  PhysicalAccessPointId string
  PhysicalAccessPointName string
  PhysicalAccessStatus string
  PhysicalAssetTag string
  RemovableMediaManufacturer string
  RemovableMediaModel string
  RemovableMediaSerialNumber string
  TeamsChannelName string
  TeamsChannelType string
  TeamsTeamName string
  UserAlternateEmails string
  AccountUpn string
  AccountObjectId string
  Department string
  SourceCodeInfo string
  CcPolicyMatchInfo dynamic
  IPAddress string
  DeviceSourceLocationType int
  DeviceDestinationLocationType int
  IrmPolicyMatchInfo dynamic
  UnallowedUrlDomains string
  ExternalUrlDomains string
  UrlDomainInfo string
  SourceUrlDomain string
  TargetUrlDomain string
  EmailAttachmentCount int
  EmailAttachmentInfo dynamic
  InternetMessageId string
  NetworkMessageId guid
  EmailSubject string
  ObjectId string
  ObjectName string
  ObjectType string
  ObjectSize int
  IsHidden bool
  ActivityId guid
  ActionType string
  SensitiveInfoTypeInfo dynamic
  SensitivityLabelId string
  SharepointSiteSensitivityLabelIds string
  PreviousSensitivityLabelId string
  Operation string
  RecipientEmailAddress string
  SiteUrl string
  SourceRelativeUrl string
  TargetFilePath string
  PrinterName string
  Workload string
  IrmActionCategory string
  SequenceCorrelationId string
  CloudAppAlertId string
`,
);
