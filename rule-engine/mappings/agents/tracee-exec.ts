import type { FieldValue } from '../../readers/reader.ts';
import { asItIs, fileNameOfPath, idOfName, joinedArguments } from '../conversions.ts';
import { hasValue, isFields } from '../field-path.ts';
import type { Mapping, RecordView } from '../mapping.ts';

/** Tracee's event with its arguments by their names: `args.argv`, `args.pathname`, … */
const traceeEvent: RecordView = {
  id: 'tracee-event',
  of: (record) => {
    const { args, eventName, hostProcessId } = record.fields;
    if (!Array.isArray(args) || !hasValue(eventName) || !hasValue(hostProcessId)) return undefined;
    const named: [string, FieldValue][] = args.filter(isFields).map(({ name, value }) => [String(name), value ?? null]);
    return { ...record, fields: { ...record.fields, args: Object.fromEntries(named) }, dialect: 'Tracee' };
  },
};

/**
 * Programs that Aqua's Tracee saw start; its other events tell of running processes.
 * @see https://aquasecurity.github.io/tracee/latest/docs/events/builtin/man/misc/sched_process_exec/
 */
export const traceeExec: Mapping = {
  id: 'tracee-process-exec',
  title: 'Tracee: sched_process_exec',
  table: 'DeviceProcessEvents',
  source: "Tracee's event sched_process_exec",
  view: traceeEvent,
  recognises: ({ fields }) => hasValue(fields.eventName) && hasValue(fields.hostProcessId),
  accepts: ({ fields }) => fields.eventName === 'sched_process_exec',
  joinsParents: true,
  leftovers: 'AdditionalFields',
  columns: {
    Timestamp: 'timestamp',
    DeviceId: { from: ['hostName'], convert: idOfName },
    DeviceName: 'hostName',
    ActionType: { constant: 'ProcessCreated' },
    FileName: { from: ['args.pathname', 'args.cmdpath', 'executable.path'], convert: fileNameOfPath },
    FolderPath: { from: ['args.pathname', 'args.cmdpath', 'executable.path'], convert: asItIs },
    ProcessId: { from: ['hostProcessId', 'processId'], convert: asItIs },
    ProcessCommandLine: { from: ['args.argv'], convert: joinedArguments },
    AccountName: 'userId',
    InitiatingProcessId: { from: ['hostParentProcessId', 'parentProcessId'], convert: asItIs },
  },
};
