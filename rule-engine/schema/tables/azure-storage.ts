import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/storagebloblogs */
export const storageBlobLogs = defineTable(
  'StorageBlobLogs',
  'Requests for blobs.',
  `
  TimeGenerated datetime
  TenantId string
  AccountName string
  Location string
  Protocol string
  OperationName string
  AuthenticationType string
  StatusCode string
  StatusText string
  DurationMs real
  ServerLatencyMs real
  Uri string
  CallerIpAddress string
  CorrelationId string
  SchemaVersion string
  OperationVersion string
  AuthenticationHash string
  RequesterObjectId string
  RequesterTenantId string
  RequesterAppId string
  RequesterAudience string
  RequesterTokenIssuer string
  RequesterUpn string
  AuthorizationDetails dynamic
  UserAgentHeader string
  ReferrerHeader string
  ClientRequestId string
  Etag string
  ServiceType string
  OperationCount int
  ObjectKey string
  RequestHeaderSize long
  RequestBodySize long
  ResponseHeaderSize long
  ResponseBodySize long
  RequestMd5 string
  ResponseMd5 string
  LastModifiedTime datetime
  ConditionsUsed string
  ContentLengthHeader long
  Category string
  TlsVersion string
  SasExpiryStatus string
  MetricResponseType string
  SourceUri string
  DestinationUri string
  AccessTier string
  SourceAccessTier string
  RehydratePriority string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/storagefilelogs */
export const storageFileLogs = defineTable(
  'StorageFileLogs',
  'Requests for files of shares.',
  `
  TimeGenerated datetime
  TenantId string
  AccountName string
  Location string
  Protocol string
  OperationName string
  AuthenticationType string
  StatusCode string
  StatusText string
  DurationMs real
  ServerLatencyMs real
  Uri string
  CallerIpAddress string
  CorrelationId string
  SchemaVersion string
  OperationVersion string
  AuthenticationHash string
  RequesterObjectId string
  RequesterTenantId string
  RequesterAppId string
  RequesterAudience string
  RequesterTokenIssuer string
  RequesterUpn string
  RequesterUserName string
  AuthorizationDetails dynamic
  SmbPrimarySID string
  UserAgentHeader string
  ReferrerHeader string
  ClientRequestId string
  Etag string
  ServiceType string
  OperationCount int
  ObjectKey string
  RequestHeaderSize long
  RequestBodySize long
  ResponseHeaderSize long
  ResponseBodySize long
  RequestMd5 string
  ResponseMd5 string
  LastModifiedTime datetime
  ConditionsUsed string
  ContentLengthHeader long
  Category string
  TlsVersion string
  SmbTreeConnectID string
  SmbPersistentHandleID string
  SmbVolatileHandleID string
  SmbMessageID string
  SmbCreditsConsumed int
  SmbCommandDetail string
  SmbFileId string
  SmbSessionID string
  SmbCommandMajor int
  SmbCommandMinor string
  SasExpiryStatus string
  MetricResponseType string
  SmbStatusCode string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** Columns that StorageQueueLogs and StorageTableLogs share: all. */
const QUEUE_AND_TABLE_COLUMNS = `
  TimeGenerated datetime
  TenantId string
  AccountName string
  Location string
  Protocol string
  OperationName string
  AuthenticationType string
  StatusCode string
  StatusText string
  DurationMs real
  ServerLatencyMs real
  Uri string
  CallerIpAddress string
  CorrelationId string
  SchemaVersion string
  OperationVersion string
  AuthenticationHash string
  RequesterObjectId string
  RequesterTenantId string
  RequesterAppId string
  RequesterAudience string
  RequesterTokenIssuer string
  RequesterUpn string
  AuthorizationDetails dynamic
  UserAgentHeader string
  ReferrerHeader string
  ClientRequestId string
  Etag string
  ServiceType string
  OperationCount int
  ObjectKey string
  RequestHeaderSize long
  RequestBodySize long
  ResponseHeaderSize long
  ResponseBodySize long
  RequestMd5 string
  ResponseMd5 string
  LastModifiedTime datetime
  ConditionsUsed string
  ContentLengthHeader long
  Category string
  TlsVersion string
  SasExpiryStatus string
  MetricResponseType string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`;

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/storagequeuelogs */
export const storageQueueLogs = defineTable('StorageQueueLogs', 'Requests for queues.', QUEUE_AND_TABLE_COLUMNS);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/storagetablelogs */
export const storageTableLogs = defineTable(
  'StorageTableLogs',
  'Requests for tables of storage accounts.',
  QUEUE_AND_TABLE_COLUMNS,
);
