import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { fileNameOfPath, hexadecimal, joinedArguments, unlessDash } from '../conversions.ts';
import { fieldAt, hasValue, isFields } from '../field-path.ts';
import type { ColumnMapping, Mapping, ValueConversion } from '../mapping.ts';

const PROCESS_ACTIVITY = 1007;
const LAUNCH = 1;

/** The process's own user, where one is stated, else the actor's. */
function user(part: 'name' | 'domain' | 'uid'): ColumnMapping {
  return {
    description: `${part} of the process's user, else of the actor's`,
    from: [`process.user.${part}`, `actor.user.${part}`],
    compute: ({ fields }) => {
      const name = fieldAt(fields, 'process.user.name');
      const value = fieldAt(fields, `${hasValue(name) && name !== '-' ? 'process' : 'actor'}.user.${part}`);
      return part === 'uid' ? accountId.convert(value ?? null) : unlessDash.convert(value ?? null);
    },
  };
}

/** Windows' rendered messages, of which some events are made, have an account's name where its id would be. */
const accountId: ValueConversion = {
  description: 'unless "-" or a name',
  convert: (value) => (/^(-|NULL SID|.*\\.*)$/.test(String(value)) ? undefined : value),
};

/** The value of a file's hash, by the number or the name of its algorithm. */
function hash(path: string, id: number, name: string): ColumnMapping {
  return {
    description: `${name} among the hashes of the file`,
    from: [path, path.replace('hashes', 'fingerprints')],
    compute: ({ fields }: LogRecord): FieldValue | undefined => {
      const hashes = fieldAt(fields, path) ?? fieldAt(fields, path.replace('hashes', 'fingerprints'));
      if (!Array.isArray(hashes)) return undefined;
      const found = hashes.find(
        (item: FieldValue) =>
          isFields(item) &&
          (item.algorithm_id === id || String(item.algorithm).toUpperCase().replace('-', '') === name),
      );
      return isFields(found) ? String(found.value).toLowerCase() : undefined;
    },
  };
}

/**
 * Process activity of the Open Cybersecurity Schema Framework, of which a launch creates a process.
 * @see https://schema.ocsf.io/1.3.0/classes/process_activity
 */
export const ocsfProcess: Mapping = {
  id: 'ocsf-process-activity',
  title: 'OCSF 1007: process launch',
  table: 'DeviceProcessEvents',
  source: 'The Open Cybersecurity Schema Framework, class process_activity',
  recognises: ({ fields }) => hasValue(fields.class_uid) && hasValue(fields.activity_id),
  accepts: ({ fields }) => Number(fields.class_uid) === PROCESS_ACTIVITY && Number(fields.activity_id) === LAUNCH,
  joinsParents: true,
  leftovers: 'AdditionalFields',
  columns: {
    Timestamp: { from: ['time', 'time_dt'], convert: unlessDash },
    DeviceId: 'device.uid',
    DeviceName: { from: ['device.hostname', 'device.name'], convert: unlessDash },
    ActionType: {
      description: "'ProcessCreated' for each launch",
      from: [
        'class_uid',
        'activity_id',
        'class_name',
        'activity_name',
        'type_uid',
        'type_name',
        'category_uid',
        'category_name',
      ],
      compute: () => 'ProcessCreated',
    },
    FileName: { from: ['process.file.name', 'process.name', 'process.file.path'], convert: fileNameOfPath },
    FolderPath: { from: ['process.file.path', 'process.path'], convert: unlessDash },
    FileSize: 'process.file.size',
    ProcessId: 'process.pid',
    ProcessCommandLine: { from: ['process.cmd_line'], convert: joinedArguments },
    ProcessCreationTime: { from: ['process.created_time', 'process.created_time_dt'], convert: unlessDash },
    ProcessIntegrityLevel: 'process.integrity',
    ProcessUniqueId: 'process.uid',
    AccountDomain: user('domain'),
    AccountName: user('name'),
    AccountSid: user('uid'),
    LogonId: {
      from: ['process.session.uid', 'actor.session.uid'],
      convert: {
        description: 'number other than 0',
        convert: (value) =>
          /^(0x0+|0|-)$/i.test(String(value))
            ? undefined
            : /^(0x[0-9a-f]+|\d+)$/i.test(String(value))
              ? hexadecimal.convert(value)
              : undefined,
      },
    },
    MD5: hash('process.file.hashes', 1, 'MD5'),
    SHA1: hash('process.file.hashes', 2, 'SHA1'),
    SHA256: hash('process.file.hashes', 3, 'SHA256'),
    ProcessVersionInfoCompanyName: 'process.file.company_name',
    ProcessVersionInfoProductName: 'process.file.product.name',
    ProcessVersionInfoProductVersion: 'process.file.version',
    ProcessVersionInfoFileDescription: 'process.file.desc',
    InitiatingProcessFileName: {
      from: [
        'actor.process.file.name',
        'process.parent_process.file.name',
        'actor.process.name',
        'actor.process.file.path',
      ],
      convert: fileNameOfPath,
    },
    InitiatingProcessFolderPath: {
      from: ['actor.process.file.path', 'process.parent_process.file.path'],
      convert: unlessDash,
    },
    InitiatingProcessId: { from: ['actor.process.pid', 'process.parent_process.pid'], convert: unlessDash },
    InitiatingProcessCommandLine: {
      from: ['actor.process.cmd_line', 'process.parent_process.cmd_line'],
      convert: joinedArguments,
    },
    InitiatingProcessCreationTime: {
      from: ['actor.process.created_time', 'process.parent_process.created_time'],
      convert: unlessDash,
    },
    InitiatingProcessUniqueId: { from: ['actor.process.uid', 'process.parent_process.uid'], convert: unlessDash },
    InitiatingProcessAccountName: { from: ['actor.user.name'], convert: unlessDash },
    InitiatingProcessAccountDomain: { from: ['actor.user.domain'], convert: unlessDash },
    InitiatingProcessAccountSid: { from: ['actor.user.uid'], convert: accountId },
    InitiatingProcessMD5: hash('actor.process.file.hashes', 1, 'MD5'),
    InitiatingProcessSHA1: hash('actor.process.file.hashes', 2, 'SHA1'),
    InitiatingProcessSHA256: hash('actor.process.file.hashes', 3, 'SHA256'),
    InitiatingProcessParentFileName: {
      from: [
        'actor.process.parent_process.file.name',
        'actor.process.parent_process.name',
        'actor.process.parent_process.file.path',
      ],
      convert: fileNameOfPath,
    },
    InitiatingProcessParentId: 'actor.process.parent_process.pid',
    ReportId: {
      from: ['metadata.uid', 'metadata.sequence'],
      convert: {
        description: 'where it is a number',
        convert: (value) => (/^\d{1,18}$/.test(String(value)) ? value : undefined),
      },
    },
  },
};
