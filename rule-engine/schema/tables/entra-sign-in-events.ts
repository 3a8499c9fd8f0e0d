import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-entraidsigninevents-table */
export const entraIdSignInEvents = defineTable(
  'EntraIdSignInEvents',
  'Sign-ins to Microsoft Entra ID, interactive and not.',
  `
  Timestamp datetime
  TimeGenerated datetime
  Application string
  ApplicationId string
  LogonType string
  ErrorCode int
  CorrelationId string
  SessionId string
  AccountDisplayName string
  AccountObjectId string
  AccountUpn string
  IsConfidentialClient bool
  IsExternalUser int
  IsGuestUser bool
  AlternateSignInName string
  LastPasswordChangeTimestamp datetime
  ResourceDisplayName string
  ResourceId string
  ResourceTenantId string
  DeviceName string
  EntraIdDeviceId string
  OSPlatform string
  DeviceTrustType string
  IsManaged int
  IsCompliant int
  AuthenticationProcessingDetails string
  AuthenticationRequirement string
  TokenIssuerType int
  RiskLevelAggregated int
  RiskDetails int
  RiskEventTypes string
  RiskLevelDuringSignIn int
  RiskState int
  UserAgent string
  ClientAppUsed string
  Browser string
  ConditionalAccessPolicies string
  ConditionalAccessStatus int
  IPAddress string
  Country string
  State string
  City string
  Latitude string
  Longitude string
  NetworkLocationDetails string
  RequestId string
  ReportId string
  EndpointCall string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-entraidspnsigninevents-table */
export const entraIdSpnSignInEvents = defineTable(
  'EntraIdSpnSignInEvents',
  'Sign-ins of service principals and managed identities.',
  `
  Timestamp datetime
  TimeGenerated datetime
  Application string
  ApplicationId string
  IsManagedIdentity bool
  ErrorCode int
  CorrelationId string
  ServicePrincipalName string
  ServicePrincipalId string
  ResourceDisplayName string
  ResourceId string
  ResourceTenantId string
  IPAddress string
  Country string
  State string
  City string
  Latitude string
  Longitude string
  RequestId string
  ReportId string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-aadsignineventsbeta-table */
export const aadSignInEventsBeta = defineTable(
  'AADSignInEventsBeta',
  'Sign-ins to Microsoft Entra ID, as Defender named them before EntraIdSignInEvents.',
  `
  Timestamp datetime
  TimeGenerated datetime
  AadDeviceId string
  AccountDisplayName string
  AccountObjectId string
  AccountUpn string
  AlternateSignInName string
  Application string
  ApplicationId string
  AuthenticationProcessingDetails string
  AuthenticationRequirement string
  Browser string
  City string
  ClientAppUsed string
  ConditionalAccessPolicies string
  ConditionalAccessStatus int
  CorrelationId string
  Country string
  DeviceName string
  DeviceTrustType string
  EndpointCall string
  EntraIdDeviceId string
  ErrorCode int
  IPAddress string
  IsCompliant int
  IsExternalUser int
  IsGuestUser bool
  IsManaged int
  LastPasswordChangeTimestamp datetime
  Latitude string
  LogonType string
  Longitude string
  NetworkLocationDetails string
  OSPlatform string
  ReportId string
  RequestId string
  ResourceDisplayName string
  ResourceId string
  ResourceTenantId string
  RiskDetails int
  RiskLevelAggregated int
  RiskEventTypes string
  RiskLevelDuringSignIn int
  RiskState int
  SessionId string
  State string
  TokenIssuerType int
  UserAgent string
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-aadspnsignineventsbeta-table */
export const aadSpnSignInEventsBeta = defineTable(
  'AADSpnSignInEventsBeta',
  'Sign-ins of service principals, as Defender named them before EntraIdSpnSignInEvents.',
  `
  Timestamp datetime
  TimeGenerated datetime
  Application string
  ApplicationId string
  IsManagedIdentity bool
  ErrorCode int
  CorrelationId string
  ServicePrincipalName string
  ServicePrincipalId string
  ResourceDisplayName string
  ResourceId string
  ResourceTenantId string
  IPAddress string
  Country string
  State string
  City string
  Latitude string
  Longitude string
  RequestId string
  ReportId string
`,
);
