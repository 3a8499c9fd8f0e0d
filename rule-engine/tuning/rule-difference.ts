import type { Span } from '../base/span.ts';
import type { LabelCounts } from './label.ts';
import type { TuningMetrics } from './metrics.ts';

/** Rows of a difference. */
export interface DifferenceRows {
  readonly rows: number;
  readonly labels: LabelCounts;
  /** Row set for `View.among`. */
  readonly rowSet: number;
}

/** One edit between two versions of a rule. */
export interface RuleEdit {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: 'literal' | 'condition' | 'step' | 'query';
  /** True when the step that it is of is an exclusion. */
  readonly exclusion: boolean;
  /** "Literal `lua5` added", "Exclusion removed: where not(FileName == "nginx")" */
  readonly title: string;
  /** In the text of the run's query; undefined for what was removed. */
  readonly span: Span | undefined;
  /** In the text of the version that it is compared with; undefined for what was added. */
  readonly otherSpan: Span | undefined;
  /** The gained and lost rows that it caused: without it alone, their verdict would be as before. */
  readonly gained: DifferenceRows;
  readonly lost: DifferenceRows;
}

/** What two versions of a rule make of a row: a hit of the run alone, of the other version alone, or of both or neither. */
export interface RowChange {
  readonly change: 'gained' | 'lost' | 'none';
  /** Indexes in `RuleDifference.edits` of those that caused it. */
  readonly edits: readonly number[];
}

/** The hits of a run compared with those of another version of the rule, over the same rows and at the same clock. */
export interface RuleDifference {
  /** Asks for the changes of rows; a run keeps its newest comparisons. */
  readonly comparison: number;
  /** Hits of the run that the other version does not have. */
  readonly gained: DifferenceRows;
  readonly lost: DifferenceRows;
  readonly same: DifferenceRows;
  /** Every edit that can change a verdict, in the text's order. A row may be caused by several together: it is in each. */
  readonly edits: readonly RuleEdit[];
  readonly metrics: { readonly run: TuningMetrics; readonly other: TuningMetrics };
}
