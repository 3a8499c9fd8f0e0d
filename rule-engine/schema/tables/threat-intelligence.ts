import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/threatintelligenceindicator */
export const threatIntelligenceIndicator = defineTable(
  'ThreatIntelligenceIndicator',
  'Indicators of compromise.',
  `
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  Action string
  ActivityGroupNames string
  AdditionalInformation string
  ConfidenceScore real
  Description string
  DiamondModel string
  ExternalIndicatorId string
  ExpirationDateTime datetime
  IndicatorId string
  ThreatType string
  Active bool
  KillChainActions bool
  KillChainC2 bool
  KillChainDelivery bool
  KillChainExploitation bool
  KillChainReconnaissance bool
  KillChainWeaponization bool
  KnownFalsePositives string
  MalwareNames string
  PassiveOnly bool
  ThreatSeverity int
  Tags string
  TrafficLightProtocolLevel string
  EmailEncoding string
  EmailLanguage string
  EmailRecipient string
  EmailSenderAddress string
  EmailSenderName string
  EmailSourceDomain string
  EmailSourceIpAddress string
  EmailSubject string
  EmailXMailer string
  FileCompileDateTime datetime
  FileCreatedDateTime datetime
  FileHashType string
  FileHashValue string
  FileMutexName string
  FileName string
  FilePacker string
  FilePath string
  FileSize int
  FileType string
  DomainName string
  NetworkIP string
  NetworkPort int
  NetworkDestinationAsn int
  NetworkDestinationCidrBlock string
  NetworkDestinationIP string
  NetworkCidrBlock string
  NetworkDestinationPort int
  NetworkProtocol int
  NetworkSourceAsn int
  NetworkSourceCidrBlock string
  NetworkSourceIP string
  NetworkSourcePort int
  Url string
  UserAgent string
  IndicatorProvider string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/threatintelindicators */
export const threatIntelIndicators = defineTable(
  'ThreatIntelIndicators',
  'Indicators of compromise in STIX.',
  `
  TimeGenerated datetime
  TenantId string
  WorkspaceId string
  AzureTenantId string
  Id string
  SourceSystem string
  LastUpdateMethod string
  IsDeleted bool
  AdditionalFields dynamic
  Data dynamic
  IsActive bool
  Revoked bool
  ValidUntil datetime
  ValidFrom datetime
  Created datetime
  Modified datetime
  Tags string
  Confidence int
  Pattern string
  ObservableKey string
  ObservableValue string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/threatintelobjects */
export const threatIntelObjects = defineTable(
  'ThreatIntelObjects',
  'Objects of threat intelligence in STIX.',
  `
  TimeGenerated datetime
  TenantId string
  WorkspaceId string
  AzureTenantId string
  Id string
  SourceSystem string
  StixType string
  LastUpdateMethod string
  IsDeleted bool
  AdditionalFields dynamic
  Data dynamic
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/threatintelexportoperation */
export const threatIntelExportOperation = defineTable(
  'ThreatIntelExportOperation',
  'Exports of threat intelligence.',
  `
  TimeGenerated datetime
  DestinationInfo dynamic
  ErrorDetails string
  ExportDuration int
  ExportedBy string
  ExportId string
  ExportType string
  ExternallyExportedId string
  Id string
  Status string
  StixId string
  TimeExported datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
