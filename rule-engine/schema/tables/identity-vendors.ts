import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/oktasystemlogs */
export const oktaSystemLogs = defineTable(
  'OktaSystemLogs',
  'The system log of Okta.',
  `
  TimeGenerated datetime
  ActingAppName string
  ActingAppType string
  ActorDetailEntry dynamic
  ActorDisplayName string
  ActorSessionId string
  ActorUserId string
  ActorUserIdType string
  ActorUsername string
  ActorUsernameType string
  ActorUserType string
  AuthenticationContextAuthenticationProvider string
  AuthenticationContextAuthenticationStep int
  AuthenticationContextCredentialProvider string
  AuthenticationContextInterface string
  AuthenticationContextIssuerId string
  AuthenticationContextIssuerType string
  DebugData dynamic
  DvcAction string
  EventMessage string
  EventOriginalResultDetails string
  EventOriginalType string
  EventOriginalUid string
  EventResult string
  EventSeverity string
  HttpUserAgent string
  LegacyEventType string
  LogonMethod string
  OriginalActorAlternateId string
  OriginalClientDevice string
  OriginalOutcomeResult string
  OriginalSeverity string
  OriginalTarget dynamic
  OriginalUserId string
  OriginalUserType string
  Request dynamic
  SecurityContextAsNumber int
  SecurityContextAsOrg string
  SecurityContextDomain string
  SecurityContextIsProxy bool
  SrcDeviceType string
  SrcDvcId string
  SrcDvcIdType string
  SrcDvcOs string
  SrcGeoCity string
  SrcGeoCountry string
  SrcGeoLatitude real
  SrcGeoLongtitude real
  SrcGeoPostalCode string
  SrcGeoRegion string
  SrcIpAddr string
  SrcIsp string
  SrcZone string
  TransactionDetail dynamic
  TransactionId string
  TransactionType string
  Version string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/salesforceaudittrail */
export const salesforceAuditTrail = defineTable(
  'SalesforceAuditTrail',
  'Changes of the set-up of Salesforce.',
  `
  TimeGenerated datetime
  Action string
  CreatedByContext string
  CreatedByEmail string
  CreatedById string
  CreatedByIssuer string
  CreatedByName string
  CreatedByUsername string
  CreatedDate datetime
  DelegateUser string
  Display string
  Id string
  Section string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/salesforceloginhistory */
export const salesforceLoginHistory = defineTable(
  'SalesforceLoginHistory',
  'Logins to Salesforce.',
  `
  TimeGenerated datetime
  ApiType string
  ApiVersion string
  Application string
  AuthenticationServiceId string
  AuthMethodReference string
  Browser string
  CipherSuite string
  ClientVersion string
  CountryIso string
  ForwardedForIp string
  LoginGeoId string
  LoginSubType string
  LoginTime datetime
  LoginType string
  LoginUrl string
  NetworkId string
  OptionsIsGet bool
  OptionsIsPost bool
  Platform string
  SourceIp string
  Status string
  TlsProtocol string
  UserId string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
