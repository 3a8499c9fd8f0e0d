import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadnoninteractiveusersigninlogs */
export const aadNonInteractiveUserSignInLogs = defineTable(
  'AADNonInteractiveUserSignInLogs',
  'Sign-ins that a client made for a user.',
  `
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  OperationName string
  OperationVersion string
  Category string
  ResultType string
  ResultSignature string
  ResultDescription string
  DurationMs long
  CorrelationId string
  ResourceGroup string
  Identity string
  Level string
  Location string
  AADTenantId string
  Agent string
  AlternateSignInName string
  AppDisplayName string
  AppId string
  AppliedEventListeners dynamic
  AppOwnerTenantId string
  AuthenticationContextClassReferences string
  AuthenticationDetails string
  AuthenticationMethodsUsed string
  AuthenticationProcessingDetails string
  AuthenticationProtocol string
  AuthenticationRequirement string
  AuthenticationRequirementPolicies string
  AuthenticatorAppLocation string
  AutonomousSystemNumber string
  ClientAppUsed string
  ClientCredentialType string
  ClientSessionId string
  ConditionalAccessAudiences string
  ConditionalAccessPolicies string
  ConditionalAccessStatus string
  CreatedDateTime datetime
  CrossTenantAccessType string
  DeviceDetail string
  FederatedCredentialId string
  GlobalSecureAccessIpAddress string
  HomeTenantId string
  HomeTenantName string
  Id string
  IncomingTokenType string
  IPAddress string
  IsInteractive bool
  IsRisky bool
  IsTenantRestricted bool
  IsThroughGlobalSecureAccess bool
  LocationDetails string
  MfaDetail string
  NetworkLocationDetails string
  OriginalRequestId string
  OriginalTransferMethod string
  ProcessingTimeInMs string
  ResourceDisplayName string
  ResourceIdentity string
  ResourceOwnerTenantId string
  ResourceServicePrincipalId string
  ResourceTenantId string
  RiskDetail string
  RiskEventTypes string
  RiskEventTypes_V2 string
  RiskLevelAggregated string
  RiskLevelDuringSignIn string
  RiskState string
  ServicePrincipalId string
  SessionId string
  SessionLifetimePolicies string
  SignInEventTypes string
  SignInIdentifierType string
  TokenProtectionStatusDetails string
  Status string
  TokenIssuerName string
  TokenIssuerType string
  UniqueTokenIdentifier string
  UserAgent string
  UserDisplayName string
  UserId string
  UserPrincipalName string
  UserType string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadserviceprincipalsigninlogs */
export const aadServicePrincipalSignInLogs = defineTable(
  'AADServicePrincipalSignInLogs',
  'Sign-ins of applications and service principals.',
  `
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  OperationName string
  OperationVersion string
  Category string
  ResultType string
  ResultSignature string
  ResultDescription string
  DurationMs long
  CorrelationId string
  ResourceGroup string
  Identity string
  Level string
  Location string
  AppId string
  AppOwnerTenantId string
  AuthenticationContextClassReferences string
  AutonomousSystemNumber string
  AuthenticationProcessingDetails string
  ClientCredentialType string
  ConditionalAccessAudiences string
  ConditionalAccessPolicies string
  ConditionalAccessStatus string
  CreatedDateTime datetime
  FederatedCredentialId string
  Id string
  IPAddress string
  LocationDetails string
  NetworkLocationDetails string
  ResourceDisplayName string
  ResourceIdentity string
  ResourceOwnerTenantId string
  ResourceServicePrincipalId string
  ServicePrincipalCredentialKeyId string
  ServicePrincipalCredentialThumbprint string
  ServicePrincipalId string
  ServicePrincipalName string
  SessionId string
  UniqueTokenIdentifier string
  Agent string
  UserAgent string
  AADTenantId string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aadmanagedidentitysigninlogs */
export const aadManagedIdentitySignInLogs = defineTable(
  'AADManagedIdentitySignInLogs',
  'Sign-ins of managed identities.',
  `
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  OperationName string
  OperationVersion string
  Category string
  ResultType string
  ResultSignature string
  ResultDescription string
  DurationMs long
  CorrelationId string
  ResourceGroup string
  Identity string
  Level string
  Location string
  AADTenantId string
  Agent string
  AppId string
  AppOwnerTenantId string
  AuthenticationContextClassReferences string
  AuthenticationProcessingDetails string
  ClientCredentialType string
  ConditionalAccessAudiences string
  ConditionalAccessPolicies string
  ConditionalAccessStatus string
  CreatedDateTime datetime
  FederatedCredentialId string
  Id string
  IPAddress string
  LocationDetails string
  ManagedServiceIdentity string
  NetworkLocationDetails string
  ResourceDisplayName string
  ResourceIdentity string
  ResourceOwnerTenantId string
  ResourceServicePrincipalId string
  ServicePrincipalCredentialKeyId string
  ServicePrincipalCredentialThumbprint string
  ServicePrincipalId string
  ServicePrincipalName string
  SessionId string
  SourceAppClientId string
  UniqueTokenIdentifier string
  UserAgent string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/adfssigninlogs */
export const adfsSignInLogs = defineTable(
  'ADFSSignInLogs',
  'Sign-ins through Active Directory Federation Services.',
  `
  TimeGenerated datetime
  TenantId string
  SourceSystem string
  OperationName string
  OperationVersion string
  Category string
  ResultType string
  ResultSignature string
  ResultDescription string
  DurationMs long
  CorrelationId string
  ResourceGroup string
  Identity string
  Level string
  Location string
  AlternateSignInName string
  AppDisplayName string
  AppId string
  AuthenticationDetails string
  AuthenticationProcessingDetails string
  AuthenticationRequirement string
  AuthenticationRequirementPolicies string
  ConditionalAccessPolicies string
  ConditionalAccessStatus string
  CreatedDateTime datetime
  DeviceDetail string
  IsInteractive bool
  Id string
  IPAddress string
  NetworkLocationDetails string
  OriginalRequestId string
  ProcessingTimeInMs string
  ResourceDisplayName string
  ResourceIdentity string
  ResourceTenantId string
  Requirement string
  Status string
  TokenIssuerName string
  TokenIssuerType string
  UniqueTokenIdentifier string
  UserAgent string
  UserDisplayName string
  UserId string
  UserPrincipalName string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
