import {
  domainOfAccount,
  fileNameOfPath,
  hashOf,
  oneOf,
  unlessDash,
  unlessDashThen,
  userOfAccount,
} from '../conversions.ts';
import { type Fields, fieldAt, hasValue } from '../field-path.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';
import { data, sysmonEventColumns } from './sysmon-process-creation.ts';
import { eventId, isSysmon, windowsEvent } from './windows-event.ts';

/** The process that did what the event says. */
const actingProcess: { readonly [column: string]: ColumnMapping } = {
  ...sysmonEventColumns,
  InitiatingProcessFileName: { from: ['EventData.Image'], convert: unlessDashThen(fileNameOfPath) },
  InitiatingProcessFolderPath: data('Image'),
  InitiatingProcessId: data('ProcessId'),
  InitiatingProcessUniqueId: data('ProcessGuid'),
  InitiatingProcessAccountDomain: { from: ['EventData.User'], convert: unlessDashThen(domainOfAccount) },
  InitiatingProcessAccountName: { from: ['EventData.User'], convert: unlessDashThen(userOfAccount) },
};

const hashes: { readonly [column: string]: ColumnMapping } = {
  MD5: { from: ['EventData.Hashes', 'EventData.Hash'], convert: hashOf('MD5') },
  SHA1: { from: ['EventData.Hashes', 'EventData.Hash'], convert: hashOf('SHA1') },
  SHA256: { from: ['EventData.Hashes', 'EventData.Hash'], convert: hashOf('SHA256') },
};

function sysmonMapping(
  numbers: readonly number[],
  rest: Pick<Mapping, 'id' | 'title' | 'table' | 'columns'> & Partial<Mapping>,
): Mapping {
  return {
    source: "Sysmon's documentation: https://learn.microsoft.com/sysinternals/downloads/sysmon#events",
    view: windowsEvent,
    accepts: (record) => isSysmon(record) && numbers.includes(eventId(record)),
    joinsParents: true,
    leftoversIn: 'EventData',
    ...rest,
  };
}

/** One end of the connection is local: the source of a connection that this device initiated, else the destination. */
function connectionEnd(local: boolean, part: 'Ip' | 'Port' | 'Hostname'): ColumnMapping {
  return {
    description: `${local ? 'Source' : 'Destination'}${part}, the other one of a connection that another device initiated`,
    from: [`EventData.Source${part}`, `EventData.Destination${part}`, 'EventData.Initiated'],
    compute: ({ fields }) => {
      const initiated = !/^false$/i.test(String(fieldAt(fields, 'EventData.Initiated')));
      const value = fieldAt(fields, `EventData.${initiated === local ? 'Source' : 'Destination'}${part}`);
      return value === '-' ? undefined : value;
    },
  };
}

/** @see https://learn.microsoft.com/sysinternals/downloads/sysmon#event-id-3-network-connection */
export const sysmonNetworkConnection = sysmonMapping([3], {
  id: 'sysmon-network-connection',
  title: 'Sysmon 3: network connection',
  table: 'DeviceNetworkEvents',
  leftovers: 'AdditionalFields',
  columns: {
    ...actingProcess,
    ActionType: {
      description: "'ConnectionSuccess', 'InboundConnectionAccepted' where another device initiated it",
      from: ['EventData.Initiated'],
      compute: ({ fields }) =>
        /^false$/i.test(String(fieldAt(fields, 'EventData.Initiated')))
          ? 'InboundConnectionAccepted'
          : 'ConnectionSuccess',
    },
    RemoteIP: connectionEnd(false, 'Ip'),
    RemotePort: connectionEnd(false, 'Port'),
    RemoteUrl: connectionEnd(false, 'Hostname'),
    LocalIP: connectionEnd(true, 'Ip'),
    LocalPort: connectionEnd(true, 'Port'),
    Protocol: {
      from: ['EventData.Protocol'],
      convert: oneOf('name of a protocol', { tcp: 'Tcp', udp: 'Udp', icmp: 'Icmp' }),
    },
  },
});

/** @see https://learn.microsoft.com/sysinternals/downloads/sysmon#event-id-7-image-loaded */
export const sysmonImageLoad = sysmonMapping([7], {
  id: 'sysmon-image-load',
  title: 'Sysmon 7: image loaded',
  table: 'DeviceImageLoadEvents',
  columns: {
    ...actingProcess,
    ...hashes,
    ActionType: { constant: 'ImageLoaded' },
    FileName: { from: ['EventData.ImageLoaded'], convert: unlessDashThen(fileNameOfPath) },
    FolderPath: data('ImageLoaded'),
  },
});

