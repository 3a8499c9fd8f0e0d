import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/signinlogs */
export const signinLogs = defineTable(
  'SigninLogs',
  'Interactive sign-ins to Microsoft Entra ID.',
  `
  TimeGenerated datetime
  OperationName string
  OperationVersion string
  Category string
  ResultType string
  ResultSignature string
  ResultDescription string
  DurationMs long
  CorrelationId string
  Resource string
  ResourceGroup string
  Identity string
  Level string
  Location string
  AlternateSignInName string
  AppDisplayName string
  AppId string
  AuthenticationContextClassReferences string
  AuthenticationDetails string
  AuthenticationMethodsUsed string
  AuthenticationProcessingDetails string
  AuthenticationProtocol string
  AuthenticationRequirement string
  AuthenticationRequirementPolicies string
  AutonomousSystemNumber string
  ClientAppUsed string
  ConditionalAccessPolicies dynamic
  ConditionalAccessStatus string
  CreatedDateTime datetime
  CrossTenantAccessType string
  DeviceDetail dynamic
  FlaggedForReview bool
  HomeTenantId string
  Id string
  IncomingTokenType string
  IPAddress string
  IPAddressFromResourceProvider string
  IsInteractive bool
  IsRisky bool
  LocationDetails dynamic
  MfaDetail dynamic
  NetworkLocationDetails string
  OriginalRequestId string
  ProcessingTimeInMilliseconds string
  ResourceDisplayName string
  ResourceIdentity string
  ResourceServicePrincipalId string
  ResourceTenantId string
  RiskDetail string
  RiskEventTypes string
  RiskEventTypes_V2 string
  RiskLevelAggregated string
  RiskLevelDuringSignIn string
  RiskState string
  ServicePrincipalId string
  ServicePrincipalName string
  SessionId string
  SessionLifetimePolicies string
  SignInIdentifier string
  SignInIdentifierType string
  Status dynamic
  TokenIssuerName string
  TokenIssuerType string
  UniqueTokenIdentifier string
  UserAgent string
  UserDisplayName string
  UserId string
  UserPrincipalName string
  UserType string
  TenantId string
  SourceSystem string
  Type string
  ResourceId string
  ResourceProvider string
  AppliedEventListeners dynamic
  AADTenantId string
  AuthenticationAppDeviceDetails string
  AuthenticationAppPolicyEvaluationDetails string
  ClientCredentialType string
  FederatedCredentialId string
  GlobalSecureAccessIpAddress string
  HomeTenantName string
  IsTenantRestricted bool
  IsThroughGlobalSecureAccess bool
  OriginalTransferMethod string
  TokenProtectionStatusDetails dynamic
  AppOwnerTenantId string
  ResourceOwnerTenantId string
  Agent dynamic
  SourceAppClientId string
  ConditionalAccessAudiences string
  AuthenticatorAppLocation string
  AppliedConditionalAccessPolicies string
  RiskLevel string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/auditlogs */
export const auditLogs = defineTable(
  'AuditLogs',
  'Changes in Microsoft Entra ID.',
  `
  TimeGenerated datetime
  AADOperationType string
  AADTenantId string
  ActivityDateTime datetime
  ActivityDisplayName string
  AdditionalDetails dynamic
  Category string
  CorrelationId string
  DurationMs long
  Id string
  Identity string
  InitiatedBy dynamic
  Level string
  Location string
  LoggedByService string
  OperationName string
  OperationVersion string
  Resource string
  ResourceGroup string
  ResourceProvider string
  Result string
  ResultDescription string
  ResultReason string
  ResultSignature string
  ResultType string
  TargetResources dynamic
  TenantId string
  SourceSystem string
  Type string
  ResourceId string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/microsoftserviceprincipalsigninlogs */
export const microsoftServicePrincipalSignInLogs = defineTable(
  'MicrosoftServicePrincipalSignInLogs',
  "Sign-ins of service principals of Microsoft's own.",
  `
  TimeGenerated datetime
  AppId string
  AppOwnerTenantId string
  Category string
  CorrelationId string
  CreatedDateTime datetime
  DurationMs long
  OperationName string
  OperationVersion string
  ResourceDisplayName string
  ResourceGroup string
  ResourceIdentity string
  ResourceOwnerTenantId string
  ResourceServicePrincipalId string
  ResultSignature string
  ServicePrincipalCredentialKeyId string
  ServicePrincipalCredentialThumbprint string
  ServicePrincipalId string
  ServicePrincipalName string
  UniqueTokenIdentifier string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
