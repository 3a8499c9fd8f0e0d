import { defineTable } from '../define-table.ts';

/** Columns that AKSAudit and AKSAuditAdmin share: all. */
const API_SERVER_COLUMNS = `
  TimeGenerated datetime
  TenantId string
  Level string
  AuditId string
  Stage string
  RequestUri string
  Verb string
  User dynamic
  SourceIps dynamic
  UserAgent string
  ObjectRef dynamic
  ResponseStatus dynamic
  RequestObject dynamic
  ResponseObject dynamic
  RequestReceivedTime datetime
  StageReceivedTime datetime
  Annotations dynamic
  PodName string
  SourceSystem string
  Type string
  _IsBillable string
  _BilledSize real
  _ResourceId string
  _SubscriptionId string
`;

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aksaudit */
export const aksAudit = defineTable('AKSAudit', 'Requests to the API server of Kubernetes.', API_SERVER_COLUMNS);

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/aksauditadmin */
export const aksAuditAdmin = defineTable(
  'AKSAuditAdmin',
  'Requests to the API server of Kubernetes, without those that only read.',
  API_SERVER_COLUMNS,
);
