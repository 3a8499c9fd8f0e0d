import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpauditlogs */
export const gcpAuditLogs = defineTable(
  'GCPAuditLogs',
  'What was done in Google Cloud.',
  `
  TimeGenerated datetime
  TenantId string
  ServiceName string
  MethodName string
  GCPResourceName string
  NumResponseItems string
  Status dynamic
  AuthenticationInfo dynamic
  AuthorizationInfo dynamic
  RequestMetadata dynamic
  Request dynamic
  Response dynamic
  Metadata dynamic
  StatusMessage string
  PrincipalEmail string
  LogName string
  Timestamp datetime
  ProjectId string
  Severity string
  GCPResourceType string
  Subscription string
  ResourceLocation dynamic
  ResourceOriginalState dynamic
  ServiceData dynamic
  InsertId string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/googleworkspacereports */
export const googleWorkspaceReports = defineTable(
  'GoogleWorkspaceReports',
  'What was done in Google Workspace.',
  `
  TimeGenerated datetime
  TenantId string
  Kind string
  Etag string
  OwnerDomain string
  SrcIpAddr string
  IdApplicationName string
  IdCustomerId string
  IdUniqueQualifier string
  IdTime string
  NetworkIpAsn dynamic
  NetworkInfoRegionCode string
  NetworkInfoSubdivisionCode string
  ActorEmail string
  ActorCallerType string
  ActorProfileId string
  ActorKey string
  ActorApplicationInfoOauthClientId string
  ActorApplicationInfoApplicationName string
  ActorApplicationInfoImpersonation bool
  ResourceDetails dynamic
  EventType string
  EventName string
  EventParameters dynamic
  AppName string
  ApplicationName string
  ClientType string
  DeviceId string
  DeviceType string
  GroupEmail string
  NewValue string
  OldValue string
  OwnerEmail string
  EventResourceId string
  EventResourceName string
  RuleName string
  SharedDriveId string
  TargetDomain string
  UserAgent string
  UserEmail string
  Value string
  Visibility string
  Timestamp string
  BrowserVersion string
  ChromeOrgUnitId string
  ContentHash string
  ContentName string
  ContentRiskLevel string
  ContentSize string
  ContentTransferMethod string
  ContentType string
  DeviceName string
  DevicePlatform string
  DeviceUser string
  EventResult string
  OrgUnitName string
  ProfileUserName string
  ScanId string
  TriggerDestination string
  TriggerSource string
  TriggerType string
  Url string
  VirtualDeviceId string
  AccountState string
  ActorIsCollaboratorAccount bool
  ApiKind string
  ApplicationEdition string
  Billable bool
  CalendarId string
  ClientId string
  DestinationFolderId string
  DestinationFolderTitle string
  DocId string
  DocTitle string
  DocType string
  DstUserUpn string
  DestUserUpn string
  DvcGuid string
  DvcInterfaceGuid string
  DvcModelName string
  DvcModelNumber string
  DvcType string
  EventEndTime string
  EventGuest string
  EventId string
  EventMessage string
  EventOriginalMessage string
  EventProduct string
  EventResponseStatus string
  EventStartTime string
  EventTitle string
  EventUid string
  EventVendor string
  GroupDomain string
  IosVendorId string
  IosVendorUID string
  IsSecondFactor bool
  IsSuspicious bool
  LastSyncAuditDate string
  LoginChallengeMethod string
  LoginChallengeStatus string
  LoginType string
  ModuleName string
  NotificationMessageId string
  NotificationMethod string
  NotificationType string
  OldEventTitle string
  OldVisibility string
  OrganizerCalendarId string
  OriginatingAppId string
  OsProperty string
  Owner string
  OwnerIsSharedDrive bool
  OwnerIsTeamDrive bool
  PrimaryEvent bool
  ProcessName string
  RegisterPrivelege string
  Resource_Id string
  RoleName string
  Scope string
  ScopeData string
  SerialNumber string
  SourceFolderId string
  SourceFolderTitle string
  TargetCalendarId string
  TargetUserDomain string
  TargetUserName string
  TeamDriveId string
  UserAadid string
  UserAgentOriginal string
  VisibilityChange string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpdns */
export const gcpdns = defineTable(
  'GCPDNS',
  'Names resolved in Google Cloud.',
  `
  TimeGenerated datetime
  TenantId string
  InsertId string
  LogName string
  PayloadType string
  AuthenticationInfoPrincipalEmail string
  AuthenticationInfoPrincipalSubject string
  AuthorizationInfo string
  MethodName string
  RequestAPIType string
  RequestChangeAdditions string
  RequestChangeDeletions string
  RequestManagedZoneDescription string
  RequestManagedZoneDnsName string
  RequestManagedZoneName string
  RequestManagedZone string
  RequestManagedZoneVisibility string
  ReqManZonePrivVisibConfigNetworks string
  RequestName string
  RequestProject string
  RequestType string
  RequestMetadataCallerIp string
  ReqmetaCallerSuppliedUserAgent string
  ReqmetaRequestAttributesTime datetime
  GCPResourceName string
  ResponseType string
  ResponseChangeDeletions string
  ResponseChangeId string
  ResponseChangeStartTime datetime
  ResponseChangeStatus string
  ResponseManagedZoneCreationTime datetime
  ResponseManagedZoneDescription string
  ResponseManagedZoneDnsName string
  ResponseManagedZoneFingerprint string
  ResponseManagedZoneId string
  ResponseManagedZoneName string
  ResponseManagedZoneNameServers string
  ResponseManagedZoneVisibility string
  ServiceName string
  StatusCode string
  ResourceLabelsLocation string
  ResourceLabelsProjectId string
  GCPResourceType string
  Severity string
  Timestamp datetime
  VmProjectId string
  Protocol string
  QueryType string
  Rdata string
  VmInstanceId string
  VmInstanceName string
  ResponseCode string
  AuthAnswer bool
  QueryName string
  VmZoneName string
  SourceIP string
  DestinationIP string
  ReqManZoneCloudLogConfigEnableLogging bool
  ResManZoneCloudLogConfigEnableLogging bool
  ResourceLabelsPolicyName string
  ResourceLabelsSourceType string
  ResourceLabelsTargetName string
  ResourceLabelsTargetType string
  ResourceLabelsZoneName string
  RespManZonePrivVisibConfigNetworks string
  ResponseChangeAdditions string
  ResponseManagedZoneRrsetCount string
  ResponseOpZoneContextNewValue string
  ResponseOpZoneContextOldValue string
  ResponseOperationId string
  ResponseOperationStartTime datetime
  ResponseOperationStatus string
  ResponseOperationType string
  ResponseOperationUser string
  ServerLatency string
  SourceNetwork string
  VmInstanceIdString string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpiam */
export const gcpiam = defineTable(
  'GCPIAM',
  'Identity and access in Google Cloud.',
  `
  TimeGenerated datetime
  TenantId string
  ReceiveTimestamp datetime
  InsertId string
  LogName string
  AuthInfoPrincipalEmail string
  AuthInfoPrincipalSubject string
  MethodName string
  ResourceLabelsProjectId string
  PayloadType string
  RequestMetadataCallerIp string
  ServiceName string
  RequestMetadataCallerSuppliedUserAgent string
  AuthorizationInfo string
  GCPResourceName string
  ResourceLabelsMethod string
  ResourceLabelsVersion string
  ResourceLabelsService string
  ResourceLabelsLocation string
  RequestFullResourceName string
  RequestPageSize string
  RequestSkipVisibilityCheck bool
  AuthInfoServiceAccountDelegationInfo string
  OperationId string
  OperationProducer string
  OperationFirst bool
  OperationLast bool
  ResourceLabelsUniqueId string
  ResourceLabelsEmailId string
  MetadataIdentityDelegationChain string
  RequestType string
  RequestName string
  RequestMetadataRequestAttributesTime string
  RequestPolicyEtag string
  RequestPolicyAuditConfigs string
  RequestPolicyBindings string
  RequestResource string
  ResponseAuditConfigs string
  ResponseBindings string
  ResponseEtag string
  ServiceDataPolicyDeltaBindingDeltas string
  NumResponseItems string
  RequestParent string
  RequestShowDeleted bool
  RequestRemoveDeletedServiceAccounts bool
  RequestIncludeInactiveApiRoles bool
  AuthenticationInfoPrincipalSubject string
  ResponseType string
  ServiceDataType string
  RequestGrantType string
  RequestSubjectTokenType string
  MetadataMappedPrincipal string
  MetadataType string
  GCPResourceType string
  RequestKeyTypes string
  RequestView string
  RequestRequestedTokenType string
  Severity string
  Timestamp datetime
  StatusCode string
  StatusMessage string
  ServiceDataPermissionDeltaRemovedPermissions string
  RequestUpdateMaskPaths string
  ResourceLabelsTopicId string
  ResourceLabelsRoleName string
  ServiceDataPermissionDeltaAddedPermissions string
  RequestRoleIncludedPermissions string
  RequestRoleTitle string
  RequestRoleDescription string
  RequestRoleId string
  ResponseGroupName string
  ResponseIncludedPermissions string
  ResponseTitle string
  ResponseGroupTitle string
  RequestAccountId string
  RequestServiceAccountDescription string
  RequestServiceAccountDisplayName string
  ResponseOauth2ClientId string
  ResponseName string
  ResponseUniqueId string
  ResponseDescription string
  ResponseProjectId string
  ResponseDisplayName string
  ResponseEmail string
  RequestPrivateKeyType string
  ResponseValidBeforeTimeSeconds string
  ResponseValidAfterTimeSeconds string
  ResponseKeyType string
  ResponseKeyOrigin string
  ResponsePrivateKeyType string
  ResponseKeyAlgorithm string
  RequestOptionsRequestedPolicyVersion string
  RequestPageToken string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/googlecloudscc */
export const googleCloudSCC = defineTable(
  'GoogleCloudSCC',
  'Findings of Security Command Center.',
  `
  TimeGenerated datetime
  TenantId string
  Findings dynamic
  FindingsResource dynamic
  SourceProperties dynamic
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
`,
);
