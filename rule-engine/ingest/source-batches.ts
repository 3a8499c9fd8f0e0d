import type { Table } from '../columnar/table.ts';
import type { SourceTableReport } from './source-report.ts';

/** Rows of one table, a part of what a source fills it with. */
export interface TableBatch {
  readonly name: string;
  readonly table: Table;
  /** Set when rows of the whole source fill each other in: a part of them alone is not what the whole would be. */
  readonly joinsParents: boolean;
  /** What the source filled the table with so far, parts before this one among it. */
  readonly report: SourceTableReport;
}

/** Takes a source's rows part by part instead of as a whole. */
export interface BatchTaker {
  /** The memory that a part may take before it is handed over, in bytes. */
  readonly bytes: number;
  /** Takes a part; the next is read once it resolves. What it throws ends the loading. */
  take(batch: readonly TableBatch[]): Promise<void>;
}
