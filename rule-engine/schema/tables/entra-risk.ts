import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aaduserriskevents */
export const aadUserRiskEvents = defineTable(
  'AADUserRiskEvents',
  'Risks detected for users.',
  `
  TimeGenerated datetime
  TenantId string
  Activity string
  ActivityDateTime datetime
  AdditionalInfo dynamic
  CorrelationId string
  DetectedDateTime datetime
  DetectionTimingType string
  Id string
  IpAddress string
  LastUpdatedDateTime datetime
  Location dynamic
  RequestId string
  RiskDetail string
  RiskEventType string
  RiskLevel string
  RiskState string
  Source string
  TokenIssuerType string
  UserDisplayName string
  UserId string
  UserPrincipalName string
  OperationName string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadriskyusers */
export const aadRiskyUsers = defineTable(
  'AADRiskyUsers',
  'Users at risk.',
  `
  TimeGenerated datetime
  TenantId string
  Id string
  IsDeleted bool
  IsProcessing bool
  RiskDetail string
  RiskLastUpdatedDateTime datetime
  RiskLevel string
  RiskState string
  UserDisplayName string
  UserPrincipalName string
  OperationName string
  CorrelationId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadserviceprincipalriskevents */
export const aadServicePrincipalRiskEvents = defineTable(
  'AADServicePrincipalRiskEvents',
  'Risks detected for service principals.',
  `
  TimeGenerated datetime
  TenantId string
  Activity string
  ActivityDateTime datetime
  AdditionalInfo dynamic
  AppId string
  CorrelationId string
  DetectedDateTime datetime
  DetectionTimingType string
  Id string
  IpAddress string
  KeyIds dynamic
  LastUpdatedDateTime datetime
  Location dynamic
  RequestId string
  RiskDetail string
  RiskEventType string
  RiskLevel string
  RiskState string
  ServicePrincipalDisplayName string
  ServicePrincipalId string
  Source string
  TokenIssuerType string
  OperationName string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadriskyserviceprincipals */
export const aadRiskyServicePrincipals = defineTable(
  'AADRiskyServicePrincipals',
  'Service principals at risk.',
  `
  TimeGenerated datetime
  TenantId string
  AccountEnabled bool
  AppId string
  DisplayName string
  Id string
  IsProcessing bool
  RiskDetail string
  RiskLastUpdatedDateTime datetime
  RiskLevel string
  RiskState string
  ServicePrincipalType string
  OperationName string
  CorrelationId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadprovisioninglogs */
export const aadProvisioningLogs = defineTable(
  'AADProvisioningLogs',
  'Users and groups provisioned to applications.',
  `
  TimeGenerated datetime
  TenantId string
  AADTenantId string
  OperationName string
  OperationVersion string
  Category string
  ResultType string
  ResultSignature string
  ResultDescription string
  DurationMs long
  CorrelationId string
  ChangeId string
  CycleId string
  Id string
  InitiatedBy string
  JobId string
  ModifiedProperties string
  ProvisioningSteps string
  ServicePrincipal string
  SourceIdentity string
  SourceSystem string
  TargetIdentity string
  TargetSystem string
  ProvisioningAction string
  ProvisioningStatusInfo string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
