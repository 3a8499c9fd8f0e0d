import { osqueryRows } from '../mappings/agents/osquery-results.ts';
import { acceptsRecord, isOfSource, type RecordViews } from '../mappings/apply-mapping.ts';
import { carriedEvents } from '../mappings/carried-event.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { statedTable, tableByColumns, tableNameOfFile } from '../mappings/recognise-table.ts';
import { mappings } from '../mappings/registry.ts';
import { SUGGESTED_MAPPING, suggestProcessEvents } from '../mappings/suggest-process-events.ts';
import type { LogRecord } from '../readers/reader.ts';
import { builtInTable } from '../schema/catalogue.ts';
import { type AppliedUserMapping, appliedUserMapping, mappingsWithOwn } from './applied-user-mapping.ts';
import { BY_COLUMN_NAMES, OWN_TABLE } from './field-mappings.ts';
import type { SourceOverride } from './source-report.ts';
import type { UserMapping } from './user-mapping.ts';
import { wrappedRows } from './wrapped-rows.ts';

const WINDOWS_TABLES: ReadonlySet<string> = new Set(['Event', 'SecurityEvent', 'WindowsEvent']);

/** Where a source's records go. */
export type Target =
  | {
      /** Each field is a column: the fast way in. A shape that names a known table goes there instead. */
      readonly kind: 'columns';
      readonly table: string;
      readonly mapping: { readonly id: string; readonly title: string };
      readonly reason: string;
    }
  | {
      /** Each record goes to the tables of the mappings that accept it, or to the source's own table. */
      readonly kind: 'records';
      readonly mappings: readonly Mapping[];
      readonly reason: string;
    };

/** What the user can choose instead of what was found. */
export function mappingChoices(
  sample: readonly LogRecord[],
  userMappings: readonly UserMapping[] = [],
): { id: string; title: string }[] {
  const suggested = suggestProcessEvents(sample);
  const own = applied(sample, userMappings).map(({ mapping }) => mapping);
  return [...own, BY_COLUMN_NAMES, ...mappings, ...(suggested ? [suggested] : []), OWN_TABLE].map(({ id, title }) => ({
    id,
    title,
  }));
}

/** Decides by a source's first records, or its header where it has none, its name, the user's choice and own mappings. */
export function chooseTarget(
  sample: readonly LogRecord[],
  fileName: string,
  override: SourceOverride,
  userMappings: readonly UserMapping[] = [],
  header: readonly string[] = [],
): Target {
  if (override.table !== undefined && override.mapping === undefined) {
    const known = builtInTable(override.table) !== undefined;
    return columns(override.table, known ? BY_COLUMN_NAMES : OWN_TABLE, 'You chose this table.');
  }
  const own = applied(sample, userMappings);
  const chosen = override.mapping === undefined ? undefined : chosenTarget(override, sample, fileName, own);
  if (chosen !== undefined) return chosen;
  const withOwn = mappingsWithOwn(sample, own, mappings);
  if (withOwn.length > 0) {
    return { kind: 'records', mappings: withOwn, reason: `Your mapping ${withOwn[0].title} is for such files.` };
  }
  return foundTarget(sample, fileName, header);
}

function chosenTarget(
  override: SourceOverride,
  sample: readonly LogRecord[],
  fileName: string,
  userMappings: readonly AppliedUserMapping[],
): Target | undefined {
  const reason = 'You chose this mapping.';
  if (override.mapping === OWN_TABLE.id) {
    return columns(override.table ?? tableNameOfFile(fileName), OWN_TABLE, reason);
  }
  if (override.mapping === BY_COLUMN_NAMES.id) {
    const table = override.table ?? knownTable(sample, fileName)?.table.name ?? 'DeviceProcessEvents';
    return columns(table, BY_COLUMN_NAMES, reason);
  }
  const mapping =
    override.mapping === SUGGESTED_MAPPING
      ? suggestProcessEvents(sample)
      : [...userMappings.map((own) => own.mapping), ...mappings].find(({ id }) => id === override.mapping);
  return mapping && { kind: 'records', mappings: [mapping], reason };
}

