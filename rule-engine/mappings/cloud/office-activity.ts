import { oneOf } from '../conversions.ts';
import { hasValue, isFields } from '../field-path.ts';
import type { ColumnMapping, Mapping, RecordView } from '../mapping.ts';
import { parsedJson } from '../parsed-text.ts';

/** A record of the audit log: what the export of the portal and PowerShell have in a field of its own, as JSON. */
const auditRecord: RecordView = {
  id: 'office-audit-record',
  of: (record) => {
    const { AuditData, ...around } = record.fields;
    const data = typeof AuditData === 'string' ? parsedJson(AuditData) : AuditData;
    const audit = isFields(data) ? { ...around, ...data } : record.fields;
    const { CreationTime, Operation, Workload, RecordType } = audit;
    const isRecord = hasValue(CreationTime) && hasValue(Operation) && hasValue(Workload) && hasValue(RecordType);
    return isRecord && audit.TimeGenerated === undefined
      ? { ...record, fields: { audit }, dialect: 'Microsoft 365 audit log' }
      : undefined;
  },
};

/** Numbers are named; names stay as they are. */
function named(path: string, names: { readonly [number: string]: string }): ColumnMapping {
  const name = oneOf('name of a number', names);
  const convert = { ...name, convert: (value: Parameters<typeof name.convert>[0]) => name.convert(value) ?? value };
  return { from: [`audit.${path}`], convert };
}

/** @see https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema#auditlogrecordtype */
const RECORD_TYPES: { readonly [number: string]: string } = {
  1: 'ExchangeAdmin',
  2: 'ExchangeItem',
  3: 'ExchangeItemGroup',
  4: 'SharePoint',
  6: 'SharePointFileOperation',
  7: 'OneDrive',
  8: 'AzureActiveDirectory',
  9: 'AzureActiveDirectoryAccountLogon',
  10: 'DataCenterSecurityCmdlet',
  11: 'ComplianceDLPSharePoint',
  13: 'ComplianceDLPExchange',
  14: 'SharePointSharingOperation',
  15: 'AzureActiveDirectoryStsLogon',
  18: 'SecurityComplianceCenterEOPCmdlet',
  20: 'PowerBIAudit',
  21: 'CRM',
  22: 'Yammer',
  24: 'Discovery',
  25: 'MicrosoftTeams',
  28: 'ThreatIntelligence',
  30: 'MicrosoftFlow',
  35: 'Project',
  36: 'SharePointListOperation',
  40: 'SecurityComplianceAlerts',
  50: 'ExchangeItemAggregated',
  54: 'SharePointListItemOperation',
  55: 'SharePointContentTypeOperation',
  56: 'SharePointFieldOperation',
};

/** @see https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema#user-type */
const USER_TYPES: { readonly [number: string]: string } = {
  0: 'Regular',
  1: 'Reserved',
  2: 'Admin',
  3: 'DcAdmin',
  4: 'System',
  5: 'Application',
  6: 'ServicePrincipal',
  7: 'CustomPolicy',
  8: 'SystemPolicy',
};

/**
 * Records of Microsoft 365's unified audit log.
 * @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/officeactivity
 */
export const officeActivity: Mapping = {
  id: 'office-activity',
  title: 'Microsoft 365 audit log',
  table: 'OfficeActivity',
  source: "Microsoft's references of the table OfficeActivity and of the Management Activity API",
  view: auditRecord,
  accepts: () => true,
  sameNames: 'audit',
  leftoversIn: 'audit',
  columns: {
    TimeGenerated: 'audit.CreationTime',
    RecordType: named('RecordType', RECORD_TYPES),
    UserType: named('UserType', USER_TYPES),
    Logon_Type: named('LogonType', { 0: 'Owner', 1: 'Admin', 2: 'Delegated' }),
    OfficeWorkload: 'audit.Workload',
    OfficeObjectId: 'audit.ObjectId',
    OfficeId: 'audit.Id',
    Client_IPAddress: 'audit.ClientIPAddress',
    Event_Data: 'audit.EventData',
    Site_: 'audit.Site',
    Site_Url: 'audit.SiteUrl',
    Start_Time: 'audit.StartTime',
    AADTarget: 'audit.Target',
    AzureActiveDirectory_EventType: 'audit.AzureActiveDirectoryEventType',
    Type: { constant: 'OfficeActivity' },
  },
};