/** Sysmon 11, 23 and 26. @see https://learn.microsoft.com/sysinternals/downloads/sysmon#event-id-11-filecreate */
export const sysmonFileEvents = sysmonMapping([11, 23, 26], {
  id: 'sysmon-file-events',
  title: 'Sysmon 11, 23 and 26: files created and deleted',
  table: 'DeviceFileEvents',
  leftovers: 'AdditionalFields',
  columns: {
    ...actingProcess,
    ...hashes,
    ActionType: {
      from: ['EventID'],
      convert: oneOf('action of an event', { 11: 'FileCreated', 23: 'FileDeleted', 26: 'FileDeleted' }),
    },
    FileName: { from: ['EventData.TargetFilename'], convert: unlessDashThen(fileNameOfPath) },
    FolderPath: data('TargetFilename'),
  },
});

/** Sysmon shortens the names of hives, Defender writes them out. */
const HIVES: readonly (readonly [RegExp, string])[] = [
  [/^HKLM(?=\\|$)/, 'HKEY_LOCAL_MACHINE'],
  [/^HKU(?=\\|$)/, 'HKEY_USERS'],
  [/^HKCR(?=\\|$)/, 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes'],
  [/^\\REGISTRY\\MACHINE(?=\\|$)/i, 'HKEY_LOCAL_MACHINE'],
  [/^\\REGISTRY\\USER(?=\\|$)/i, 'HKEY_USERS'],
];

function fullKey(path: string): string {
  for (const [short, long] of HIVES) if (short.test(path)) return path.replace(short, () => long);
  return path;
}

/** What was done to the registry; event 13, where a shipper lost it, is always the same. */
function registryAction(fields: Fields): string {
  const type = fieldAt(fields, 'EventData.EventType');
  if (hasValue(type)) return String(type);
  return Number(fieldAt(fields, 'EventID')) === 13 ? 'SetValue' : '';
}

const REGISTRY_ACTIONS: Readonly<Record<string, string>> = {
  CreateKey: 'RegistryKeyCreated',
  DeleteKey: 'RegistryKeyDeleted',
  RenameKey: 'RegistryKeyRenamed',
  SetValue: 'RegistryValueSet',
  DeleteValue: 'RegistryValueDeleted',
  RenameValue: 'RegistryValueRenamed',
};

/** Events 13 and 14 of values name the value last; those of keys (12, 14) name a key. */
function registryPath(part: 'key' | 'value', field: 'TargetObject' | 'NewName'): ColumnMapping {
  return {
    description: part === 'key' ? `key of ${field}, its hive written out` : `value of ${field}`,
    from: [`EventData.${field}`, 'EventData.EventType', 'EventData.TargetObject'],
    compute: ({ fields }) => {
      const type = registryAction(fields);
      const renamed = /^Rename/i.test(type);
      const target = fieldAt(fields, `EventData.${field === 'NewName' && !renamed ? 'TargetObject' : field}`);
      if (!hasValue(target)) return undefined;
      const path = fullKey(String(target));
      const split = path.lastIndexOf('\\');
      if (!/Value$/i.test(type) || split < 0) return part === 'key' ? path : undefined;
      return part === 'key' ? path.slice(0, split) : path.slice(split + 1);
    },
  };
}

function beforeRename(part: 'key' | 'value'): ColumnMapping {
  const path = registryPath(part, 'TargetObject');
  return {
    description: `${part} of TargetObject, of a rename`,
    from: ['EventData.TargetObject', 'EventData.EventType'],
    compute: (record) =>
      /^Rename/i.test(String(fieldAt(record.fields, 'EventData.EventType'))) &&
      typeof path === 'object' &&
      'compute' in path
        ? path.compute(record)
        : undefined,
  };
}

/** Sysmon 12, 13 and 14. @see https://learn.microsoft.com/sysinternals/downloads/sysmon#event-id-13-registryevent-value-set */
export const sysmonRegistryEvents = sysmonMapping([12, 13, 14], {
  id: 'sysmon-registry-events',
  title: 'Sysmon 12 to 14: registry',
  table: 'DeviceRegistryEvents',
  columns: {
    ...actingProcess,
    ActionType: {
      description: 'action of an event type',
      from: ['EventData.EventType', 'EventID'],
      compute: ({ fields }) => REGISTRY_ACTIONS[registryAction(fields)],
    },
    RegistryKey: registryPath('key', 'NewName'),
    RegistryValueName: registryPath('value', 'NewName'),
    PreviousRegistryKey: beforeRename('key'),
    PreviousRegistryValueName: beforeRename('value'),
    RegistryValueData: { from: ['EventData.Details'], convert: unlessDash },
    RegistryValueType: {
      from: ['EventData.Details'],
      convert: {
        description: 'type of the data',
        convert: (value) => {
          const [, type] = /^(DWORD|QWORD|Binary Data)/.exec(String(value)) ?? [];
          return type === undefined ? undefined : { DWORD: 'Dword', QWORD: 'Qword', 'Binary Data': 'Binary' }[type];
        },
      },
    },
  },
});
