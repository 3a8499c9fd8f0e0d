import {
  domainOfAccount,
  fileNameOfPath,
  hashOf,
  hexadecimal,
  idOfName,
  joinedArguments,
  unlessDash,
  unlessDashThen,
  userOfAccount,
} from '../conversions.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';
import { eventId, isSysmon, windowsEvent } from './windows-event.ts';

/** A field of the event, `-` standing for none. */
export function data(...names: readonly string[]): ColumnMapping {
  return { from: names.map((name) => `EventData.${name}`), convert: unlessDash };
}

/** What every Sysmon event says of itself. `UtcTime` is when it happened, `TimeCreated` when it was written. */
export const sysmonEventColumns: { readonly [column: string]: ColumnMapping } = {
  Timestamp: { from: ['EventData.UtcTime', 'TimeCreated'], convert: unlessDash },
  DeviceId: { from: ['Computer'], convert: idOfName },
  DeviceName: 'Computer',
  ReportId: 'EventRecordID',
};

/**
 * Sysmon's event 1.
 * @see https://learn.microsoft.com/sysinternals/downloads/sysmon#event-id-1-process-creation
 * @see https://github.com/Azure/Azure-Sentinel/blob/master/Parsers/ASimProcessEvent/Parsers/ASimProcessEventMicrosoft365D.yaml
 */
export const sysmonProcessCreation: Mapping = {
  id: 'sysmon-process-creation',
  title: 'Sysmon 1: process creation',
  table: 'DeviceProcessEvents',
  source: "Sysmon's documentation; Microsoft's ASIM parsers of both tables",
  view: windowsEvent,
  accepts: (record) => isSysmon(record) && eventId(record) === 1,
  joinsParents: true,
  leftovers: 'AdditionalFields',
  besides: { IMPHASH: { from: ['EventData.Hashes'], convert: hashOf('IMPHASH') } },
  leftoversIn: 'EventData',
  columns: {
    ...sysmonEventColumns,
    ActionType: { constant: 'ProcessCreated' },
    FileName: { from: ['EventData.Image'], convert: unlessDashThen(fileNameOfPath) },
    FolderPath: data('Image'),
    ProcessId: data('ProcessId'),
    ProcessCommandLine: { from: ['EventData.CommandLine'], convert: joinedArguments },
    ProcessCreationTime: data('UtcTime'),
    ProcessUniqueId: data('ProcessGuid'),
    ProcessIntegrityLevel: data('IntegrityLevel'),
    AccountDomain: { from: ['EventData.User'], convert: unlessDashThen(domainOfAccount) },
    AccountName: { from: ['EventData.User'], convert: unlessDashThen(userOfAccount) },
    LogonId: { from: ['EventData.LogonId'], convert: unlessDashThen(hexadecimal) },
    MD5: { from: ['EventData.Hashes'], convert: hashOf('MD5') },
    SHA1: { from: ['EventData.Hashes'], convert: hashOf('SHA1') },
    SHA256: { from: ['EventData.Hashes'], convert: hashOf('SHA256') },
    ProcessVersionInfoCompanyName: data('Company'),
    ProcessVersionInfoProductName: data('Product'),
    ProcessVersionInfoProductVersion: data('FileVersion'),
    ProcessVersionInfoOriginalFileName: data('OriginalFileName'),
    ProcessVersionInfoFileDescription: data('Description'),
    InitiatingProcessFileName: { from: ['EventData.ParentImage'], convert: unlessDashThen(fileNameOfPath) },
    InitiatingProcessFolderPath: data('ParentImage'),
    InitiatingProcessId: data('ParentProcessId'),
    InitiatingProcessCommandLine: { from: ['EventData.ParentCommandLine'], convert: unlessDashThen(joinedArguments) },
    InitiatingProcessUniqueId: data('ParentProcessGuid'),
    InitiatingProcessAccountDomain: { from: ['EventData.ParentUser'], convert: unlessDashThen(domainOfAccount) },
    InitiatingProcessAccountName: { from: ['EventData.ParentUser'], convert: unlessDashThen(userOfAccount) },
  },
};
