import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpapigee */
export const gcpApigee = defineTable(
  'GCPApigee',
  'Audit logs of Apigee on Google Cloud.',
  `
  TimeGenerated datetime
  GCPResource dynamic
  InsertId string
  LogName string
  Operation dynamic
  ProtoPayload dynamic
  ReceiveTimestamp datetime
  Severity string
  Timestamp datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpcdn */
export const gcpcdn = defineTable(
  'GCPCDN',
  'Logs of the content delivery network of Google Cloud.',
  `
  TimeGenerated datetime
  AuthenticationInfoPrincipalEmail string
  AuthorizationInfo string
  AuthzPolicyInfoPolicies string
  AuthzPolicyInfoResult string
  BackendTargetProjectNumber string
  CacheDecision string
  CacheID string
  EnforcedEdgeSecurityPolicyConfiguredAction string
  EnforcedEdgeSecurityPolicyName string
  EnforcedEdgeSecurityPolicyOutcome string
  EnforcedEdgeSecurityPolicyPriority string
  ErrorBackendStatusDetails string
  ErrorService string
  HttpRequestCacheFillBytes string
  HttpRequestCacheHit bool
  HttpRequestCacheLookup bool
  HttpRequestLatency string
  HttpRequestRemoteIP string
  HttpRequestRequestMethod string
  HttpRequestRequestSize string
  HttpRequestRequestUrl string
  HttpRequestResponseSize string
  HttpRequestServerIP string
  HttpRequestStatus string
  HttpRequestUserAgent string
  InsertID string
  JsonPayloadType string
  LabelsAPIRootTriggerID string
  LoadBalancingScheme string
  LogName string
  MethodName string
  NumResponseItems string
  OperationFirst bool
  OperationID string
  OperationLast bool
  OperationProducer string
  OverrideResponseCode string
  PayloadType string
  ReceiveTimestamp datetime
  RemoteIP string
  RequestBackends string
  RequestCDNPolicyCacheKeyPolicyIncludeHost bool
  RequestCDNPolicyCacheKeyPolicyIncludeProtocol bool
  RequestCDNPolicyCacheKeyPolicyIncludeQueryString bool
  RequestCDNPolicyCacheMode string
  RequestCDNPolicyClientTtl string
  RequestCDNPolicyDefaultTtl string
  RequestCDNPolicyMaxTtl string
  RequestCDNPolicyNegativeCaching bool
  RequestCDNPolicyServeWhileStale string
  RequestCDNPolicySignedUrlCacheMaxAgeSec string
  RequestCompressionMode string
  RequestConnectionDrainingTimeoutSec string
  RequestDescription string
  RequestEnableCDN bool
  RequestFingerprint string
  RequestGroup string
  RequestHealthChecks string
  RequestIPAddressSelectionPolicy string
  RequestKeyName string
  RequestLoadBalancingScheme string
  RequestLocalityLbPolicy string
  RequestLogConfigEnable bool
  RequestLogConfigSampleRate string
  RequestMetadataCallerIP string
  RequestMetadataCallerSuppliedUserAgent string
  RequestMetadataDestinationAttributes string
  RequestMetadataRequestAttributesAuth string
  RequestMetadataRequestAttributesReason string
  RequestMetadataRequestAttributesTime datetime
  RequestName string
  RequestPortName string
  RequestProtocol string
  RequestSecurityPolicy string
  RequestSessionAffinity string
  RequestTimeoutSec string
  RequestType string
  ResourceLabelsBackendBucketID string
  ResourceLabelsBackendServiceID string
  ResourceLabelsBackendServiceName string
  ResourceLabelsForwardingRuleName string
  ResourceLabelsLocation string
  ResourceLabelsProjectID string
  ResourceLabelsTargetProxyName string
  ResourceLabelsUrlMapName string
  ResourceLabelsZone string
  ResourceLocationCurrentLocations string
  ResponseID string
  ResponseInsertTime datetime
  ResponseName string
  ResponseOperationType string
  ResponseProgress string
  ResponseSelfLink string
  ResponseSelfLinkWithID string
  ResponseStartTime datetime
  ResponseStatus string
  ResponseTargetID string
  ResponseTargetLink string
  ResponseType string
  ResponseUser string
  ServiceName string
  Severity string
  SpanID string
  StatusDetails string
  Timestamp datetime
  Trace string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpcloudrun */
export const gcpCloudRun = defineTable(
  'GCPCloudRun',
  'Logs of Cloud Run of Google Cloud.',
  `
  TimeGenerated datetime
  GCPResourceType string
  InsertId string
  JsonPayloadMessage string
  JsonPayloadRequest string
  Labels string
  LogName string
  PayloadAuthenticationInfoPrincipalSubject string
  PayloadAuthenticationInfoServiceAccountKeyName string
  PayloadAuthInfoPrincipalEmail string
  PayloadAuthorizationInfo dynamic
  PayloadMethodName string
  PayloadRequestBuildpackBuildBaseImage string
  PayloadRequestBuildpackBuildEnableAutomaticUpdates string
  PayloadRequestDomainMappingApiVersion string
  PayloadRequestDomainMappingKind string
  PayloadRequestDomainMappingMetadataAnnotations string
  PayloadRequestDomainMappingMetadataName string
  PayloadRequestDomainMappingMetadataNameSpace string
  PayloadRequestDomainMappingSpec string
  PayloadRequestDomainMappingStatus string
  PayloadRequestImageUri string
  PayloadRequestJobApiVersion string
  PayloadRequestJobKind string
  PayloadRequestJobMetadataAnnotations string
  PayloadRequestJobMetadataName string
  PayloadRequestJobMetadataNameSpace string
  PayloadRequestJobSpec string
  PayloadRequestLabelSelector string
  PayloadrequestMetadataCallerIp string
  PayloadrequestMetadatacallerSuppliedUserAgent string
  PayloadrequestMetadataDestinationAttributes string
  PayloadrequestMetadatarequestAttributesAuth string
  PayloadRequestMetadataRequestAttributesReason string
  PayloadrequestMetadatarequestAttributesTime datetime
  PayloadRequestName string
  PayloadRequestOptionsRequestedPolicyVersion string
  PayloadRequestParent string
  PayloadRequestRegion string
  PayloadRequestResource string
  PayloadRequestServiceApiVersion string
  PayloadRequestServiceKind string
  PayloadRequestServiceLatestRevision string
  PayloadRequestServiceMetadataAnnotations string
  PayloadRequestServiceMetadataCreationTimestamp string
  PayloadRequestServiceMetadataGeneration string
  PayloadRequestServiceMetadatalabels string
  PayloadRequestServiceMetadataName string
  PayloadRequestServiceMetadataNameSpace string
  PayloadRequestServiceMetadataResourceVersion string
  PayloadRequestServiceMetadataSelfLink string
  PayloadRequestServiceMetadataUID string
  PayloadRequestServiceObservedGeneration string
  PayloadRequestServiceReadyRevision string
  PayloadRequestServiceServiceURL string
  PayloadRequestServiceSpec string
  PayloadRequestServiceStatusConditions string
  PayloadRequestServiceTraffic string
  PayloadRequestStorageSourceGeneration string
  PayloadRequestType string
  PayloadResourceLocationCurrentLocations string
  PayloadResourceName string
  PayloadResponseApiVersion string
  PayloadResponseKind string
  PayloadResponseMetadataAnnotations string
  PayloadResponseMetadataCreationTimestamp string
  PayloadResponseMetadataGeneration string
  PayloadResponseMetadataName string
  PayloadResponseMetadataResourceVersion string
  PayloadResponseMetadataSelfLink string
  PayloadResponseMetadataUID string
  PayloadResponseNameSpace string
  PayloadResponseServiceMetadatalabels string
  PayloadResponseSpec string
  PayloadResponseStatus string
  PayloadResponseType string
  PayloadServiceName string
  PayloadType string
  ReceiveTimestamp datetime
  ResourceLabelsConfigurationName string
  ResourceLabelsJobName string
  ResourceLabelslocation string
  ResourceLabelsProjectId string
  ResourceLabelsRevisionName string
  ResourceLabelsServiceName string
  Severity string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpcloudsql */
export const gcpCloudSQL = defineTable(
  'GCPCloudSQL',
  'Logs of Cloud SQL of Google Cloud.',
  `
  TimeGenerated datetime
  AuthInfoPrincipalEmail string
  AuthInfoPrincipalSubject string
  AuthInfoServiceAccountKeyName string
  GCPResourceName string
  GCPResourceType string
  InsertId string
  LogName string
  MetadataType string
  OperationFirst bool
  OperationId string
  OperationInsertTime datetime
  OperationLast bool
  OperationProducer string
  PayloadType string
  ReceiveTimestamp datetime
  RequestBodyBackup string
  RequestBodyCloneContextDestinationInstanceName string
  RequestBodyCommonName string
  RequestBodyDescription string
  RequestBodyExportContext dynamic
  RequestBodyFailoverContext dynamic
  RequestBodyInstance string
  RequestBodyKind string
  RequestBodyLocation string
  RequestBodyNodeCount string
  RequestBodyProject string
  RequestBodyRestoreInstanceSettingsInstanceUid string
  RequestBodyRestoreInstanceSettingsName string
  RequestBodyRestoreInstanceSettingsProject string
  RequestBodyRestoreInstanceSettingsRegion string
  RequestBodyRotateServerCaContext dynamic
  RequestBodySettingsActivationPolicy string
  RequestBodySettingsActiveDirectoryConfig string
  RequestBodySettingsAvailabilityType string
  RequestBodySettingsBackupEnabled bool
  RequestBodySettingsBackupLocation string
  RequestBodySettingsBackupPointInTimeRecoveryEnabled string
  RequestBodySettingsBackupStartTime string
  RequestBodySettingsBinaryLogEnabled bool
  RequestBodySettingsConnectionPoolConfig string
  RequestBodySettingsdataCacheConfigDataCacheEnabled bool
  RequestBodySettingsDataDiskSizeGb string
  RequestBodySettingsDataDiskType string
  RequestBodySettingsDeletionProtectionEnabled bool
  RequestBodySettingsEdition string
  RequestBodySettingsEnableGoogleMlIntegration bool
  RequestBodySettingsInsightsConfig dynamic
  RequestBodySettingsIPConfiguration dynamic
  RequestBodySettingsLocationPreference string
  RequestBodySettingsMaintenanceWindow dynamic
  RequestBodySettingsRetainBackupsOnDelete bool
  RequestBodySettingsRetentinedBackup string
  RequestBodySettingsRetentionUnit string
  RequestBodySettingsSqlServerAuditConfigRetentionInterval datetime
  RequestBodySettingsSqlServerAuditConfigUploadInterval datetime
  RequestBodySettingsStorageAutoResize bool
  RequestBodySettingsTier string
  RequestBodySettingsTmeZone string
  RequestBodySettingsTransactionLogRetentionDays string
  RequestBodySettingsUserbackuplable string
  RequestBodySettingsVersion bool
  RequestDatabase string
  RequestEnableFinalBackup bool
  RequestEndTime datetime
  RequestFilter string
  RequestFinalBackupTtlDays string
  RequestId string
  RequestInstance string
  RequestMaxResults string
  RequestMetadataCallerIP string
  RequestMetadataRequestAttributesAuth string
  RequestMetadataRequestAttributesDestinationAttributes string
  RequestMetadataRequestAttributesRequestReason string
  RequestMetadataRequestAttributesRequestTime datetime
  RequestName string
  RequestOperation string
  RequestPageSize string
  RequestParent string
  RequestProject string
  RequestResourceId string
  RequestSha1Fingerprint string
  RequestStartTime datetime
  ResourceLabelsDatabaseId string
  ResourceLabelsProjectId string
  ResourceLabelsRegion string
  ResponseBackupContextBackupId string
  ResponseBackupContextKind string
  ResponseBackupContextName string
  ResponseClientCert string
  ResponseEphemeralCertKind string
  ResponseInstanceUid string
  ResponseKind string
  ResponseName string
  ResponseOperation string
  ResponseOperationType string
  ResponsePromoteContextPrimary string
  ResponsePromoteContextReplica string
  ResponseSelfLink string
  ResponseServerCaCert string
  ResponseStatus string
  ResponseTargetId string
  ResponseTargetLink string
  ResponseTargetProject string
  ResponseType string
  ResponseUser string
  ServiceName string
  Severity string
  StatusCode string
  StatusMessage string
  Timestamp datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpcomputeengine */
export const gcpComputeEngine = defineTable(
  'GCPComputeEngine',
  'Audit logs of Compute Engine of Google Cloud.',
  `
  TimeGenerated datetime
  GCPResource dynamic
  InsertId string
  Labels dynamic
  LogName string
  Operation dynamic
  ProtoPayload dynamic
  ReceiveTimestamp datetime
  Severity string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpfirewalllogs */
export const gcpFirewallLogs = defineTable(
  'GCPFirewallLogs',
  'Logs of the firewall of Google Cloud.',
  `
  TimeGenerated datetime
  Action string
  DestIp string
  DestPort string
  Direction string
  Disposition string
  GCPResourceType string
  InsertId string
  InstanceProjectId string
  InstanceRegion string
  InstanceVmName string
  InstanceZone string
  IpPortInfo dynamic
  LogName string
  Priority string
  ProjectId string
  Protocol string
  Referance string
  RemoteLocationCity string
  RemoteLocationContinent string
  RemoteLocationCountry string
  RemoteLocationRegion string
  ResourceLocation string
  ResourceSubnetworkName string
  SourceRange dynamic
  SrcIp string
  SrcPort string
  SubnetworkId string
  Timestamp datetime
  VpcName string
  VpcProjectId string
  VpcSubnetworkName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpids */
export const gcpids = defineTable(
  'GCPIDS',
  'Findings of the intrusion detection of Google Cloud.',
  `
  TimeGenerated datetime
  AlertSeverity string
  AlertTime datetime
  Application string
  AuthenticationInfoPrincipalEmail string
  AuthorizationInfo string
  Category string
  CVEs string
  DestinationIPAddress string
  DestinationPort string
  Details string
  Direction string
  ElapsedTime string
  InsertId string
  IPProtocol string
  JsonPayloadName string
  JsonPayloadType string
  LogName string
  MethodName string
  Network string
  NumResponseItems string
  OperationFirst bool
  OperationId string
  OperationLast bool
  OperationProducer string
  PayloadType string
  ReceiveTimestamp datetime
  RepeatCount string
  RequestEndpointId string
  RequestEndpointName string
  RequestEndpointNetwork string
  RequestEndpointSeverity string
  RequestEndpointThreatExceptions string
  RequestEndpointTrafficLogs string
  RequestMetadataCallerIP string
  RequestMetadataDestinationAttributes string
  RequestMetadataRequestAttributesAuth string
  RequestMetadataRequestAttributesReason string
  RequestMetadataRequestAttributesTime datetime
  RequestName string
  RequestParent string
  RequestType string
  RequestUpdateMaskPaths string
  ResourceLabelsId string
  ResourceLabelsLocation string
  ResourceLabelsMethod string
  ResourceLabelsProjectId string
  ResourceLabelsResourceContainer string
  ResourceLabelsService string
  ResourceLocationCurrentLocations string
  ResponseName string
  ResponseNetwork string
  ResponseSeverity string
  ResponseState string
  ResponseThreatExceptions string
  ResponseTrafficLogs bool
  ResponseType string
  ServiceName string
  SessionId string
  Severity string
  SourceIPAddress string
  SourcePort string
  StartTime datetime
  Status string
  ThreatId string
  Timestamp datetime
  TotalBytes string
  TotalPackets string
  URIOrFilename string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpmonitoring */
export const gcpMonitoring = defineTable(
  'GCPMonitoring',
  'Audit logs of the monitoring of Google Cloud.',
  `
  TimeGenerated datetime
  GCPResource dynamic
  MetricKind string
  MetricLabels dynamic
  MetricType string
  Points dynamic
  ValueType string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpnat */
export const gcpnat = defineTable(
  'GCPNAT',
  'Logs of NAT of Google Cloud.',
  `
  TimeGenerated datetime
  AllocationStatus string
  ASN string
  City string
  Continent string
  Country string
  DestinationRegion string
  DestIp string
  DestPort string
  EndpointRegion string
  EndpointZone string
  GatewayName string
  GCPResourceType string
  InsertId string
  LogName string
  NatIp string
  NatPort string
  ProjectId string
  Protocol string
  ReceiveTimestamp datetime
  Region string
  RouterId string
  SrcIp string
  SrcPort string
  VmName string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpnataudit */
export const gcpnatAudit = defineTable(
  'GCPNATAudit',
  'Audit logs of NAT of Google Cloud.',
  `
  TimeGenerated datetime
  AuthorizationInfo string
  CallerIp string
  EncryptedInterconnectRouter bool
  GCPResourceName string
  GCPResourceType string
  InsertId string
  LogName string
  MethodName string
  OperationFirst bool
  OperationId string
  OperationLast bool
  OperationProducer string
  PayloadRequestNats string
  PayloadType string
  PrincipalEmail string
  PrincipalSubject string
  ProjectId string
  ReceiveTimestamp datetime
  RequestAttributeAuth string
  RequestAttributeDestination string
  RequestAttributeTime datetime
  RequestId string
  RequestName string
  RequestNetwork string
  RequestRegion string
  RequestSelfLink string
  RequestType string
  ResourceLocation string
  ResourceRegion string
  ResponseErrorCode string
  ResponseErrorMessage string
  ResponseErrors string
  ResponseId string
  ResponseInsertTime datetime
  ResponseName string
  ResponseOperationType string
  ResponseProgress string
  ResponseRegion string
  ResponseSelfLink string
  ResponseSelfLinkWithId string
  ResponseStartTime datetime
  ResponseStatus string
  ResponseTargetId string
  ResponseTargetLink string
  ResponseType string
  ResponseUser string
  RootTriggerId string
  RouterId string
  ServiceName string
  Severity string
  UserAgent string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpresourcemanager */
export const gcpResourceManager = defineTable(
  'GCPResourceManager',
  'Audit logs of the resource manager of Google Cloud.',
  `
  TimeGenerated datetime
  AuthenticationInfoPrincipalEmail string
  AuthenticationInfoPrincipalSubject string
  AuthenticationInfoServiceAccountKeyName string
  AuthorizationInfo string
  GCPResourceName string
  GCPResourceType string
  InsertID string
  LogName string
  MetadataParentDeltaDestinationParentId string
  MetadataParentDeltaDestinationParentType string
  MetadataParentDeltaSourceParentId string
  MetadataParentDeltaSourceParentType string
  MetadataType string
  MethodName string
  NumResponseItems string
  OperationFirst bool
  OperationID string
  OperationLast bool
  OperationProducer string
  PayloadType string
  ReceiveTimestamp datetime
  RequestConstraint string
  RequestCreateTime datetime
  RequestCustomConstraint string
  RequestDestinationParent string
  RequestFolderDisplayName string
  RequestFolderParent string
  RequestLifecycleState string
  RequestListValue string
  RequestMetadataCallerIP string
  RequestMetadataCallerSuppliedUserAgent string
  RequestMetadataDestinationAttributes string
  RequestMetadataRequestAttributesAuth string
  RequestMetadataRequestAttributesReason string
  RequestMetadataRequestAttributesTime datetime
  RequestName string
  RequestOptionsRequestedPolicyVersion string
  RequestPageSize string
  RequestParent string
  RequestPolicyAuditConfigs string
  RequestPolicyBindings string
  RequestPolicyEtag string
  RequestPolicyName string
  RequestPolicySpec string
  RequestProjectCreateTime datetime
  RequestProjectId string
  RequestProjectLabels string
  RequestProjectLifecycleState string
  RequestProjectName string
  RequestProjectParent string
  RequestProjectProjectId string
  RequestProjectProjectNumber string
  RequestQuery string
  RequestResource string
  RequestTagBindingParent string
  RequestTagBindingTagValue string
  RequestTagKeyName string
  RequestTagValueName string
  RequestType string
  RequestUpdateMask string
  ResourceLabelsFolderId string
  ResourceLabelsMethod string
  ResourceLabelsOrganizationId string
  ResourceLabelsProjectId string
  ResourceLabelsService string
  ResponseAuditConfigs string
  ResponseBindings string
  ResponseCreateTime datetime
  ResponseDescription string
  ResponseDisplayName string
  ResponseEtag string
  ResponseLabels string
  ResponseLifecycleState string
  ResponseName string
  ResponseNamespacedName string
  ResponseParent string
  ResponsePolicySpec string
  ResponseProjectId string
  ResponseProjectNumber string
  ResponseShortName string
  ResponseState string
  ResponseTagKey string
  ResponseTagValue string
  ResponseTagValueNamespacedName string
  ResponseType string
  ResponseUpdateTime datetime
  ServiceDataPolicyDeltaBindingDeltas string
  ServiceDataType string
  ServiceName string
  Severity string
  Status string
  Timestamp datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gcpvpcflow */
export const gcpvpcFlow = defineTable(
  'GCPVPCFlow',
  'Flows in virtual networks of Google Cloud.',
  `
  TimeGenerated datetime
  BytesSent string
  DestGatewayInterconnectName string
  DestGatewayInterconnectProjectNumber string
  DestGatewayLocation string
  DestGatewayName string
  DestGatewayProjectId string
  DestGatewayType string
  DestGatewayVpc dynamic
  DestGkeClusterLocation string
  DestGkeClusterName string
  DestGkePodName string
  DestGkePodNamespace string
  DestGkePodWorkloadName string
  DestGkePodWorkloadType string
  DestGkeService dynamic
  DestGoogleServiceType string
  DestInstanceGroupName string
  DestInstanceGroupRegion string
  DestInstanceGroupZone string
  DestInstanceProjectId string
  DestInstanceRegion string
  DestInstanceVmName string
  DestInstanceZone string
  DestIp string
  DestLocationAsn string
  DestLocationCity string
  DestLocationContinent string
  DestLocationCountry string
  DestLocationRegion string
  DestPort string
  DestVpcName string
  DestVpcProjectId string
  DestVpcSubnetworkName string
  DestVpcSubnetworkRegion string
  EndTime datetime
  GCPResourceType string
  InsertId string
  InternetRoutingDetailsEgressAsn string
  LbBackendGroupLocation string
  LbBackendGroupName string
  LbBackendGroupType string
  LbBackendServiceName string
  LbForwardingRuleName string
  LbForwardingRuleProjectId string
  LbReporter string
  LbScheme string
  LbType string
  LbUrlMapName string
  LbVpc dynamic
  Location string
  LogName string
  NetworkServiceDscp string
  PacketsSent string
  ProjectId string
  Protocol string
  PscAttachmentProjectId string
  PscAttachmentRegion string
  PscAttachmentVpc dynamic
  PscEndpointConnectionId string
  PscEndpointProjectId string
  PscEndpointRegion string
  PscEndpointTargetServiceType string
  PscEndpointVpc dynamic
  ReceiveTimestamp datetime
  Reporter string
  Rttmsec string
  SrcGatewayInterconnectName string
  SrcGatewayInterconnectProjectNumber string
  SrcGatewayLocation string
  SrcGatewayName string
  SrcGatewayProjectId string
  SrcGatewayType string
  SrcGatewayVpc dynamic
  SrcGkeClusterLocation string
  SrcGkeClusterName string
  SrcGkePodName string
  SrcGkePodNamespace string
  SrcGkePodWorkloadName string
  SrcGkePodWorkloadType string
  SrcGkeService dynamic
  SrcGoogleServiceType string
  SrcInstanceGroupName string
  SrcInstanceGroupRegion string
  SrcInstanceGroupZone string
  SrcInstanceProjectId string
  SrcInstanceRegion string
  SrcInstanceVmName string
  SrcInstanceZone string
  SrcIp string
  SrcLocationAsn string
  SrcLocationCity string
  SrcLocationContinent string
  SrcLocationCountry string
  SrcLocationRegion string
  SrcPort string
  SrcVpcName string
  SrcVpcProjectId string
  SrcVpcSubnetworkName string
  SrcVpcSubnetworkRegion string
  StartTime datetime
  SubnetworkId string
  SubnetworkName string
  Timestamp datetime
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
