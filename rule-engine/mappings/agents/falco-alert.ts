import { asItIs, fileNameOfPath } from '../conversions.ts';
import { fieldAt, fieldsUnder, hasValue, isFields } from '../field-path.ts';
import type { ColumnMapping, Mapping, RecordView } from '../mapping.ts';

const EXEC: ReadonlySet<string> = new Set(['execve', 'execveat', 'spawned_process']);

/** A Falco alert: the output fields' own names, and `rule`, `priority`, `output`, `hostname`, `time`, `source`, `tags` beside them. */
const falcoAlert: RecordView = {
  id: 'falco-alert',
  of: (record) => {
    const { output_fields: snake, outputFields: camel, rule } = record.fields;
    const output = snake ?? camel;
    if (!isFields(output) || !hasValue(rule)) return undefined;
    if (fieldsUnder(output, 'proc') === undefined) return undefined;
    const { output_fields: _, outputFields: __, ...rest } = record.fields;
    return { ...record, fields: { ...rest, ...output }, dialect: 'Falco' };
  },
};

function output(...names: readonly string[]): ColumnMapping {
  return {
    from: names,
    convert: { description: 'unless <NA>', convert: (value) => (value === '<NA>' ? undefined : value) },
  };
}

/**
 * Falco's alerts. One of an execve is a process that was created; any other is an alert about a running process, and
 * its action type says so.
 * @see https://falco.org/docs/reference/rules/supported-fields/
 */
export const falcoProcess: Mapping = {
  id: 'falco-alert',
  title: 'Falco: alerts about processes',
  table: 'DeviceProcessEvents',
  source: "Falco's supported fields",
  view: falcoAlert,
  recognises: ({ fields }) => hasValue(fields.rule) && hasValue(fields.priority) && hasValue(fields.output),
  accepts: () => true,
  joinsParents: true,
  leftovers: 'AdditionalFields',
  columns: {
    Timestamp: { from: ['evt.time', 'evt.rawtime', 'time'], convert: asItIs },
    DeviceId: output('container.id'),
    DeviceName: { from: ['hostname', 'evt.hostname', 'container.id'], convert: asItIs },
    ActionType: {
      description: "'ProcessCreated' of an execve, else 'FalcoAlert'",
      from: ['evt.type'],
      compute: ({ fields }) => (EXEC.has(String(fieldAt(fields, 'evt.type'))) ? 'ProcessCreated' : 'FalcoAlert'),
    },
    FileName: { from: ['proc.name', 'proc.exepath'], convert: fileNameOfPath },
    FolderPath: output('proc.exepath'),
    ProcessId: output('proc.pid'),
    ProcessCommandLine: output('proc.cmdline', 'proc.exeline'),
    AccountName: output('user.name', 'user.uid'),
    InitiatingProcessFileName: {
      from: ['proc.pname', 'proc.pexepath'],
      convert: fileNameOfPath,
    },
    InitiatingProcessFolderPath: output('proc.pexepath'),
    InitiatingProcessId: output('proc.ppid'),
    InitiatingProcessCommandLine: output('proc.pcmdline'),
    InitiatingProcessAccountName: output('user.loginname'),
    InitiatingProcessParentFileName: output('proc.aname[2]'),
    InitiatingProcessParentId: output('proc.apid[2]'),
  },
};
