import type { TableCoverage } from '../ingest/column-coverage.ts';
import type { SourceReport } from '../ingest/source-report.ts';

/** What was made of a file, and what it holds of the columns that the rule reads, a table each. */
export interface InspectedFile extends SourceReport {
  readonly coverage: readonly TableCoverage[];
  /** Why there is no coverage, when the rule has an error or reads a table that is not there. */
  readonly ruleError?: string;
}

/** A file that can't be opened. */
export interface UnreadableFile {
  readonly name: string;
  readonly error: string;
}
