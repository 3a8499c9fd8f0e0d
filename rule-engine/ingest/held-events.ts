import type { Table } from '../columnar/table.ts';
import { valueJson } from '../functions/value-text.ts';
import { acceptsRecord } from '../mappings/apply-mapping.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { mappings } from '../mappings/registry.ts';
import { EVENT_HOLDERS, type SentinelRow } from '../mappings/windows/sentinel-event.ts';
import { windowsEvent } from '../mappings/windows/windows-event.ts';
import type { FieldValue, LogRecord } from '../readers/reader.ts';

/** Whether rows of a table may hold events that fill other tables too. */
export function holdsEvents(table: string): boolean {
  return EVENT_HOLDERS.has(table);
}

/** The mappings of such events: all of Windows events but to the tables that hold them. */
export const heldEventMappings: readonly Mapping[] = mappings.filter(
  ({ view, table }) => view === windowsEvent && !holdsEvents(table),
);

/**
 * The Windows events that rows of one of Sentinel's tables hold and that fill other tables too, so that a rule over
 * DeviceProcessEvents finds what an export of SecurityEvent has of it.
 */
export function* heldEvents(name: string, table: Table): Generator<LogRecord> {
  const holder = EVENT_HOLDERS.get(name);
  if (holder === undefined) return;
  const wanted = new Map<string, boolean>();
  const columns = table.schema.map((column) => column.name);
  for (let at = 0; at < table.length; at++) {
    const row: SentinelRow = (column) => cellAt(table, column, at);
    const kind = holder.kind.map(row).join('\n');
    if (wanted.get(kind) === false) continue;
    const fields = holder.event(row, columns);
    if (fields === undefined) continue;
    const isWanted = wanted.get(kind) ?? heldEventMappings.some((mapping) => acceptsRecord(mapping, { fields }));
    if (holder.kind.length > 0) wanted.set(kind, isWanted);
    if (isWanted) yield { fields };
  }
}

function cellAt(table: Table, name: string, row: number): FieldValue | undefined {
  const column = table.column(name);
  const value = column?.get(row) ?? '';
  if (column === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  return JSON.parse(valueJson(value, column.type)) as FieldValue;
}
