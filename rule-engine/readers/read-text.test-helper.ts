import type { CellBatch } from '../webassembly/cell-batch.ts';
import type { LogRecord, Reader, RecordError, RowSink } from './reader.ts';

/** What a reader makes of an input that comes in chunks of `chunkSize` bytes. */
export interface ReadResult {
  readonly records: LogRecord[];
  readonly errors: RecordError[];
}

export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export async function* inChunks(bytes: Uint8Array, chunkSize = 1 << 16): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.slice(at, at + chunkSize);
}

/** The records that `read` gives. */
export async function readAll(reader: Reader, input: string | Uint8Array, chunkSize?: number): Promise<ReadResult> {
  const bytes = typeof input === 'string' ? toBytes(input) : input;
  const result: ReadResult = { records: [], errors: [] };
  const context = {
    signal: new AbortController().signal,
    error: (error: RecordError) => void result.errors.push(error),
  };
  for await (const record of reader.read(inChunks(bytes, chunkSize), context)) result.records.push(record);
  return result;
}

interface ScannedRow {
  readonly table: string | undefined;
  /** Field name → kind and text. */
  readonly cells: { readonly [field: string]: readonly [string, string] };
}

/** The rows that `scan` gives. */
export async function scanAll(reader: Reader, input: string | Uint8Array, chunkSize?: number) {
  const bytes = typeof input === 'string' ? toBytes(input) : input;
  const result: { rows: ScannedRow[]; errors: RecordError[] } = { rows: [], errors: [] };
  const context = {
    signal: new AbortController().signal,
    error: (error: RecordError) => void result.errors.push(error),
  };
  const text = (from: Uint8Array, start: number, end: number) => new TextDecoder().decode(from.subarray(start, end));
  const sinks = (shape?: { table?: string }): RowSink => {
    const names: string[] = [];
    let cells: [string, [string, string]][] = [];
    return {
      fieldId: (from, start, end) => {
        const name = text(from, start, end);
        return names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
      },
      cell: (field, from, start, end, kind) => void cells.push([names[field], [kind, text(from, start, end)]]),
      endRow: () => {
        result.rows.push({ table: shape?.table, cells: Object.fromEntries(cells) });
        cells = [];
      },
      addRows: (fields, batch) => {
        for (const row of rowsOf(batch)) {
          const filled = row.flatMap(({ kind, value }, column) =>
            value === '' ? [] : [[names[fields[column]], [kind, value]] as const],
          );
          result.rows.push({ table: shape?.table, cells: Object.fromEntries(filled) });
        }
      },
      restart: () => void result.rows.splice(0),
    };
  };
  for await (const _ of reader.scan!(inChunks(bytes, chunkSize), sinks, context));
  return result;
}

/** The cells of a batch as texts; kinds are known where a column has one kind only. */
function rowsOf(batch: CellBatch): { kind: string; value: string }[][] {
  const cells = batch.cells();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return Array.from({ length: batch.rows }, (_, row) =>
    Array.from({ length: batch.columns }, (_, column) => {
      const at = 2 * (row * batch.columns + column);
      const value = decoder.decode(batch.bytes().subarray(cells[at], cells[at + 1]));
      return {
        kind: { 0: 'text', 1: 'string', 2: 'number', 4: 'literal', 8: 'nested' }[batch.kinds(column)] ?? 'mixed',
        value,
      };
    }),
  );
}
