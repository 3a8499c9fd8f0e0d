import type { FieldValue, LogRecord } from '../../readers/reader.ts';
import { fileNameOfPath, idOfName, joinedArguments } from '../conversions.ts';
import { fieldAt, hasValue, isFields } from '../field-path.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';
import { auditEvent, isAuditRecord } from './audit-event.ts';

/** What stands for no user and no session. */
const UNSET: ReadonlySet<string> = new Set(['4294967295', '-1', 'unset', '']);

/** A user's name where the log is enriched, else the number. */
function user(name: string, number: string): ColumnMapping {
  return {
    from: [name, number],
    convert: { description: 'unless unset', convert: (value) => (UNSET.has(String(value)) ? undefined : value) },
  };
}

/** `exe`, or the name of the first path where the record that has it was lost. */
function executable({ fields }: LogRecord): FieldValue | undefined {
  if (hasValue(fields.exe)) return fields.exe;
  const { paths } = fields;
  const [first] = Array.isArray(paths) ? paths : [paths];
  return isFields(first) ? fieldAt(first, 'name') : undefined;
}

/**
 * execve and execveat of the Linux audit system.
 * @see https://github.com/linux-audit/audit-documentation/blob/main/specs/fields/field-dictionary.csv
 * @see https://github.com/Azure/Azure-Sentinel/tree/master/Parsers/ASimProcessEvent/Parsers
 */
export const auditExecve: Mapping = {
  id: 'auditd-execve',
  title: 'Linux audit: execve',
  table: 'DeviceProcessEvents',
  source: "The audit system's field dictionary; LAUREL's documentation",
  view: auditEvent,
  recognises: isAuditRecord,
  accepts: ({ fields }) => fields.isExec === true && fields.success !== 'no',
  joinsParents: true,
  leftovers: 'AdditionalFields',
  columns: {
    Timestamp: 'time',
    DeviceId: { from: ['node'], convert: idOfName },
    DeviceName: 'node',
    ActionType: {
      description: "'ProcessCreated' for each execve",
      from: ['isExec', 'SYSCALL', 'syscall', 'arch', 'ARCH'],
      compute: () => 'ProcessCreated',
    },
    FileName: {
      description: 'file name of exe, or of the first path',
      from: ['exe', 'paths'],
      compute: (record) => fileNameOfPath.convert(executable(record) ?? ''),
    },
    FolderPath: { description: 'exe, or the first path', from: ['exe', 'paths'], compute: executable },
    ProcessId: 'pid',
    ProcessCommandLine: { from: ['argv', 'proctitle'], convert: joinedArguments },
    ProcessCreationTime: 'time',
    AccountName: user('UID', 'uid'),
    LogonId: user('ses', 'ses'),
    InitiatingProcessId: 'ppid',
    InitiatingProcessFileName: { from: ['parent.exe', 'parent.comm'], convert: fileNameOfPath },
    InitiatingProcessFolderPath: 'parent.exe',
    InitiatingProcessCommandLine: { from: ['parent.ARGV'], convert: joinedArguments },
    InitiatingProcessParentId: 'parent.ppid',
    InitiatingProcessAccountName: user('AUID', 'auid'),
    ReportId: 'serial',
  },
};
