import type { FieldValue, LogRecord } from '../readers/reader.ts';
import { pathsOf } from './apply-mapping.ts';
import { asItIs, fileNameOfPath } from './conversions.ts';
import { fieldAt, hasValue, leaves } from './field-path.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';
import {
  AMBIGUOUS_COMMANDS,
  AMBIGUOUS_PROGRAM,
  EVENT_NAMES,
  KIND_NAMES,
  PROCESS_START,
  PROGRAM_COLUMNS,
  SUGGESTED_COLUMNS,
  WHOSE_COLUMNS,
} from './suggested-fields.ts';
import { isOfShape, PROGRAM_PATH, VALUE_SHAPES } from './value-shapes.ts';

export const SUGGESTED_MAPPING = 'process-events-by-field-names';

/** The fields of a sample: their paths by plain name, and their values by path. */
interface SampleFields {
  readonly paths: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, readonly FieldValue[]>;
}

/**
 * A mapping to DeviceProcessEvents by the names of a sample's fields (`command_line`, `process.name`, `Image`, …), and
 * where no name says it by their values. It takes the records that have a command line or a program's path, and only
 * the starts of processes where a field tells those from other events. Undefined when no field looks like a command
 * line.
 */
export function suggestProcessEvents(sample: readonly LogRecord[]): Mapping | undefined {
  const fields = fieldsOf(sample);
  const columns: { [column: string]: ColumnMapping } = {};
  for (const [column, { names, convert, asItStands = [] }] of Object.entries(SUGGESTED_COLUMNS)) {
    const whole = pathsNamed(fields, asItStands);
    const from = whole.length > 0 ? whole : pathsNamed(fields, names);
    if (from.length > 0) columns[column] = { from, convert: whole.length > 0 ? asItIs : convert };
  }
  const named = pathsOf(columns.FolderPath ?? { constant: '' });
  addByValues(columns, fields);
  if (columns.ProcessCommandLine === undefined) return undefined;
  const kind = kindField(fields);
  if (!areOfProcesses(columns, fields, kind)) return undefined;
  const telling = [...pathsOf(columns.ProcessCommandLine), ...named];
  return {
    id: SUGGESTED_MAPPING,
    title: 'Process events, by field names',
    table: 'DeviceProcessEvents',
    source: 'A suggestion from the names and values of the fields',
    accepts: (record) =>
      telling.some((path) => hasValue(fieldAt(record.fields, path))) &&
      (kind === undefined || isProcessStart(fieldAt(record.fields, kind))),
    columns: { ...columns, ActionType: actionType(kind) },
    leftovers: 'AdditionalFields',
  };
}

function pathsNamed({ paths }: SampleFields, names: readonly string[]): readonly string[] {
  return [...new Set(names.flatMap((name) => paths.get(name) ?? []))];
}

/** False where the only sign of a process is a field that other records have too. */
function areOfProcesses(columns: Mapping['columns'], fields: SampleFields, kind: string | undefined): boolean {
  const commands = pathsOf(columns.ProcessCommandLine);
  const names = commands.map(plainName).filter((name) => COMMAND_NAMES.has(name));
  if (names.some((name) => !AMBIGUOUS_COMMANDS.has(name))) return true;
  if (names.length === 0 && WHOSE_COLUMNS.some((name) => name in columns)) return true;
  if (!commands.flatMap((path) => fields.values.get(path) ?? []).some(isCommand)) return false;
  if (kind === undefined && EVENT_NAMES.some((name) => fields.paths.has(name))) return false;
  return PROGRAM_COLUMNS.flatMap((column) => pathsOf(columns[column] ?? { constant: '' })).some(
    (path) => plainName(path) !== AMBIGUOUS_PROGRAM || isOfShape(PROGRAM_PATH, fields.values.get(path) ?? []),
  );
}

const COMMAND_NAMES: ReadonlySet<string> = new Set(SUGGESTED_COLUMNS.ProcessCommandLine.names);

/** A text, or arguments; not what tools list of an event's own parameters. */
function isCommand(value: FieldValue): boolean {
  return [value].flat().every((part) => part === null || typeof part !== 'object');
}

function fieldsOf(sample: readonly LogRecord[]): SampleFields {
  const paths = new Map<string, string>();
  const values = new Map<string, FieldValue[]>();
  for (const record of sample) {
    for (const [path, value] of leaves(record.fields)) {
      const name = plainName(path);
      if (!paths.has(name)) paths.set(name, path);
      const before = values.get(path);
      if (before === undefined) values.set(path, [value]);
      else before.push(value);
    }
  }
  return { paths, values };
}

/** Columns that no name told, by what the values of fields that tell nothing yet look like. */
function addByValues(columns: { [column: string]: ColumnMapping }, { values }: SampleFields): void {
  const used = new Set(Object.values(columns).flatMap(pathsOf));
  for (const shape of VALUE_SHAPES) {
    if (columns[shape.column] !== undefined) continue;
    const path = [...values].find(([name, texts]) => !used.has(name) && isOfShape(shape, texts))?.[0];
    if (path === undefined) continue;
    used.add(path);
    columns[shape.column] = path;
    if (shape === PROGRAM_PATH) columns.FileName ??= { from: [path], convert: fileNameOfPath };
  }
}

/** The field that tells starts of processes from other events; undefined when none does. */
function kindField({ paths, values }: SampleFields): string | undefined {
  return KIND_NAMES.map((name) => paths.get(name)).find(
    (path) => path !== undefined && values.get(path)?.some(isProcessStart),
  );
}

function isProcessStart(value: FieldValue | undefined): boolean {
  return [value].flat().some((item) => PROCESS_START.test(String(item)));
}

function actionType(kind: string | undefined): ColumnMapping {
  if (kind === undefined) return { constant: 'ProcessCreated' };
  return { description: "'ProcessCreated' for each start", from: [kind], compute: () => 'ProcessCreated' };
}

/** Fields that only wrap an event's own. */
const WRAPPERS =
  /^((event|eventdata|event_data|winlog|data|fields|properties|_source|output_fields|columns|params|result|details|extrafieldinfo)\.)+/i;

/** `Event.EventData.CommandLine` → `commandline`, `process.command_line` → `processcommandline`. */
function plainName(path: string): string {
  return path
    .replace(/\.keyword$/, '')
    .replace(WRAPPERS, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
