import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-identityaccountinfo-table */
export const identityAccountInfo = defineTable(
  'IdentityAccountInfo',
  'Accounts of identities.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ReportId string
  SourceProviderAccountId string
  AccountId string
  IdentityId string
  IsPrimary bool
  IdentityLinkType string
  IdentityLinkReason string
  IdentityLinkTime datetime
  IdentityLinkBy string
  DisplayName string
  AccountUpn string
  EmailAddress string
  CriticalityLevel int
  DefenderRiskLevel int
  DefenderRiskUpdateTime datetime
  Type string
  GivenName string
  Surname string
  EmployeeId string
  Department string
  JobTitle string
  Address string
  City string
  Country string
  Phone string
  Manager string
  Sid string
  AccountStatus string
  SourceProvider string
  SourceProviderInstanceId string
  SourceProviderInstanceDisplayName string
  AuthenticationMethod string
  AuthenticationSourceAcccountId string
  EnrolledMfas dynamic
  LastPasswordChangeTime datetime
  GroupMembership dynamic
  AssignedRoles dynamic
  EligibleRoles dynamic
  TenantMembershipType string
  CreatedDateTime datetime
  DeletedDateTime datetime
  Tags dynamic
  SourceProvderRiskLevel dynamic
  AdditionalFields dynamic
  TenantId string
  IdentityType string
  SourceProviderRiskLevel dynamic
  SourceSystem string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-identityevents-table */
export const identityEvents = defineTable(
  'IdentityEvents',
  'What identities did.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ReportId string
  AccountId string
  AccountType string
  AccountDisplayName string
  AccountUpn string
  ActionType string
  ActionResult string
  ActionFailureReason string
  IPAddress string
  UserAgent string
  TargetObjects dynamic
  Application string
  ApplicationInstanceId string
  ApplicationEventId string
  ApplicationSessionId string
  RawEventData dynamic
  AdditionalFields dynamic
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
