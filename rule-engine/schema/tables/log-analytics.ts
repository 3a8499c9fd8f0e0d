import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/laquerylogs */
export const laQueryLogs = defineTable(
  'LAQueryLogs',
  'Queries run in a workspace.',
  `
  TimeGenerated datetime
  TenantId string
  CorrelationId string
  RecordKind string
  AADObjectId string
  AADTenantId string
  AADEmail string
  AADClientId string
  ConditionalDataAccess string
  QueryTimeRangeStart datetime
  QueryTimeRangeEnd datetime
  QueryText string
  QueryThumbprint string
  RequestClientApp string
  RequestTarget string
  RequestContext dynamic
  RequestContextFilters dynamic
  ResponseCode int
  ResponseRowCount int
  ResponseDurationMs real
  StatsCPUTimeMs real
  StatsDataProcessedStart datetime
  StatsDataProcessedEnd datetime
  StatsWorkspaceCount int
  StatsRegionCount int
  IsBillableQuery bool
  ScannedGB real
  WorkspaceRegion string
  IsWorkspaceInFailover bool
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/usage */
export const usage = defineTable(
  'Usage',
  'Amounts of data of each table.',
  `
  TimeGenerated datetime
  Computer string
  Plan string
  SourceSystem string
  StartTime datetime
  EndTime datetime
  ResourceUri string
  LinkedResourceUri string
  DataType string
  Solution string
  BatchesWithinSla long
  BatchesOutsideSla long
  BatchesCapped long
  TotalBatches long
  AvgLatencyInSeconds real
  Quantity real
  QuantityUnit string
  IsBillable bool
  MeterId string
  LinkedMeterId string
  Type string
  _IsBillable string
  _BilledSize real
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/operation */
export const operation = defineTable(
  'Operation',
  'Operations of a workspace.',
  `
  TimeGenerated datetime
  SourceSystem string
  ManagementGroupName string
  SourceComputerId string
  OperationStatus string
  Computer string
  Detail string
  OperationCategory string
  Solution string
  HelpLink string
  OperationKey string
  ErrorId string
  CorrelationId string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
  TenantId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/perf */
export const perf = defineTable(
  'Perf',
  'Performance counters.',
  `
  TimeGenerated datetime
  TenantId string
  Computer string
  ObjectName string
  CounterName string
  InstanceName string
  CounterValue real
  CounterPath string
  SourceSystem string
  Min real
  Max real
  BucketStartTime datetime
  BucketEndTime datetime
  StandardDeviation real
  SampleCount int
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/lasummarylogs */
export const laSummaryLogs = defineTable(
  'LASummaryLogs',
  'Runs of the summary rules of a workspace.',
  `
  TimeGenerated datetime
  BinSize int
  BinStartTime datetime
  Message string
  QueryDurationMs long
  ResultsRecordCount long
  RuleLastModifiedTime datetime
  RuleName string
  Status string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/insightsmetrics */
export const insightsMetrics = defineTable(
  'InsightsMetrics',
  'Metrics of machines and containers.',
  `
  TimeGenerated datetime
  AgentId string
  Computer string
  Namespace string
  Origin string
  Tags string
  Val real
  Value string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
  _ResourceId string
  _SubscriptionId string
`,
);
