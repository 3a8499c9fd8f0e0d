import type { TableSink } from './table-sink.ts';
import type { TimeRange } from './time-range.ts';

/** A table that a source fills, and by which mapping. */
export interface SourceTable {
  readonly sink: TableSink;
  readonly mapping: { readonly id: string; readonly title: string; readonly joinsParents?: boolean };
  readonly reason: string;
  /** Fields that the mapping left over, with the number of records that have them. */
  readonly leftover: Map<string, number>;
  /** Of the rows that were handed over so far. */
  timeRange: TimeRange | undefined;
}
