import { builtInTable, builtInTables } from '../schema/catalogue.ts';
import { hasColumn } from '../schema/define-table.ts';
import type { TableSchema } from '../schema/scalar-type.ts';
import { exportedName } from './column-name.ts';

export interface RecognisedTable {
  readonly table: TableSchema;
  /** Why, as a sentence. */
  readonly reason: string;
}

/** Columns that many tables have and that so tell nothing. */
const COMMON = new Set([
  'Timestamp',
  'TimeGenerated',
  'Type',
  'TenantId',
  'Computer',
  'SourceSystem',
  'MG',
  'ManagementGroupName',
  'RawData',
  '_ResourceId',
  '_SubscriptionId',
]);

/**
 * Names of two words that logs of any maker have, those of Windows' and Sysmon's own events among them: they don't tell that
 * a file is of one of the tables.
 * @see https://learn.microsoft.com/en-us/dotnet/api/system.diagnostics.eventing.reader.eventlogrecord
 * @see https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon
 */
const OF_ANY_LOG = new Set([
  ...[
    'ActivityId',
    'LogName',
    'MachineName',
    'ProcessId',
    'ProviderName',
    'RecordId',
    'ThreadId',
    'TimeCreated',
    'UserId',
  ],
  ...['CommandLine', 'LogonId', 'ParentCommandLine', 'ParentProcessId', 'RuleName'],
  ...['SourceIp', 'SourcePort', 'DestinationIp', 'DestinationPort'],
  ...['EndTime', 'EventTime', 'EventType', 'HostName', 'IPAddress', 'ProcessName', 'StartTime', 'UserName'],
]);

/** One word of the language, as `Protocol` and `cmdline`. */
const ONE_WORD = /^[A-Za-z][a-z]*$/;

/** How many tables would have some names together, were names spread by chance: fewer than this and they are a table's. */
const FEW_TABLES = 8;

/** A table is known by its columns when this share of the source's telling fields are columns of it. */
const LEAST_SHARE = 0.6;

/** The known table that a source states as its own: a category, a `Type` column, a response's table. */
export function statedTable(name: string | undefined): RecognisedTable | undefined {
  const table = name === undefined ? undefined : builtInTable(name);
  return table && { table, reason: `The source names the table ${table.name}.` };
}

/** The known table whose columns the fields of a source are; the file's name decides between tables that fit alike. */
export function tableByColumns(fields: readonly string[], fileName: string): RecognisedTable | undefined {
  let best: { table: TableSchema; score: number; matched: number } | undefined;
  for (const { table, matched, isTold } of tablesWithMost(fields)) {
    if (!isTold && !isNamed(table, fileName)) continue;
    const named = fileName.toLowerCase().includes(table.name.toLowerCase()) ? 0.5 : 0;
    const score = matched + named;
    if (best === undefined || score > best.score) best = { table, score, matched };
  }
  if (best === undefined) return undefined;
  const reason = `${best.matched} of its ${fields.length} fields are columns of ${best.table.name}.`;
  return { table: best.table, reason };
}

interface FittingTable {
  readonly table: TableSchema;
  /** How many of the fields are columns of it. */
  readonly matched: number;
  /** Whether those are enough to tell that the fields are of a table at all. */
  readonly isTold: boolean;
}

/** Lists of fields whose tables are known again: files that are opened together are mostly of a few kinds. */
const MOST_LISTS = 32;
const lastTables = new Map<string, readonly FittingTable[]>();

function tablesWithMost(fields: readonly string[]): readonly FittingTable[] {
  const key = JSON.stringify(fields);
  const known = lastTables.get(key);
  if (known !== undefined) return known;
  const names = fields.map((field) => exportedName(field).name);
  const telling = names.filter((name) => !COMMON.has(name));
  const tables = builtInTables
    .filter((table) => hasMost(table, telling))
    .map((table) => {
      const matched = names.filter((name) => hasColumn(table, name));
      return { table, matched: matched.length, isTold: tellsOfTable(matched) };
    });
  if (lastTables.size >= MOST_LISTS) lastTables.clear();
  lastTables.set(key, tables);
  return tables;
}

/** Whether at least the least share of names, of which there are some, are columns of a table. */
function hasMost(table: TableSchema, names: readonly string[]): boolean {
  let missing = 0;
  for (const name of names) {
    if (!hasColumn(table, name)) missing++;
    if ((names.length - missing) / names.length < LEAST_SHARE) return false;
  }
  return names.length > 0;
}

/**
 * Whether names that a table has tell of it: some word beside the tables' own name for the time of a row, or names that few
 * tables have together and other logs have not.
 */
function tellsOfTable(names: readonly string[]): boolean {
  if (names.includes('TimeGenerated')) return true;
  const own = names.filter((name) => !COMMON.has(name) && !OF_ANY_LOG.has(name));
  if (names.includes('Timestamp')) return own.length > 0;
  let tables = builtInTables.length;
  for (const name of own) {
    if (ONE_WORD.test(name)) continue;
    tables *= tablesWith(name) / builtInTables.length;
    if (tables <= FEW_TABLES) return true;
  }
  return false;
}

function tablesWith(name: string): number {
  return builtInTables.reduce((count, table) => count + (hasColumn(table, name) ? 1 : 0), 0);
}

/** Whether a file is named as a table, but for what follows: `DeviceProcessEvents (2).csv`, `SecurityEvent_2026-01.json`. */
function isNamed(table: TableSchema, fileName: string): boolean {
  const name = fileName.replace(/^.*[\\/]/, '');
  const rest = name.slice(table.name.length);
  return name.toLowerCase().startsWith(table.name.toLowerCase()) && !/^[a-z]/i.test(rest);
}

/** A table name from a file's: `Lua runs (1).csv.gz` → `Lua_runs_1`. */
export function tableNameOfFile(fileName: string): string {
  const stem = fileName
    .replace(/^.*[\\/]/, '')
    .replace(/(\.gz|\.zip)$/i, '')
    .replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const name = tableNameOf(stem);
  return builtInTable(name) === undefined ? name : `${name}_file`;
}

/** A text as a name that a query can use without brackets. */
export function tableNameOf(text: string): string {
  const name = text.replace(/[^\p{L}\p{N}_]+/gu, '_').replace(/^_+|_+$/g, '');
  if (name === '') return 'Events';
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}
