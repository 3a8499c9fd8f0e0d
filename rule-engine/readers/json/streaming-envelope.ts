import type { FieldValue } from '../reader.ts';
import { JsonCursor } from './json-cursor.ts';

const PREFIX = 'AdvancedHunting-';
/** The names of the fields that hold an envelope's category, and its event. */
export const CATEGORY_FIELD = new TextEncoder().encode('category');
export const EVENT_FIELD = new TextEncoder().encode('properties');

/** Whether the head of an input speaks of the Defender streaming API. */
export function hasStreamingRecords(headText: string): boolean {
  return headText.includes(`"${PREFIX}`);
}

/** The table that a streaming API category names; undefined for other categories. */
function streamedTable(category: FieldValue | undefined): string | undefined {
  return typeof category === 'string' && category.startsWith(PREFIX) ? category.slice(PREFIX.length) : undefined;
}

/** The category of a table's events. */
export function categoryOf(table: string): string {
  return `${PREFIX}${table}`;
}

export interface StreamedRecord {
  readonly table: string;
  /** The bytes of the event itself. */
  readonly start: number;
  readonly end: number;
}

/**
 * The event within a record of the Defender streaming API: `{time, tenantId, category, properties}`.
 * @param walkEvent goes past the event that begins at an index, and gives the one where it ends
 * @see https://learn.microsoft.com/defender-xdr/streaming-api-event-hub
 */
export function openEnvelope(
  bytes: Uint8Array,
  start: number,
  end: number,
  walkEvent?: (start: number) => number,
): StreamedRecord | undefined {
  const cursor = new JsonCursor();
  cursor.open(bytes, start, end);
  let table: string | undefined;
  let properties: readonly [number, number] | undefined;
  cursor.expect(0x7b);
  while (cursor.peek() === 0x22) {
    const nameStart = cursor.at + 1;
    cursor.skipString();
    const nameEnd = cursor.at - 1;
    cursor.expect(0x3a);
    const first = cursor.peek();
    const valueStart = cursor.at;
    const isEvent = first === 0x7b && equals(bytes, nameStart, nameEnd, EVENT_FIELD);
    if (isEvent && walkEvent !== undefined) cursor.at = walkEvent(valueStart);
    else cursor.skipValue();
    if (isEvent) properties = [valueStart, cursor.at];
    else if (first === 0x22 && equals(bytes, nameStart, nameEnd, CATEGORY_FIELD)) {
      table = streamedTable(new TextDecoder().decode(bytes.subarray(valueStart + 1, cursor.at - 1)));
    }
    if (cursor.peek() === 0x2c) cursor.at++;
  }
  return table === undefined || properties === undefined
    ? undefined
    : { table, start: properties[0], end: properties[1] };
}

function equals(bytes: Uint8Array, start: number, end: number, name: Uint8Array): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name[i]) return false;
  return true;
}
