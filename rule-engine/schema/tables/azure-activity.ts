import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azureactivity */
export const azureActivity = defineTable(
  'AzureActivity',
  'What was done to resources of Azure.',
  `
  TimeGenerated datetime
  OperationName string
  OperationNameValue string
  Level string
  ActivityStatus string
  ActivityStatusValue string
  ActivitySubstatus string
  ActivitySubstatusValue string
  ResourceGroup string
  SubscriptionId string
  CorrelationId string
  Caller string
  CallerIpAddress string
  Category string
  CategoryValue string
  HTTPRequest string
  Properties string
  EventSubmissionTimestamp datetime
  Authorization string
  ResourceId string
  OperationId string
  ResourceProvider string
  ResourceProviderValue string
  Resource string
  EventDataId string
  TenantId string
  SourceSystem string
  Authorization_d dynamic
  Claims string
  Claims_d dynamic
  Properties_d dynamic
  Hierarchy string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
