import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftgraphactivitylogs */
export const microsoftGraphActivityLogs = defineTable(
  'MicrosoftGraphActivityLogs',
  'Requests to Microsoft Graph.',
  `
  TimeGenerated datetime
  TenantId string
  Location string
  RequestId string
  OperationId string
  ClientRequestId string
  ApiVersion string
  RequestMethod string
  ResponseStatusCode int
  AadTenantId string
  IPAddress string
  UserAgent string
  RequestUri string
  DurationMs int
  ResponseSizeBytes int
  SignInActivityId string
  Roles string
  SessionId string
  DeviceId string
  UniqueTokenId string
  TokenIssuedAt datetime
  AppId string
  UserId string
  ServicePrincipalId string
  Scopes string
  IdentityProvider string
  ClientAuthMethod int
  Wids string
  ATContent string
  ATContentH string
  ATContentP string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-graphapiauditevents-table */
export const graphAPIAuditEvents = defineTable(
  'GraphAPIAuditEvents',
  'Requests to the API of Microsoft Graph, as Defender records them.',
  `
  Timestamp datetime
  TimeGenerated datetime
  IdentityProvider string
  ApiVersion string
  ApplicationId string
  ClientRequestId string
  OperationId string
  AccountObjectId string
  Location string
  RequestDuration string
  RequestMethod string
  ResponseStatusCode string
  Scopes string
  EntityType string
  ReportId string
  RequestUri string
  UniqueTokenIdentifier string
  RequestId string
  IpAddress string
  ServicePrincipalId string
  TargetWorkload string
  ResponseSize long
  TenantId string
  Type string
  SourceSystem string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-oauthappinfo-table */
export const oAuthAppInfo = defineTable(
  'OAuthAppInfo',
  'Applications that were granted access by OAuth.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ReportId string
  OAuthAppId string
  ServicePrincipalId string
  AppName string
  AddedOnTime datetime
  LastModifiedTime datetime
  AppStatus string
  VerifiedPublisher dynamic
  PrivilegeLevel string
  Permissions dynamic
  ConsentedUsersCount int
  IsAdminConsented bool
  AppOrigin string
  LastUsedTime datetime
  AppOwnerTenantId string
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/graphnotificationsactivitylogs */
export const graphNotificationsActivityLogs = defineTable(
  'GraphNotificationsActivityLogs',
  'Notifications that Microsoft Graph sent of changes.',
  `
  TimeGenerated datetime
  AccountType string
  ApplicationId string
  ContextId string
  CorrelationId string
  DurationMs int
  Location string
  LoggingLevel string
  Message string
  PublicationIds string
  ResourceIdentity string
  ResultDescription string
  ResultStatusCode int
  SubscriptionIdentity string
  WebHeaders string
  WorkloadNamespace string
  WorkloadResource string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftgraphpolicylogs */
export const microsoftGraphPolicyLogs = defineTable(
  'MicrosoftGraphPolicyLogs',
  'Requests to Microsoft Graph that a policy was applied to.',
  `
  TimeGenerated datetime
  AadTenantId string
  ApiVersion string
  AppId string
  ApplicablePoliciesCount int
  AuditPoliciesCount int
  ClientRequestId string
  DenyPoliciesCount int
  ErrorPoliciesCount int
  Location string
  OperationId string
  PolicyDecision string
  PolicyDetails dynamic
  PolicyDetailsCount int
  RequestId string
  RequestMethod string
  RequestUri string
  ServicePrincipalId string
  TargetResourceId string
  TargetResourceName string
  TenantRegionScope string
  TotalPolicyEvaluationDurationMs real
  UserId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
