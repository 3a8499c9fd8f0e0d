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

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceserverlesssecurityplugindata */
export const appServiceServerlessSecurityPluginData = defineTable(
  'AppServiceServerlessSecurityPluginData',
  'Findings of the security plug-in of App Service.',
  `
  TimeGenerated datetime
  Index int
  MsgVersion string
  Payload dynamic
  PayloadType string
  Sender string
  SlSecMetadata dynamic
  SlSecProps dynamic
  SlSecRequestId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceantivirusscanauditlogs */
export const appServiceAntivirusScanAuditLogs = defineTable(
  'AppServiceAntivirusScanAuditLogs',
  'Scans of App Service for malware.',
  `
  TimeGenerated datetime
  Category string
  ErrorMessage string
  ListOfInfectedFiles string
  NumberOfInfectedFiles int
  ScanStatus string
  TimeStamp datetime
  TotalFilesScanned int
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceapplogs */
export const appServiceAppLogs = defineTable(
  'AppServiceAppLogs',
  'What applications of App Service log.',
  `
  TimeGenerated datetime
  Category string
  ContainerId string
  CustomLevel string
  ExceptionClass string
  Host string
  Level string
  Logger string
  Message string
  Method string
  OperationName string
  ResultDescription string
  Source string
  Stacktrace string
  WebSiteInstanceId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceconsolelogs */
export const appServiceConsoleLogs = defineTable(
  'AppServiceConsoleLogs',
  'What applications of App Service write to the console.',
  `
  TimeGenerated datetime
  Category string
  ContainerId string
  Host string
  Level string
  OperationName string
  ResultDescription string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/appserviceplatformlogs */
export const appServicePlatformLogs = defineTable(
  'AppServicePlatformLogs',
  'What containers of App Service log of their running.',
  `
  TimeGenerated datetime
  ActivityId string
  ContainerId string
  DeploymentId string
  Exception string
  Host string
  Level string
  Message string
  OperationName string
  StackTrace string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
