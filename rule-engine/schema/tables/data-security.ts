import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dsmdataclassificationlogs */
export const dsmDataClassificationLogs = defineTable(
  'DSMDataClassificationLogs',
  'Classifications of data that data security management found.',
  `
  TimeGenerated datetime
  AssetLastScanTime datetime
  AssetType string
  ClassificationDetails dynamic
  Classifications dynamic
  CorrelationId string
  SourceType string
  Uri string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/dsmdatalabelinglogs */
export const dsmDataLabelingLogs = defineTable(
  'DSMDataLabelingLogs',
  'Labels of data that data security management gave.',
  `
  TimeGenerated datetime
  AssetLastScanTime datetime
  CorrelationId string
  SensitivityLabelName string
  Uri string
  TenantId string
  SourceSystem string
  Type string
  _BilledSize real
  _IsBillable string
`,
);
