import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/identitylogonevents */
export const identityLogonEvents = defineTable(
  'IdentityLogonEvents',
  'Sign-ins to Active Directory and Microsoft online services.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ActionType string
  LogonType string
  FailureReason string
  DeviceType string
  OSPlatform string
  Application string
  TargetAccountDisplayName string
  TargetDeviceName string
  DestinationDeviceName string
  DestinationIPAddress string
  DestinationPort int
  Protocol string
  AccountName string
  AccountDomain string
  AccountUpn string
  AccountSid string
  AccountObjectId string
  AccountDisplayName string
  DeviceName string
  IPAddress string
  Port int
  Location string
  ISP string
  ReportId string
  AdditionalFields dynamic
  Isp string
  TenantId string
  LastSeenForUser dynamic
  UncommonForUser dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/identityqueryevents */
export const identityQueryEvents = defineTable(
  'IdentityQueryEvents',
  'Queries for objects of Active Directory.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ActionType string
  QueryType string
  QueryTarget string
  Query string
  Application string
  TargetAccountDisplayName string
  TargetAccountUpn string
  TargetDeviceName string
  DestinationDeviceName string
  DestinationIPAddress string
  DestinationPort int
  Protocol string
  AccountName string
  AccountDomain string
  AccountUpn string
  AccountSid string
  AccountObjectId string
  AccountDisplayName string
  DeviceName string
  IPAddress string
  Port int
  Location string
  ISP string
  ReportId string
  AdditionalFields dynamic
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/identitydirectoryevents */
export const identityDirectoryEvents = defineTable(
  'IdentityDirectoryEvents',
  'Events on a domain controller: changes of accounts, groups, policies.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ActionType string
  Application string
  TargetAccountDisplayName string
  TargetAccountUpn string
  TargetDeviceName string
  DestinationDeviceName string
  DestinationIPAddress string
  DestinationPort int
  Protocol string
  AccountName string
  AccountDomain string
  AccountUpn string
  AccountSid string
  AccountObjectId string
  AccountDisplayName string
  DeviceName string
  IPAddress string
  Port int
  Location string
  ISP string
  ReportId string
  AdditionalFields dynamic
  TenantId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/identityinfo */
export const identityInfo = defineTable(
  'IdentityInfo',
  'Accounts, as the directories know them.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ReportId string
  AccountObjectId string
  AccountUpn string
  OnPremSid string
  CloudSid string
  AccountSID string
  AccountName string
  AccountDomain string
  AccountDisplayName string
  AccountUPN string
  GivenName string
  Surname string
  Department string
  JobTitle string
  EmailAddress string
  MailAddress string
  Manager string
  Address string
  City string
  Country string
  State string
  Phone string
  IsAccountEnabled bool
  CriticalityLevel int
  Type string
  DistinguishedName string
  GroupMembership dynamic
  AssignedRoles dynamic
  Tags dynamic
  UserType string
  RiskLevel string
  RiskState string
  BlastRadius string
  TenantId string
  SourceSystem string
  SipProxyAddress string
  CreatedDateTime datetime
  ChangeSource string
  CompanyName string
  DeletedDateTime datetime
  EmployeeId string
  OtherMailAddresses dynamic
  RiskLevelDetails string
  PrivilegedEntraPimRoles dynamic
  OnPremObjectId string
  TenantMembershipType string
  RiskStatus string
  UserAccountControl dynamic
  IdentityEnvironment string
  SourceProviders dynamic
  SourceProvider string
  IdentityId string
  AccountTenantId string
  OnPremisesExtensionAttributes string
  OnPremisesDistinguishedName string
  AccountCreationTime datetime
  InvestigationPriority int
  InvestigationPriorityPercentile int
  RelatedAccounts dynamic
  AdditionalMailAddresses dynamic
  StreetAddress string
  IsServiceAccount bool
  LastSeenDate datetime
  UACFlags string
  UserState string
  UserStateChangedOn datetime
  ExtensionProperty dynamic
  AccountCloudSID string
  IsMFARegistered bool
  Applications string
  ServicePrincipals dynamic
  EntityRiskScore dynamic
  SAMAccountName string
  _IsBillable string
  _BilledSize real
`,
);
