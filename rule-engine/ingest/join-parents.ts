import type { Codes } from '../columnar/codes.ts';
import type { Column, StringColumn } from '../columnar/column.ts';
import { columnBuilder, StringColumnBuilder } from '../columnar/column-builder.ts';
import type { StringDictionary } from '../columnar/string-dictionary.ts';
import { Table } from '../columnar/table.ts';
import type { Scalar } from '../schema/value.ts';
import { ProcessHistory } from './process-history.ts';
import type { SourceTable } from './source-table.ts';
import type { FilledTable } from './table-sink.ts';

/** What an event lacks of its acting process, and what the event of that process's creation calls it. */
const FROM_PARENT: readonly (readonly [string, string])[] = [
  ['InitiatingProcessFileName', 'FileName'],
  ['InitiatingProcessFolderPath', 'FolderPath'],
  ['InitiatingProcessCommandLine', 'ProcessCommandLine'],
  ['InitiatingProcessCreationTime', 'ProcessCreationTime'],
  ['InitiatingProcessIntegrityLevel', 'ProcessIntegrityLevel'],
  ['InitiatingProcessTokenElevation', 'ProcessTokenElevation'],
  ['InitiatingProcessMD5', 'MD5'],
  ['InitiatingProcessSHA1', 'SHA1'],
  ['InitiatingProcessSHA256', 'SHA256'],
  ['InitiatingProcessAccountDomain', 'AccountDomain'],
  ['InitiatingProcessAccountName', 'AccountName'],
  ['InitiatingProcessAccountSid', 'AccountSid'],
  ['InitiatingProcessVersionInfoCompanyName', 'ProcessVersionInfoCompanyName'],
  ['InitiatingProcessVersionInfoProductName', 'ProcessVersionInfoProductName'],
  ['InitiatingProcessVersionInfoProductVersion', 'ProcessVersionInfoProductVersion'],
  ['InitiatingProcessVersionInfoOriginalFileName', 'ProcessVersionInfoOriginalFileName'],
  ['InitiatingProcessVersionInfoFileDescription', 'ProcessVersionInfoFileDescription'],
  ['InitiatingProcessParentId', 'InitiatingProcessId'],
  ['InitiatingProcessParentFileName', 'InitiatingProcessFileName'],
  ['InitiatingProcessParentCreationTime', 'InitiatingProcessCreationTime'],
];
const JOINED = 'the event of the parent';

interface Filled {
  readonly source: SourceTable;
  readonly table: FilledTable;
}

/**
 * Fills what events lack of their acting process, and of its parent, from the event of that process's creation, where
 * the source has it: the latest one of that process id on that device which isn't after the event.
 */
export function joinParents(filled: readonly Filled[]): readonly Filled[] {
  const asked = filled.filter(({ source }) => source.mapping.joinsParents === true);
  const processes = asked.filter(({ source }) => source.sink.target.name === 'DeviceProcessEvents');
  if (processes.length === 0) return filled;
  const joined = new Map<Filled, Filled>();
  for (const one of processes) joined.set(one, withParents(one, new ProcessHistory(one.table.table)));
  const [history] = [...joined.values()].map(({ table }) => new ProcessHistory(table.table));
  for (const one of asked) if (!joined.has(one)) joined.set(one, withParents(one, history));
  return filled.map((one) => joined.get(one) ?? one);
}

function withParents(filled: Filled, history: ProcessHistory): Filled {
  const { table } = filled.table;
  const parents = history.parentsOf(table);
  if (parents.every((row) => row < 0)) return filled;
  const columns = new Map(table.schema.map(({ name }, index) => [name, table.columns[index]]));
  const joined: { name: string; column: Column; filled: number }[] = [];
  const isProcessTable = history.table === table;
  for (const [name, from] of FROM_PARENT) {
    const type = table.schema.find((column) => column.name === name)?.type;
    const source = isProcessTable ? columns.get(from) : history.table.column(from);
    const own = columns.get(name);
    if (type === undefined || own === undefined || source === undefined || source.type !== type) continue;
    const merged = mergedColumn(own, source, parents);
    if (merged === undefined) continue;
    columns.set(name, merged.column);
    joined.push({ name, ...merged });
  }
  if (joined.length === 0) return filled;
  return { source: filled.source, table: withColumns(filled.table, columns, joined) };
}

/** The column with the parents' values where it has none; undefined when that adds nothing. */
function mergedColumn(
  own: Column,
  source: Column,
  parents: Int32Array,
): { column: Column; filled: number } | undefined {
  if (source.kind === 'string') {
    if (own.kind === 'string') return mergedTexts(own.codes, own.dictionary, source, parents);
    if (own.kind === 'constant' && (own.value === null || own.value === '')) {
      return mergedTexts(new Uint8Array(own.length), undefined, source, parents);
    }
  }
  const builder = columnBuilder(own.type);
  let added = 0;
  for (let row = 0; row < own.length; row++) {
    const value = own.get(row);
    const isMissing = value === null || value === '';
    const parent = isMissing && parents[row] >= 0 ? source.get(parents[row]) : null;
    const taken: Scalar = isMissing && parent !== null && parent !== '' ? parent : value;
    if (taken !== value) added++;
    if (taken === null) builder.appendMissing();
    else builder.append(taken);
  }
  return added === 0 ? undefined : { column: builder.finish(), filled: builder.filled };
}

/** The same of texts, by their codes: 0 is no text. */
function mergedTexts(
  codes: Codes,
  dictionary: StringDictionary | undefined,
  source: StringColumn,
  parents: Int32Array,
): { column: Column; filled: number } | undefined {
  const isAdded = (row: number) => codes[row] === 0 && parents[row] >= 0 && source.codes[parents[row]] !== 0;
  let row = 0;
  while (row < codes.length && !isAdded(row)) row++;
  if (row === codes.length) return undefined;
  const builder = new StringColumnBuilder();
  const ownCodes = dictionary && builder.dictionary.addAll(dictionary);
  const parentCodes = new Uint32Array(source.dictionary.size);
  for (row = 0; row < codes.length; row++) {
    if (!isAdded(row)) {
      builder.appendCode(ownCodes?.[codes[row]] ?? 0);
      continue;
    }
    const code = source.codes[parents[row]];
    if (parentCodes[code] === 0) {
      const { arena, offsets } = source.dictionary;
      parentCodes[code] = builder.dictionary.addBytes(arena, offsets[code], offsets[code + 1]);
    }
    builder.appendCode(parentCodes[code]);
  }
  return { column: builder.finish(), filled: builder.filled };
}

function withColumns(
  before: FilledTable,
  columns: ReadonlyMap<string, Column>,
  joined: readonly { readonly name: string; readonly filled: number }[],
): FilledTable {
  const { schema, length } = before.table;
  const reports = new Map(before.columns.map((column) => [column.name, column]));
  for (const { name, filled } of joined) {
    const old = reports.get(name);
    const type = schema.find((column) => column.name === name)!.type;
    reports.set(name, { name, type, filled, from: old === undefined ? JOINED : `${old.from}, else ${JOINED}` });
  }
  return {
    ...before,
    table: new Table(
      schema,
      schema.map(({ name }) => columns.get(name)!),
      length,
    ),
    columns: schema.flatMap(({ name }) => reports.get(name) ?? []),
    missing: before.missing.filter((name) => !reports.has(name)),
  };
}
