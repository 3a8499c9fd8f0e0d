import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/apimanagementgatewaylogs */
export const apiManagementGatewayLogs = defineTable(
  'ApiManagementGatewayLogs',
  'Requests to the gateway of API Management.',
  `
  TimeGenerated datetime
  TenantId string
  OperationName string
  CorrelationId string
  Region string
  IsRequestSuccess bool
  Category string
  TotalTime long
  CallerIpAddress string
  Method string
  Url string
  ClientProtocol string
  ResponseCode int
  BackendMethod string
  BackendUrl string
  BackendResponseCode int
  BackendProtocol string
  RequestSize int
  ResponseSize int
  Cache string
  CacheTime long
  BackendTime long
  ClientTime long
  ApiId string
  OperationId string
  ProductId string
  UserId string
  ApimSubscriptionId string
  BackendId string
  LastErrorElapsed long
  LastErrorSource string
  LastErrorScope string
  LastErrorSection string
  LastErrorReason string
  LastErrorMessage string
  ApiRevision string
  ClientTlsVersion string
  RequestHeaders dynamic
  ResponseHeaders dynamic
  BackendRequestHeaders dynamic
  BackendResponseHeaders dynamic
  RequestBody string
  ResponseBody string
  BackendRequestBody string
  BackendResponseBody string
  Errors dynamic
  TraceRecords dynamic
  IsTraceRequested bool
  IsTraceExpired bool
  IsTraceAllowed bool
  IsMasterTrace bool
  WorkspaceId string
  Timestamp datetime
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);
