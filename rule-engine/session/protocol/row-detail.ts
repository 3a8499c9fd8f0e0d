import type { StepEvidence } from '../../executor/evidence.ts';
import type { ColumnSchema } from '../../schema/scalar-type.ts';
import type { Cell } from './rows.ts';
import type { Verdict } from './view.ts';

/** Everything about one row of a loaded table. */
export interface RowDetail {
  readonly row: number;
  readonly table: string;
  readonly source: string;
  readonly verdict: Verdict;
  /** All columns of the table, then what the query computed. */
  readonly columns: readonly (ColumnSchema & { readonly cell: Cell; readonly computed: boolean })[];
  /** What each `where` step said of the row, up to the first that dropped it. */
  readonly evidence: readonly StepEvidence[];
}