function applied(sample: readonly LogRecord[], userMappings: readonly UserMapping[]): readonly AppliedUserMapping[] {
  if (userMappings.length === 0) return [];
  const suggested = suggestProcessEvents(sample);
  const bases = suggested === undefined ? mappings : [...mappings, suggested];
  return userMappings.flatMap((saved) => appliedUserMapping(saved, bases) ?? []);
}

function foundTarget(sample: readonly LogRecord[], fileName: string, header: readonly string[]): Target {
  const own = tableNameOfFile(fileName);
  const stating = sample.filter((record) => statedTable(record.shape?.table) !== undefined);
  if (stating.length * 2 > sample.length) {
    const table = statedTable(stating[0].shape?.table);
    return columns(table?.table.name ?? own, BY_COLUMN_NAMES, table?.reason ?? '');
  }
  const native = sentinelTable(sample, fileName);
  if (native !== undefined) return columns(native.table.name, BY_COLUMN_NAMES, native.reason);
  const rows = sample.flatMap(osqueryRows).map((record) => ({ record, views: new Map() as RecordViews }));
  const mapping =
    mappings.find((one) => rows.some(({ record, views }) => acceptsRecord(one, record, views))) ??
    mappings.find((one) => rows.some(({ record, views }) => isOfSource(one, record, views)));
  if (mapping !== undefined) {
    return { kind: 'records', mappings, reason: `The records are those of: ${mapping.title}.` };
  }
  const known = knownTable(sample, fileName, header);
  if (known !== undefined) return columns(known.table.name, BY_COLUMN_NAMES, known.reason);
  const wrapped = wrappedRows(sample, fileName);
  if (wrapped !== undefined) return { kind: 'records', ...wrapped };
  const carried = mappingOfCarried(sample);
  if (carried !== undefined) {
    return { kind: 'records', mappings, reason: `The records carry those of: ${carried.title}.` };
  }
  const suggested = suggestProcessEvents(sample);
  if (suggested !== undefined) {
    return { kind: 'records', mappings: [suggested], reason: 'Fields of it are named like those of process events.' };
  }
  return columns(own, OWN_TABLE, 'Its fields are those of no known table.');
}

/** The first mapping that takes an event which a record of a sample carries. */
function mappingOfCarried(sample: readonly LogRecord[]): Mapping | undefined {
  for (const record of sample) {
    for (const carried of carriedEvents(record)) {
      const views: RecordViews = new Map();
      const [row = carried] = osqueryRows(carried);
      const mapping = mappings.find((one) => acceptsRecord(one, row, views));
      if (mapping !== undefined) return mapping;
    }
  }
  return undefined;
}

/** A table of Windows events as Sentinel exports it, by its columns and its own name for the time. */
function sentinelTable(sample: readonly LogRecord[], fileName: string) {
  const timed = sample.filter(({ fields }) => Object.keys(fields).some((name) => /^TimeGenerated( \[|$)/.test(name)));
  if (timed.length * 2 <= sample.length) return undefined;
  const known = knownTable(timed, fileName);
  return known !== undefined && WINDOWS_TABLES.has(known.table.name) ? known : undefined;
}

function knownTable(sample: readonly LogRecord[], fileName: string, header: readonly string[] = []) {
  const records = sample.flatMap((record) => record.shape?.fields ?? Object.keys(record.fields));
  const fields = new Set(records.length > 0 ? records : header);
  if (fields.size === 0) return undefined;
  const types = new Set(sample.map((record) => record.fields.Type));
  const [type] = types;
  const stated = types.size === 1 && typeof type === 'string' ? statedTable(type) : undefined;
  return stated ?? tableByColumns([...fields], fileName);
}

function columns(table: string, mapping: { id: string; title: string }, reason: string): Target {
  return { kind: 'columns', table, mapping, reason };
}
