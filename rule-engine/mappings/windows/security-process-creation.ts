import {
  fileNameOfPath,
  hexadecimal,
  idOfName,
  joinedArguments,
  oneOf,
  unlessDash,
  unlessDashThen,
} from '../conversions.ts';
import { fieldAt } from '../field-path.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';
import { eventId, isSecurity, windowsEvent } from './windows-event.ts';

/** S-1-16-… security identifiers of mandatory integrity levels, and the names that rendered messages have for them. */
const integrityLevel = oneOf('name of an integrity level', {
  'S-1-16-0': 'Untrusted',
  'S-1-16-4096': 'Low',
  'S-1-16-8192': 'Medium',
  'S-1-16-8448': 'MediumPlus',
  'S-1-16-12288': 'High',
  'S-1-16-16384': 'System',
  'S-1-16-20480': 'ProtectedProcess',
  'Mandatory Label\\Untrusted Mandatory Level': 'Untrusted',
  'Mandatory Label\\Low Mandatory Level': 'Low',
  'Mandatory Label\\Medium Mandatory Level': 'Medium',
  'Mandatory Label\\Medium Plus Mandatory Level': 'MediumPlus',
  'Mandatory Label\\High Mandatory Level': 'High',
  'Mandatory Label\\System Mandatory Level': 'System',
});

const tokenElevation = oneOf('name of a token elevation', {
  '%%1936': 'TokenElevationTypeDefault',
  '%%1937': 'TokenElevationTypeFull',
  '%%1938': 'TokenElevationTypeLimited',
  'TokenElevationTypeDefault (1)': 'TokenElevationTypeDefault',
  'TokenElevationTypeFull (2)': 'TokenElevationTypeFull',
  'TokenElevationTypeLimited (3)': 'TokenElevationTypeLimited',
});

/** What every event of the security log says of itself. */
export const securityEventColumns: { readonly [column: string]: ColumnMapping } = {
  Timestamp: 'TimeCreated',
  DeviceId: { from: ['Computer'], convert: idOfName },
  DeviceName: 'Computer',
  ReportId: 'EventRecordID',
};

/** The account that the process runs as: the target, where one is stated, else the subject, who started it. */
function account(part: 'UserName' | 'DomainName' | 'UserSid'): ColumnMapping {
  const paths = [`EventData.Target${part}`, `EventData.Subject${part}`];
  return {
    description: `Target${part}, or Subject${part} where there is no target`,
    from: paths,
    compute: ({ fields }) => {
      const target = fieldAt(fields, 'EventData.TargetUserName');
      const hasTarget = target !== undefined && target !== null && target !== '' && target !== '-';
      const value = fieldAt(fields, paths[hasTarget ? 0 : 1]);
      if (part !== 'UserSid') return value === '-' ? undefined : value;
      const stated = value === 'S-1-0-0' || value === 'NULL SID' ? fieldAt(fields, paths[1]) : value;
      return stated === 'S-1-0-0' || stated === 'NULL SID' || stated === '-' ? undefined : stated;
    },
  };
}

/**
 * The security log's event 4688. `ProcessId` is that of the creator, and numbers are hexadecimal. The command line is
 * there only where a policy asks for it.
 * @see https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4688
 */
export const securityProcessCreation: Mapping = {
  id: 'security-4688',
  title: 'Security 4688: process creation',
  table: 'DeviceProcessEvents',
  source: "Microsoft's documentation of event 4688",
  view: windowsEvent,
  accepts: (record) => isSecurity(record) && eventId(record) === 4688,
  joinsParents: true,
  leftovers: 'AdditionalFields',
  leftoversIn: 'EventData',
  columns: {
    ...securityEventColumns,
    ActionType: { constant: 'ProcessCreated' },
    FileName: { from: ['EventData.NewProcessName'], convert: unlessDashThen(fileNameOfPath) },
    FolderPath: { from: ['EventData.NewProcessName'], convert: unlessDash },
    ProcessId: { from: ['EventData.NewProcessId'], convert: unlessDashThen(hexadecimal) },
    ProcessCommandLine: { from: ['EventData.CommandLine'], convert: joinedArguments },
    ProcessCreationTime: 'TimeCreated',
    ProcessIntegrityLevel: { from: ['EventData.MandatoryLabel'], convert: integrityLevel },
    ProcessTokenElevation: { from: ['EventData.TokenElevationType'], convert: tokenElevation },
    AccountDomain: account('DomainName'),
    AccountName: account('UserName'),
    AccountSid: account('UserSid'),
    LogonId: {
      from: ['EventData.TargetLogonId', 'EventData.SubjectLogonId'],
      convert: {
        description: 'hexadecimal number other than 0x0',
        convert: (value) => (/^(0x0+|0|-)$/i.test(String(value)) ? undefined : hexadecimal.convert(value)),
      },
    },
    InitiatingProcessFileName: { from: ['EventData.ParentProcessName'], convert: unlessDashThen(fileNameOfPath) },
    InitiatingProcessFolderPath: { from: ['EventData.ParentProcessName'], convert: unlessDash },
    InitiatingProcessId: { from: ['EventData.ProcessId'], convert: unlessDashThen(hexadecimal) },
    InitiatingProcessAccountDomain: { from: ['EventData.SubjectDomainName'], convert: unlessDash },
    InitiatingProcessAccountName: { from: ['EventData.SubjectUserName'], convert: unlessDash },
    InitiatingProcessAccountSid: { from: ['EventData.SubjectUserSid'], convert: unlessDash },
    InitiatingProcessLogonId: { from: ['EventData.SubjectLogonId'], convert: unlessDashThen(hexadecimal) },
  },
};
