import type { LogRecord } from '../../readers/reader.ts';
import { asItIs } from '../conversions.ts';
import { fieldAt, hasValue, isFields } from '../field-path.ts';
import type { ColumnMapping, Mapping, RecordView } from '../mapping.ts';

const CATEGORIES: ReadonlySet<string> = new Set([
  'Administrative',
  'Alert',
  'Autoscale',
  'Policy',
  'Recommendation',
  'ResourceHealth',
  'Security',
  'ServiceHealth',
]);
const UPN = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn';
const NAME = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name';

/** An event of the activity log as diagnostic settings send it. */
const activityEvent: RecordView = {
  id: 'azure-activity-event',
  of: (record) => {
    const { time, category, operationName, resourceId, correlationId } = record.fields;
    const isEvent = hasValue(time) && hasValue(operationName) && hasValue(resourceId) && hasValue(correlationId);
    return isEvent && CATEGORIES.has(String(category)) ? { ...record, dialect: 'Azure activity log' } : undefined;
  },
};

/** A part of the resource's id, which is a path of kinds and names. */
function partOfId(description: string, part: RegExp): ColumnMapping {
  return {
    from: ['resourceId'],
    convert: { description, convert: (value) => part.exec(String(value))?.[1] },
  };
}

/** Who did it: the claims' keys have dots, so that they are no paths. */
function caller({ fields }: LogRecord) {
  const claims = fieldAt(fields, 'identity.claims');
  return isFields(claims) ? (claims[UPN] ?? claims[NAME] ?? claims.name ?? claims.appid) : undefined;
}

/** @see https://learn.microsoft.com/azure/azure-monitor/reference/tables/azureactivity */
export const azureActivity: Mapping = {
  id: 'azure-activity',
  title: 'Azure activity log',
  table: 'AzureActivity',
  source: "Microsoft's references of the table AzureActivity and of the activity log's schema",
  view: activityEvent,
  accepts: () => true,
  columns: {
    TimeGenerated: 'time',
    OperationNameValue: 'operationName',
    Level: 'level',
    ActivityStatusValue: 'resultType',
    ActivitySubstatusValue: 'resultSignature',
    ResourceGroup: partOfId('resource group of an id', /\/resourceGroups\/([^/]+)/i),
    SubscriptionId: partOfId('subscription of an id', /\/subscriptions\/([^/]+)/i),
    ResourceProviderValue: partOfId('provider of an id', /\/providers\/([^/]+)/i),
    CorrelationId: 'correlationId',
    Caller: { description: 'user or application of the claims', from: ['identity.claims'], compute: caller },
    CallerIpAddress: 'callerIpAddress',
    CategoryValue: 'category',
    Properties: 'properties',
    Properties_d: 'properties',
    Authorization: 'identity.authorization',
    Authorization_d: 'identity.authorization',
    Claims: 'identity.claims',
    Claims_d: 'identity.claims',
    Hierarchy: 'properties.hierarchy',
    EventDataId: { from: ['properties.eventDataId'], convert: asItIs },
    _ResourceId: {
      from: ['resourceId'],
      convert: { description: 'in lower case', convert: (value) => String(value).toLowerCase() },
    },
    ResourceId: 'resourceId',
    Type: { constant: 'AzureActivity' },
  },
};
