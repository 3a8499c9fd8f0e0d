import type { Span } from '../../base/span.ts';
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
  readonly evidence: readonly StepEvidence[];
}

/** A `where` step and what it said of the row, up to the first step that dropped it. */
export interface StepEvidence {
  readonly span: Span;
  readonly verdict: boolean | null;
  readonly condition: ConditionEvidence;
}

/** The tree of a predicate: `and`, `or`, `not` have children, the rest are leaves. From the code that evaluates. */
export interface ConditionEvidence {
  readonly span: Span;
  readonly text: string;
  readonly verdict: boolean | null;
  readonly children: readonly ConditionEvidence[];
  /** For a leaf: the column it read, its value and what matched in it. */
  readonly column?: string;
  readonly value?: string | null;
  readonly matches?: readonly {
    /** The literal's place in the query's text. */
    readonly literal: Span;
    readonly text: string;
    /** Where it stands in `value`. */
    readonly at: Span | undefined;
  }[];
}
