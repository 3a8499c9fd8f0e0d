import type { ColumnSchema } from '../schema/scalar-type.ts';

/** What makes a process event the same event on another day: the same command of the same account from the same parent. */
const PROCESS_COLUMNS = [
  'DeviceName',
  'AccountName',
  'FileName',
  'FolderPath',
  'ProcessCommandLine',
  'InitiatingProcessFileName',
  'InitiatingProcessCommandLine',
];

/** Names of columns that differ each time the same thing happens, or that say how an event was stored. */
const VOLATILE =
  /(?:ProcessI[dD]|ThreadI[dD]|LogonI[dD]|SessionId|ReportId|RecordId|UniqueId|G[uU][iI][dD]|SequenceNumber|LocalPort|SourcePort|SrcPortNumber|P[iI][dD])$|^_|^(?:TenantId|SourceSystem|SourceComputerId|ManagementGroupName|MachineGroup|Type)$/;

/** The columns that tell events apart and stay the same when the same thing happens again, in a fixed order. */
export function identifyingColumns(table: string, schema: readonly ColumnSchema[]): readonly string[] {
  if (table === 'DeviceProcessEvents') return PROCESS_COLUMNS;
  return schema
    .filter(({ name, type }) => type !== 'datetime' && type !== 'timespan' && !VOLATILE.test(name))
    .map(({ name }) => name)
    .sort();
}
