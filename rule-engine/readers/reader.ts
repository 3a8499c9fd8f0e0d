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
}

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
  /** 0 (not this) to 1 (certain), from content first, the file's name second. */
  readonly detect: (head: InputHead) => number;
  readonly read: (chunks: AsyncIterable<Uint8Array>, context: ReaderContext) => AsyncIterable<LogRecord>;
}
