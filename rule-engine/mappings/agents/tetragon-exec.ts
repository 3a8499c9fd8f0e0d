import { asItIs, fileNameOfPath, idOfName } from '../conversions.ts';
import { fieldAt, hasValue } from '../field-path.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';

const started = 'process_exec.process';
const parent = 'process_exec.parent';

/** A program and its arguments, which Tetragon has apart. */
function commandLine(of: string): ColumnMapping {
  return {
    description: 'program and arguments',
    from: [`${of}.binary`, `${of}.arguments`],
    compute: ({ fields }) => {
      const parts = [fieldAt(fields, `${of}.binary`), fieldAt(fields, `${of}.arguments`)].filter(hasValue);
      return parts.length === 0 ? undefined : parts.join(' ');
    },
  };
}

/**
 * Processes that Cilium's Tetragon saw start.
 * @see https://tetragon.io/docs/concepts/events/
 */
export const tetragonExec: Mapping = {
  id: 'tetragon-process-exec',
  title: 'Tetragon: process_exec',
  table: 'DeviceProcessEvents',
  source: "Tetragon's process_exec event",
  recognises: ({ fields }) =>
    hasValue(fields.node_name) &&
    Object.keys(fields).some((name) => /^process_(exec|exit|kprobe|tracepoint)$/.test(name)),
  accepts: ({ fields }) => hasValue(fieldAt(fields, `${started}.binary`)),
  leftovers: 'AdditionalFields',
  columns: {
    Timestamp: { from: [`${started}.start_time`, 'time'], convert: asItIs },
    DeviceId: { from: ['node_name'], convert: idOfName },
    DeviceName: 'node_name',
    ActionType: { constant: 'ProcessCreated' },
    FileName: { from: [`${started}.binary`], convert: fileNameOfPath },
    FolderPath: `${started}.binary`,
    ProcessId: `${started}.pid`,
    ProcessCommandLine: commandLine(started),
    ProcessCreationTime: `${started}.start_time`,
    ProcessUniqueId: `${started}.exec_id`,
    AccountName: { from: [`${started}.user.name`, `${started}.uid`], convert: asItIs },
    InitiatingProcessFileName: { from: [`${parent}.binary`], convert: fileNameOfPath },
    InitiatingProcessFolderPath: `${parent}.binary`,
    InitiatingProcessId: `${parent}.pid`,
    InitiatingProcessCommandLine: commandLine(parent),
    InitiatingProcessCreationTime: `${parent}.start_time`,
    InitiatingProcessUniqueId: `${parent}.exec_id`,
    InitiatingProcessAccountName: { from: [`${parent}.user.name`, `${parent}.uid`], convert: asItIs },
  },
};
