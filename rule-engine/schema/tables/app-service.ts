import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceauditlogs */
export const appServiceAuditLogs = defineTable(
  'AppServiceAuditLogs',
  'Log-ons of publishing users to web apps.',
  `
  TimeGenerated datetime
  TenantId string
  Category string
  OperationName string
  User string
  UserDisplayName string
  UserAddress string
  Protocol string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceipsecauditlogs */
export const appServiceIPSecAuditLogs = defineTable(
  'AppServiceIPSecAuditLogs',
  'Requests that were checked against the access restrictions of web apps.',
  `
  TimeGenerated datetime
  TenantId string
  Result string
  CsHost string
  ServiceEndpoint string
  CIp string
  XForwardedFor string
  XForwardedHost string
  XAzureFDID string
  XFDHealthProbe string
  Details string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
