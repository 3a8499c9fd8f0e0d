import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gkeapiserver */
export const gkeapiServer = defineTable(
  'GKEAPIServer',
  'Logs of the API server of Google Kubernetes Engine.',
  `
  TimeGenerated datetime
  ApfAdditionalLatency string
  ApfExecutionTime string
  ApfFs string
  ApfFSeats int
  ApfISeats int
  ApfPl string
  AuditID string
  ClusterName string
  ComponentLocation string
  ComponentName string
  ComputeResourceName string
  HttpVerb string
  InsertId string
  Labels dynamic
  Latency string
  Location string
  LogName string
  Message string
  Pid string
  ProjectID string
  Protocol string
  ReceiveTimestamp datetime
  ResponseCode int
  Severity string
  SourceFile string
  SourceLine string
  SrcIP string
  URI string
  UserAgent string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gkeapplication */
export const gkeApplication = defineTable(
  'GKEApplication',
  'Logs of applications on Google Kubernetes Engine.',
  `
  TimeGenerated datetime
  ClusterName string
  ComputeResourceName string
  ContainerName string
  InsertId string
  JsonPayload dynamic
  Labels dynamic
  Location string
  LogName string
  NamespaceName string
  PodName string
  ProjectID string
  ReceiveTimestamp datetime
  Severity string
  TextPayload string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gkeaudit */
export const gkeAudit = defineTable(
  'GKEAudit',
  'Audit logs of Google Kubernetes Engine.',
  `
  TimeGenerated datetime
  InsertId string
  JsonPayload dynamic
  Labels dynamic
  logName string
  LogType string
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

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gkecontrollermanager */
export const gkeControllerManager = defineTable(
  'GKEControllerManager',
  'Logs of the controller manager of Google Kubernetes Engine.',
  `
  TimeGenerated datetime
  ClusterName string
  ComponentLocation string
  ComponentName string
  ComputeResourceName string
  Duration string
  InsertId string
  Key string
  Kind string
  Labels dynamic
  Location string
  Logger string
  LogName string
  Message string
  Pid string
  ProjectID string
  ReceiveTimestamp datetime
  Severity string
  SourceFile string
  SourceLine string
  SyncStatus string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gkehpadecision */
export const gkehpaDecision = defineTable(
  'GKEHPADecision',
  'Decisions of the autoscaler of Google Kubernetes Engine.',
  `
  TimeGenerated datetime
  ActuationLatencySeconds real
  ActuationTime datetime
  ClusterName string
  ComponentLocation string
  ComponentName string
  ComputeResourceName string
  ConfiguredSize int
  HPA string
  InsertId string
  Labels dynamic
  LeadingMetricIndex int
  Location string
  LogName string
  Message string
  ProjectID string
  ReceiveTimestamp datetime
  Replicas int
  Severity string
  SourceFile string
  SourceLine string
  StartTime datetime
  TargetRefAPIVersion string
  TargetRefKind string
  TargetRefName string
  TopLevelLimit string
  TopLevelOverride string
  VMName string
  Zone string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/gkescheduler */
export const gkeScheduler = defineTable(
  'GKEScheduler',
  'Logs of the scheduler of Google Kubernetes Engine.',
  `
  TimeGenerated datetime
  AuditID string
  ClusterName string
  ComponentLocation string
  ComponentName string
  ComputeResourceName string
  HttpVerb string
  InsertId string
  Labels dynamic
  Latency string
  Location string
  LogName string
  Message string
  Pid string
  ProjectID string
  Protocol string
  ReceiveTimestamp datetime
  ResponseCode int
  Severity string
  SourceFile string
  SourceLine string
  SrcIP string
  URI string
  UserAgent string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
