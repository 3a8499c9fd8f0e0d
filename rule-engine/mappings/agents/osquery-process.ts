import { asItIs, fileNameOfPath, joinedArguments } from '../conversions.ts';
import { fieldAt, hasValue } from '../field-path.ts';
import type { ColumnMapping, Mapping } from '../mapping.ts';

const TABLES = /(^|[_/])(process_events|bpf_process_events|es_process_events|process_etw_events)$/;
const UNSET: ReadonlySet<string> = new Set(['', '-1', '4294967295']);

function column(...names: readonly string[]): ColumnMapping {
  return {
    from: names.map((name) => `columns.${name}`),
    convert: { description: 'unless unset', convert: (value) => (UNSET.has(String(value)) ? undefined : value) },
  };
}

/**
 * Rows that osquery adds to a result of its process event tables, whose query has the table's name.
 * @see https://osquery.readthedocs.io/en/stable/deployment/process-auditing/
 * @see https://osquery.io/schema/current/#process_events
 */
export const osqueryProcess: Mapping = {
  id: 'osquery-process-events',
  title: 'osquery: process events',
  table: 'DeviceProcessEvents',
  source: "osquery's schema of process_events",
  recognises: ({ fields }) => hasValue(fields.hostIdentifier) && hasValue(fields.name),
  accepts: ({ fields }) => {
    if (fields.action === 'removed' || !hasValue(fieldAt(fields, 'columns.pid'))) return false;
    if (TABLES.test(String(fields.name))) return true;
    return hasValue(fieldAt(fields, 'columns.path')) && hasValue(fieldAt(fields, 'columns.cmdline'));
  },
  joinsParents: true,
  leftovers: 'AdditionalFields',
  leftoversIn: 'columns',
  columns: {
    Timestamp: {
      from: ['columns.time', 'unixTime', 'calendarTime'],
      convert: { description: 'as it is', convert: (value) => (value === '0' ? undefined : value) },
    },
    DeviceId: { from: ['decorations.host_uuid', 'hostIdentifier'], convert: asItIs },
    DeviceName: { from: ['decorations.hostname', 'hostIdentifier'], convert: asItIs },
    ActionType: {
      description: "'ProcessCreated', or 'ProcessRunning' of a snapshot",
      from: ['name', 'action'],
      compute: ({ fields }) =>
        fields.action === 'snapshot' && !TABLES.test(String(fields.name)) ? 'ProcessRunning' : 'ProcessCreated',
    },
    FileName: { from: ['columns.path', 'columns.name'], convert: fileNameOfPath },
    FolderPath: column('path'),
    ProcessId: column('pid'),
    ProcessCommandLine: { from: ['columns.cmdline'], convert: joinedArguments },
    AccountName: column('username', 'uid'),
    ProcessUniqueId: column('eid'),
    InitiatingProcessId: column('parent', 'ppid'),
    InitiatingProcessAccountName: column('auid'),
    ReportId: {
      from: ['columns.eid', 'counter'],
      convert: {
        description: 'where it is a number',
        convert: (value) => (/^\d{1,18}$/.test(String(value)) ? value : undefined),
      },
    },
  },
};
