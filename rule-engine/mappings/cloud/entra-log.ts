import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { builtInTable } from '../../schema/catalogue.ts';
import { definedFields, type Fields, fieldAt, firstOf, hasValue, isFields } from '../field-path.ts';
import type { Mapping, RecordView, ViewedRecord } from '../mapping.ts';
import { parsedJson } from '../parsed-text.ts';

/** The tables of Microsoft Entra's logs by their categories. */
const ENTRA_TABLES: { readonly [category: string]: string } = {
  SignInLogs: 'SigninLogs',
  NonInteractiveUserSignInLogs: 'AADNonInteractiveUserSignInLogs',
  ServicePrincipalSignInLogs: 'AADServicePrincipalSignInLogs',
  ManagedIdentitySignInLogs: 'AADManagedIdentitySignInLogs',
  AuditLogs: 'AuditLogs',
  ProvisioningLogs: 'AADProvisioningLogs',
  RiskyUsers: 'AADRiskyUsers',
  UserRiskEvents: 'AADUserRiskEvents',
  RiskyServicePrincipals: 'AADRiskyServicePrincipals',
  ServicePrincipalRiskEvents: 'AADServicePrincipalRiskEvents',
};

/** What an event's own properties are called in the table where that isn't their name. */
const RENAMED: { readonly [property: string]: string } = {
  appliedconditionalaccesspolicies: 'ConditionalAccessPolicies',
  location: 'LocationDetails',
  operationtype: 'AADOperationType',
  resourceid: 'ResourceIdentity',
};

/**
 * An event of Microsoft Entra, as diagnostic settings send it (its own properties in `properties`), or as Microsoft Graph and
 * the portal export it: `table`, `time`, and `row` with the table's columns.
 */
const entraEvent: RecordView = { id: 'entra-event', of: (record) => sentEvent(record) ?? exportedEvent(record) };

/** @see https://learn.microsoft.com/azure/azure-monitor/essentials/resource-logs-schema */
function sentEvent(record: LogRecord): ViewedRecord | undefined {
  const { category, time, properties: stated, tenantId, callerIpAddress, ...envelope } = record.fields;
  if (typeof category !== 'string' || !Object.hasOwn(ENTRA_TABLES, category)) return undefined;
  const properties = typeof stated === 'string' ? parsedJson(stated) : stated;
  if (!isFields(properties)) return undefined;
  const table = ENTRA_TABLES[category];
  const columns = columnsOf(table);
  const around = definedFields({ ...envelope, category, AADTenantId: tenantId, IPAddress: callerIpAddress });
  return viewed(record, table, time, {
    ...named(around, columns),
    ...named(withRenamed(properties, columns), columns),
  });
}

/** @see https://learn.microsoft.com/graph/api/resources/signin */
function exportedEvent(record: LogRecord): ViewedRecord | undefined {
  const { fields } = record;
  if (hasValue(fields.createdDateTime) && hasValue(fields.appId) && isFields(fields.status)) {
    const category = categoryOfSignIn(fields);
    const table = ENTRA_TABLES[category];
    const columns = columnsOf(table);
    const own = definedFields({
      Category: category,
      OperationName: 'Sign-in activity',
      ResultType: fieldAt(fields, 'status.errorCode'),
      ResultDescription: fieldAt(fields, 'status.failureReason'),
      Location: fieldAt(fields, 'location.countryOrRegion'),
    });
    const row = { ...own, ...named(withRenamed(fields, columns), columns) };
    return viewed(record, table, fields.createdDateTime, row);
  }
  if (hasValue(fields.activityDateTime) && hasValue(fields.activityDisplayName) && isFields(fields.initiatedBy)) {
    const columns = columnsOf('AuditLogs');
    const row = { OperationName: fields.activityDisplayName, ...named(withRenamed(fields, columns), columns) };
    return viewed(record, 'AuditLogs', fields.activityDateTime, row);
  }
  return undefined;
}

function categoryOfSignIn(fields: Fields): string {
  if (firstOf(fields, 'userPrincipalName', 'userId', 'userDisplayName') === undefined)
    return 'ServicePrincipalSignInLogs';
  return fields.isInteractive === false ? 'NonInteractiveUserSignInLogs' : 'SignInLogs';
}

function viewed(record: LogRecord, table: string, time: FieldValue | undefined, row: Fields): ViewedRecord {
  return { ...record, fields: definedFields({ table, time, row }), dialect: 'Microsoft Entra' };
}

function withRenamed(properties: Fields, columns: ReadonlyMap<string, string>): Fields {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const other = RENAMED[name.toLowerCase()];
      return [other !== undefined && columns.has(other.toLowerCase()) ? other : name, value];
    }),
  );
}

/** The fields with the names of the columns that they are but for capitals. */
function named(fields: Fields, columns: ReadonlyMap<string, string>): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => hasValue(value))
      .map(([name, value]) => [columns.get(name.toLowerCase()) ?? name, value]),
  );
}

const columnsOfTables = new Map<string, ReadonlyMap<string, string>>();

/** The columns of a table by their names in lower case. */
function columnsOf(table: string): ReadonlyMap<string, string> {
  let columns = columnsOfTables.get(table);
  if (columns === undefined) {
    columns = new Map(builtInTable(table)?.columns.map(({ name }) => [name.toLowerCase(), name]));
    columnsOfTables.set(table, columns);
  }
  return columns;
}

/** Microsoft Entra's sign-ins, audits and risks, each kind to its table. */
export const entraLogs: readonly Mapping[] = Object.entries(ENTRA_TABLES).map(([category, table]) => ({
  id: `entra-${category.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()}`,
  title: `Microsoft Entra: ${category}`,
  table,
  source: `Microsoft's reference of the table ${table}: its columns are named like the events' properties`,
  view: entraEvent,
  accepts: ({ fields }) => fields.table === table,
  sameNames: 'row',
  leftoversIn: 'row',
  columns: { TimeGenerated: 'time', Type: { constant: table } },
}));
