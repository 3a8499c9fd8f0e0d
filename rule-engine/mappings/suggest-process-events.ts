import type { FieldValue, LogRecord } from '../readers/reader.ts';
import { asItIs, domainOfAccount, fileNameOfPath, hexadecimal, joinedArguments, userOfAccount } from './conversions.ts';
import { leaves } from './field-path.ts';
import type { ColumnMapping, Mapping, ValueConversion } from './mapping.ts';

export const SUGGESTED_MAPPING = 'process-events-by-field-names';

interface Suggestion {
  /** Field names that mean the column, in lower case without punctuation, the likeliest first. */
  readonly names: readonly string[];
  readonly convert: ValueConversion;
}

const same = (...names: string[]): Suggestion => ({ names, convert: asItIs });
const command = (...names: string[]): Suggestion => ({ names, convert: joinedArguments });
const PATHS = [
  'image',
  'newprocessname',
  'processexecutable',
  'processpath',
  'folderpath',
  'exe',
  'executable',
  'exepath',
  'imagepath',
  'path',
];
const PARENT_PATHS = [
  'parentimage',
  'parentprocessname',
  'processparentexecutable',
  'parentprocesspath',
  'parentpath',
  'parentexe',
  'initiatingprocessfolderpath',
];
const USERS = ['accountname', 'user', 'username', 'processusername', 'targetusername', 'account', 'subjectusername'];

const SUGGESTIONS: { readonly [column: string]: Suggestion } = {
  Timestamp: same(
    'timestamp',
    'timegenerated',
    'utctime',
    'eventtime',
    'time',
    'datetime',
    'timecreated',
    'systemtimecreated',
    'date',
    'ts',
    'starttime',
    'created',
    'unixtime',
  ),
  DeviceName: same(
    'devicename',
    'computer',
    'computername',
    'hostname',
    'host',
    'machine',
    'machinename',
    'hostidentifier',
    'endpoint',
    'dvchostname',
    'agenthostname',
  ),
  ActionType: same('actiontype'),
  FileName: {
    names: ['filename', 'processname', 'procname', 'targetprocessfilename', 'comm', ...PATHS],
    convert: fileNameOfPath,
  },
  FolderPath: same(...PATHS),
  ProcessId: { names: ['newprocessid', 'processid', 'pid', 'processpid', 'procpid'], convert: hexadecimal },
  ProcessCommandLine: command(
    'processcommandline',
    'commandline',
    'cmdline',
    'processcmdline',
    'proccmdline',
    'targetprocesscommandline',
    'cmd',
    'command',
    'processargs',
    'fullcommand',
  ),
  AccountDomain: { names: ['accountdomain', 'userdomain', 'targetdomainname', ...USERS], convert: domainOfAccount },
  AccountName: { names: USERS, convert: userOfAccount },
  MD5: same('md5', 'processhashmd5', 'filehashmd5'),
  SHA1: same('sha1', 'processhashsha1', 'filehashsha1'),
  SHA256: same('sha256', 'processhashsha256', 'filehashsha256'),
  InitiatingProcessFileName: {
    names: [
      'initiatingprocessfilename',
      'parentname',
      'processparentname',
      'parentprocessname',
      'procpname',
      'parentprocess',
      ...PARENT_PATHS,
    ],
    convert: fileNameOfPath,
  },
  InitiatingProcessFolderPath: same(...PARENT_PATHS),
  InitiatingProcessId: {
    names: ['initiatingprocessid', 'parentprocessid', 'ppid', 'processparentpid', 'parentpid', 'procppid'],
    convert: hexadecimal,
  },
  InitiatingProcessCommandLine: command(
    'initiatingprocesscommandline',
    'parentcommandline',
    'parentcmdline',
    'processparentcommandline',
    'procpcmdline',
  ),
};

/**
 * A mapping to DeviceProcessEvents by the names of a sample's fields (`command_line`, `process.name`, `Image`, …), and
 * for the command line also by its values. Undefined when no field looks like a command line.
 */
export function suggestProcessEvents(sample: readonly LogRecord[]): Mapping | undefined {
  const paths = new Map<string, string>();
  const values = new Map<string, FieldValue[]>();
  for (const record of sample) {
    for (const [path, value] of leaves(record.fields)) {
      const name = plainName(path);
      if (!paths.has(name)) paths.set(name, path);
      values.set(path, [...(values.get(path) ?? []), value]);
    }
  }
  const columns: { [column: string]: ColumnMapping } = {};
  for (const [column, { names, convert }] of Object.entries(SUGGESTIONS)) {
    const from = names.flatMap((name) => paths.get(name) ?? []);
    if (from.length > 0) columns[column] = { from: [...new Set(from)], convert };
  }
  if (columns.ProcessCommandLine === undefined) {
    const path = [...values].find(([, texts]) => lookLikeCommandLines(texts))?.[0];
    if (path === undefined) return undefined;
    columns.ProcessCommandLine = path;
  }
  if (columns.ActionType === undefined) columns.ActionType = { constant: 'ProcessCreated' };
  return {
    id: SUGGESTED_MAPPING,
    title: 'Process events, by field names',
    table: 'DeviceProcessEvents',
    source: 'A suggestion from the names and values of the fields',
    accepts: () => true,
    columns,
    leftovers: 'AdditionalFields',
  };
}

/** Fields that only wrap an event's own. */
const WRAPPERS =
  /^((event|eventdata|event_data|winlog|data|fields|properties|_source|output_fields|columns|params)\.)+/i;

/** `Event.EventData.CommandLine` → `commandline`, `process.command_line` → `processcommandline`. */
function plainName(path: string): string {
  return path
    .replace(WRAPPERS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function lookLikeCommandLines(values: readonly FieldValue[]): boolean {
  const likely = values.filter((value) => {
    const text = typeof value === 'string' ? value.trim() : '';
    return /^("[^"]+\.exe"|\S+\.exe|\/(usr|bin|opt|sbin|home|tmp)\/\S*)\s+\S/i.test(text);
  });
  return likely.length > 0 && likely.length * 2 >= values.length;
}
