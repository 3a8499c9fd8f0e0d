import type { Column } from '../columnar/column.ts';
import type { Table } from '../columnar/table.ts';
import { datetimeText, valueJson } from '../functions/value-text.ts';
import { osqueryRows } from '../mappings/agents/osquery-results.ts';
import type { RecordViews } from '../mappings/apply-mapping.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { mappings } from '../mappings/registry.ts';
import { EVENT_HOLDERS, type SentinelRow } from '../mappings/windows/sentinel-event.ts';
import { windowsEvent } from '../mappings/windows/windows-event.ts';
import type { FieldValue, LogRecord } from '../readers/reader.ts';

/** Whether rows of a table may hold events that fill other tables too. */
export function holdsEvents(table: string): boolean {
  return EVENT_HOLDERS.has(table);
}

/** The mappings of such events: all but those to the tables that hold them. */
export const heldEventMappings: readonly Mapping[] = mappings.filter(({ table }) => !holdsEvents(table));

const windowsEventMappings = heldEventMappings.filter(({ view }) => view === windowsEvent);

/** An event that a row holds. */
export interface HeldEvent {
  readonly record: LogRecord;
  /** The event as views have it already. */
  readonly views: RecordViews;
  /** What kind of event it is, where the row's columns tell: mappings take all of a kind or none. */
  readonly kind: string | undefined;
}

/**
 * The events that rows of one of Sentinel's tables hold and that fill other tables too, so that a rule over
 * DeviceProcessEvents finds what an export of SecurityEvent has of it.
 */
export function* heldEvents(name: string, table: Table): Generator<HeldEvent> {
  const holder = EVENT_HOLDERS.get(name);
  if (holder === undefined) return;
  const readers = new Map(
    table.schema.flatMap(({ name: column }, at) => {
      const read = cellReader(table.columns[at]);
      return read === undefined ? [] : [[column, read] as const];
    }),
  );
  const eventOf = holder.eventOf([...readers.keys()]);
  const wanted = new Map<string, boolean>();
  let at = 0;
  const row: SentinelRow = (column) => readers.get(column)?.(at);
  for (; at < table.length; at++) {
    const kind = holder.kind.map(row).join('\n');
    if (wanted.get(kind) === false) continue;
    const fields = eventOf(row);
    if (fields === undefined) continue;
    if (holder.isRaw) {
      for (const record of osqueryRows({ fields })) yield { record, views: new Map(), kind: undefined };
      continue;
    }
    const record = { fields, dialect: name };
    const isWanted = wanted.get(kind) ?? windowsEventMappings.some((mapping) => mapping.accepts(record));
    wanted.set(kind, isWanted);
    if (isWanted) yield { record, views: new Map([[windowsEvent.id, record]]), kind };
  }
}

/** Reads a column's cells; undefined for a column without any value. */
function cellReader(column: Column): ((row: number) => FieldValue | undefined) | undefined {
  if (column.kind === 'constant' && (column.value === null || column.value === '')) return undefined;
  if (column.kind === 'string') {
    const { codes, dictionary } = column;
    return (row) => (codes[row] === 0 ? undefined : dictionary.get(codes[row]));
  }
  const { type } = column;
  return (row) => {
    const value = column.get(row);
    if (value === null || value === '') return undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint' && type === 'long')
      return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    return typeof value === 'bigint' && type === 'datetime' ? datetimeText(value) : JSON.parse(valueJson(value, type));
  };
}
