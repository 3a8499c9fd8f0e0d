import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/cloudappevents */
export const cloudAppEvents = defineTable(
  'CloudAppEvents',
  'Events of cloud apps and services.',
  `
  Timestamp datetime
  TimeGenerated datetime
  ActionType string
  Application string
  ApplicationId int
  AppInstanceId int
  AccountObjectId string
  AccountId string
  AccountDisplayName string
  IsAdminOperation bool
  DeviceType string
  OSPlatform string
  IPAddress string
  IsAnonymousProxy bool
  CountryCode string
  City string
  ISP string
  UserAgent string
  ActivityType string
  ActivityObjects dynamic
  ObjectName string
  ObjectType string
  ObjectId string
  ReportId string
  AccountType string
  IsExternalUser bool
  IsImpersonated bool
  IPTags dynamic
  IPCategory string
  UserAgentTags dynamic
  RawEventData dynamic
  AdditionalFields dynamic
  LastSeenForUser dynamic
  UncommonForUser dynamic
  AuditSource string
  SessionData dynamic
  OAuthAppId string
  TenantId string
  Type string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/officeactivity */
export const officeActivity = defineTable(
  'OfficeActivity',
  'Activity of users and administrators in Microsoft 365.',
  `
  TimeGenerated datetime
  RecordType string
  Operation string
  OrganizationId string
  UserType string
  UserKey string
  OfficeWorkload string
  ResultStatus string
  OfficeObjectId string
  UserId string
  ClientIP string
  Client_IPAddress string
  ClientInfoString string
  ClientAppId string
  ClientProcessName string
  ClientVersion string
  ExternalAccess string
  OriginatingServer string
  OrganizationName string
  Parameters string
  Logon_Type string
  LogonUserSid string
  LogonUserDisplayName string
  MailboxOwnerUPN string
  MailboxOwnerSid string
  MailboxGuid string
  InternalLogonType string
  Item string
  AffectedItems string
  Folder string
  Folders string
  DestFolder string
  ModifiedProperties string
  Site_ string
  Site_Url string
  SiteUrl string
  SourceFileName string
  SourceFileExtension string
  SourceRelativeUrl string
  DestinationFileName string
  DestinationFileExtension string
  DestinationRelativeUrl string
  ItemType string
  EventSource string
  UserAgent string
  UserDomain string
  UserSharedWith string
  SharingType string
  MachineDomainInfo string
  MachineId string
  EventData string
  Event_Data string
  CustomEvent string
  TargetUserOrGroupName string
  TargetUserOrGroupType string
  AADTarget string
  Actor string
  ActorContextId string
  ActorIpAddress string
  ExtendedProperties string
  Application string
  ApplicationId string
  AppId string
  Start_Time datetime
  TeamName string
  TeamGuid string
  ChannelName string
  ChannelGuid string
  ChannelType string
  CommunicationType string
  Members dynamic
  AddOnName string
  AddonName string
  AddOnGuid string
  OperationProperties dynamic
  OperationScope string
  IsManagedDevice bool
  TenantId string
  SourceSystem string
  Type string
`,
);
