import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azuredevopsauditing */
export const azureDevOpsAuditing = defineTable(
  'AzureDevOpsAuditing',
  'What was done in an organisation of Azure DevOps.',
  `
  TimeGenerated datetime
  TenantId string
  Id string
  CorrelationId string
  ActivityId string
  ActorClientId string
  ActorCUID string
  ActorUserId string
  ActorUPN string
  AuthenticationMechanism string
  ScopeType string
  ScopeDisplayName string
  ScopeId string
  ProjectId string
  ProjectName string
  IpAddress string
  UserAgent string
  OperationName string
  Data dynamic
  Details string
  Area string
  Category string
  CategoryDisplayName string
  ActorDisplayName string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
