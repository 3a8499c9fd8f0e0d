import type { ScalarType } from '../schema/scalar-type.ts';

/** What the reader and the mapping made of a file, truthfully. */
export interface SourceReport {
  readonly id: number;
  readonly name: string;
  readonly bytes: number;
  /** `csv`, `ndjson`, `evtx`, …, and what people call it. */
  readonly format: string;
  readonly formatTitle: string;
  /** Why this format was taken; shown on hover. */
  readonly formatReason: string;
  /** `gzip`, `zip`, … around it, outermost first. */
  readonly containers: readonly string[];
  readonly records: number;
  readonly tables: readonly SourceTableReport[];
  /** The files of an archive that holds several; the report's other parts are about all of them. */
  readonly members?: readonly {
    readonly name: string;
    readonly containers: readonly string[];
    readonly format: string;
    readonly formatTitle: string;
    readonly records: number;
    readonly errorCount: number;
  }[];
  /** The first errors, in order; `errorCount` counts all. */
  readonly errors: readonly SourceError[];
  readonly errorCount: number;
  /** What was assumed where the source doesn't say it, with the number of records, 0 for all of it. Absent when nothing was. */
  readonly assumptions?: readonly { readonly message: string; readonly records: number }[];
  readonly milliseconds: number;
  /** True when loading was cancelled: the rows read so far were dropped. */
  readonly cancelled: boolean;
  /** Set when loading stopped because the rows would take more memory than there is: they were dropped. In bytes. */
  readonly overBudget?: { readonly expected: number; readonly budget: number };
  /** Set when the source was evaluated as a stream: what was kept of it. */
  readonly streamed?: StreamedRows;
  /** Formats and mappings that the user can choose instead. */
  readonly alternatives: {
    readonly formats: readonly { readonly id: string; readonly title: string }[];
    readonly mappings: readonly { readonly id: string; readonly title: string }[];
  };
}

/** What a source that is larger than the memory for it left: only rows that the rule found. */
export interface StreamedRows {
  readonly bytesRead: number;
  /** Rows that were read. */
  readonly rows: number;
  readonly hits: number;
  readonly excluded: number;
  readonly nearMisses: number;
  /** Fewer than `nearMisses` where they were too many for the memory. */
  readonly nearMissesKept: number;
  /** Hits, excluded rows and the near misses that were kept, each once. */
  readonly kept: number;
  /** False when reading was paused. */
  readonly complete: boolean;
  /** Rows of other tables than the rule's first, which were not kept. */
  readonly otherRows: number;
}

export interface SourceError {
  readonly line?: number;
  readonly offset?: number;
  readonly message: string;
}

export interface SourceTableReport {
  readonly table: string;
  /** The file of an archive that its rows came from, where the archive holds several. */
  readonly member?: string;
  readonly mapping: string;
  readonly mappingTitle: string;
  /** Why the records went to this table; shown on hover. */
  readonly mappingReason?: string;
  readonly rows: number;
  /** Oldest and newest event, ISO 8601, when the table has a time column. */
  readonly timeRange: readonly [string, string] | undefined;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ScalarType;
    /** Rows in which the column has a value. */
    readonly filled: number;
    /** The field, or fields, it came from. */
    readonly from: string;
  }[];
  /** Columns of the table's schema that the source has no field for. */
  readonly missing: readonly string[];
  /** Fields of the source that fill no column, with the number of records that have them. */
  readonly leftover: readonly { readonly field: string; readonly records: number }[];
}

export interface LoadProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/** What the user chose instead of what was found. */
export interface SourceOverride {
  readonly format?: string;
  readonly mapping?: string;
  readonly table?: string;
}
