import { fileNameOfPath, hexadecimal, oneOf, unlessDash, unlessDashThen } from '../conversions.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';
import { securityEventColumns } from './security-process-creation.ts';
import { eventId, isSecurity, windowsEvent } from './windows-event.ts';

function data(name: string): ColumnMapping {
  return { from: [`EventData.${name}`], convert: unlessDash };
}

/** Why a logon failed: codes of `Status` and `SubStatus`. */
const failureReason = oneOf('reason of a status code', {
  '0xc0000064': 'UnknownUser',
  '0xc000006a': 'WrongPassword',
  '0xc000006d': 'InvalidUserNameOrPassword',
  '0xc000006e': 'AccountRestriction',
  '0xc000006f': 'OutsideLogonHours',
  '0xc0000070': 'UnauthorizedWorkstation',
  '0xc0000071': 'PasswordExpired',
  '0xc0000072': 'AccountDisabled',
  '0xc000015b': 'LogonTypeNotGranted',
  '0xc0000193': 'AccountExpired',
  '0xc0000224': 'PasswordMustChange',
  '0xc0000234': 'AccountLockedOut',
});

/**
 * The security log's events 4624 and 4625.
 * @see https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4624
 */
export const securityLogon: Mapping = {
  id: 'security-logon',
  title: 'Security 4624 and 4625: logons',
  table: 'DeviceLogonEvents',
  source: "Microsoft's documentation of events 4624 and 4625",
  view: windowsEvent,
  accepts: (record) => isSecurity(record) && (eventId(record) === 4624 || eventId(record) === 4625),
  joinsParents: true,
  leftovers: 'AdditionalFields',
  leftoversIn: 'EventData',
  columns: {
    ...securityEventColumns,
    ActionType: {
      from: ['EventID'],
      convert: oneOf('action of an event', { 4624: 'LogonSuccess', 4625: 'LogonFailed' }),
    },
    LogonType: {
      from: ['EventData.LogonType'],
      convert: oneOf('name of a logon type', {
        0: 'System',
        2: 'Interactive',
        3: 'Network',
        4: 'Batch',
        5: 'Service',
        7: 'Unlock',
        8: 'NetworkCleartext',
        9: 'NewCredentials',
        10: 'RemoteInteractive',
        11: 'CachedInteractive',
        12: 'CachedRemoteInteractive',
        13: 'CachedUnlock',
      }),
    },
    AccountDomain: data('TargetDomainName'),
    AccountName: data('TargetUserName'),
    AccountSid: {
      from: ['EventData.TargetUserSid', 'EventData.TargetSid'],
      convert: {
        description: 'unless it is that of nobody',
        convert: (value) => (/^(S-1-0-0|NULL SID|-)$/.test(String(value)) ? undefined : value),
      },
    },
    LogonId: { from: ['EventData.TargetLogonId'], convert: unlessDashThen(hexadecimal) },
    Protocol: data('AuthenticationPackageName'),
    FailureReason: {
      from: ['EventData.SubStatus', 'EventData.Status'],
      convert: {
        description: failureReason.description,
        convert: (value) => failureReason.convert(String(value).toLowerCase()),
      },
    },
    RemoteDeviceName: data('WorkstationName'),
    RemoteIP: data('IpAddress'),
    RemotePort: data('IpPort'),
    InitiatingProcessFileName: { from: ['EventData.ProcessName'], convert: unlessDashThen(fileNameOfPath) },
    InitiatingProcessFolderPath: data('ProcessName'),
    InitiatingProcessId: { from: ['EventData.ProcessId'], convert: unlessDashThen(hexadecimal) },
    InitiatingProcessAccountDomain: data('SubjectDomainName'),
    InitiatingProcessAccountName: data('SubjectUserName'),
    InitiatingProcessAccountSid: data('SubjectUserSid'),
  },
};
