import type { CellBatch } from '../webassembly/cell-batch.ts';

/** A part of a file that could not be read; the rest is kept. */
export interface RecordError {
  /** 1-based line, for formats that have lines. */
  readonly line?: number;
  /** Byte offset in the decompressed input. */
  readonly offset?: number;
  readonly message: string;
}

/** A field's value in a record: text, JSON scalars, or nested JSON. Integers beyond 2^53 and epoch nanoseconds are bigint. */
export type FieldValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue };

/** One event as its log format has it: the format's own field names, values as they stand. */
export interface LogRecord {
  readonly fields: { readonly [name: string]: FieldValue };
  readonly line?: number;
  readonly offset?: number;
  /** What the source says of the record: its table and its fields' types. Shared by many records. */
  readonly shape?: RowShape;
}

/** What a source says of its rows besides their values. */
export interface RowShape {
  /** The table's name, where the source states one. */
  readonly table?: string;
  /** The names of the fields, where the source states them apart from the records: a header. */
  readonly fields?: readonly string[];
  /** The fields' types as the source names them (`DateTime`, `long`, `SByte`), by field. */
  readonly types?: ReadonlyMap<string, string>;
}

/**
 * How a cell's bytes are to be taken: `text` may be any type's text (CSV), `string`, `number`, `literal` (true, false)
 * and `nested` (an object's or array's JSON) are JSON tokens, strings without quotes and unescaped.
 */
export type CellKind = 'text' | 'string' | 'number' | 'literal' | 'nested';

/** Where the rows of one shape go, as bytes: the fast way, without a JS object or string a cell. */
export interface RowSink {
  /** The id of a field, by its name in UTF-8; asked again for each record, so it must be quick. */
  fieldId(bytes: Uint8Array, start: number, end: number): number;
  /** A field's value in the row at hand. Missing and null values are left out. The bytes are reused afterwards. */
  cell(field: number, bytes: Uint8Array, start: number, end: number, kind: CellKind): void;
  endRow(line: number | undefined): void;
  /** Many whole rows at once: column `i` of the batch holds the cells of `fields[i]`. An empty cell is a missing value. */
  addRows(fields: Int32Array, batch: CellBatch): void;
  /** Drops the rows so far: a progressive result starts over. */
  restart(): void;
}

/** Gives the sink of a shape; asked once a shape object. */
export type RowSinks = (shape: RowShape | undefined) => RowSink;

/** The first bytes of a (decompressed) input and its name, for telling the format by content. */
export interface InputHead {
  readonly name: string;
  /** Up to 64 KiB. */
  readonly bytes: Uint8Array;
  /** True when `bytes` is the whole input. */
  readonly complete: boolean;
}

export interface ReaderContext {
  readonly signal: AbortSignal;
  /** Reports a bad record. Never throws; reading goes on. */
  readonly error: (error: RecordError) => void;
  /** Takes the names of the fields where the input states them before any record. */
  readonly header?: (fields: readonly string[]) => void;
  /** Takes note of what is assumed of a record, or of the whole input, where the log doesn't say it. */
  readonly assume?: (message: string, ofWhole?: boolean) => void;
}

/**
 * A log format: bytes → records. A reader never throws on hostile or truncated input: it reports and goes on, in
 * bounded memory. (CSV and NDJSON of a known table have a faster way into columns, beside this one.)
 */
export interface Reader {
  /** A stable id: `evtx`, `auditd`, `ndjson`, … */
  readonly format: string;
  /** What people call it: `Windows event log (EVTX)`. */
  readonly title: string;
  /** What content it is told by, as a clause: `the first line is a whole JSON object`. */
  readonly evidence?: string;
  /** 0 (not this) to 1 (certain), from content first, the file's name second. */
  readonly detect: (head: InputHead) => number;
  /** Bytes that the reader needs to give any record, for formats whose beginning alone says nothing. */
  readonly sampleBytes?: number;
  readonly read: (chunks: AsyncIterable<Uint8Array>, context: ReaderContext) => AsyncIterable<LogRecord>;
  /** The fast way, for formats whose records are flat rows: yields after each chunk. Reads what `read` reads. */
  readonly scan?: (
    chunks: AsyncIterable<Uint8Array>,
    sinks: RowSinks,
    context: ReaderContext,
  ) => AsyncIterable<undefined>;
  /** True when `scan` needs nothing of a chunk once it asks for the next: its memory is then used again. */
  readonly scanCopiesChunks?: boolean;
}
