import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EvaluationClock } from '../../ingest/evaluation-clock.ts';
import type { RuleChange } from '../../rule/change/rule-change.ts';
import type { Exclusion } from '../../rule/exclusions.ts';
import type { RuleMetadata } from '../../rule/metadata.ts';
import type { LabelCounts } from '../label.ts';
import type { TuningMetrics } from '../metrics.ts';
import type { DifferenceRows, RuleEdit } from '../rule-difference.ts';

/** What is known of a rule's text as it stands, and of what changed since another version of it. */
export interface ReviewFacts {
  readonly rule: Pick<RuleMetadata, 'id' | 'title' | 'version' | 'techniques'>;
  /** SHA-256 of the whole query: see `textDigest`. */
  readonly digest: string;
  /** The version that it is compared with. */
  readonly against: { readonly name: string; readonly digest: string };
  readonly change: RuleChange;
  /** What the language service says of the text; undefined where it could not look at it. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
  readonly evaluated: EvaluatedFacts;
  /** Undefined where the rule has none, or they did not run. */
  readonly tests: TestedFacts | undefined;
}

/** What the text made of the loaded events. */
export interface EvaluatedFacts {
  /** What `now()` was, ISO 8601, and by which clock. */
  readonly now: string;
  readonly clock: EvaluationClock['kind'];
  readonly sources: readonly { readonly name: string; readonly rows: number }[];
  readonly notices: readonly Diagnostic[];
  readonly metrics: TuningMetrics;
  /** Undefined where the query is the same, or can't be compared. */
  readonly difference: DifferenceFacts | undefined;
  /** Why the rows of both versions can't be compared. */
  readonly incomparable: string | undefined;
  /** The exclusions of the text, in its order. */
  readonly exclusions: readonly WeighedExclusion[];
  /** Patterns that match no row. */
  readonly deadPatterns: readonly string[];
}

/** Rows gained and lost, and what each edit did. */
interface DifferenceFacts {
  readonly gained: RowCounts;
  readonly lost: RowCounts;
  readonly same: RowCounts;
  readonly edits: readonly EditFacts[];
  readonly metrics: TuningMetrics;
}

export type RowCounts = Pick<DifferenceRows, 'rows' | 'labels'>;

interface EditFacts extends Pick<RuleEdit, 'span' | 'otherSpan'> {
  readonly title: string;
  readonly gained: RowCounts;
  readonly lost: RowCounts;
}

/** An exclusion and what it removes of the rows that reach it; undefined for one that is switched off. */
export interface WeighedExclusion {
  readonly exclusion: Exclusion;
  readonly takes: { readonly rows: number; readonly labels: LabelCounts; readonly dead: boolean } | undefined;
}

interface TestedFacts {
  readonly passed: number;
  readonly total: number;
  /** The titles of those that failed. */
  readonly failed: readonly string[];
}

/** A reviewer's word on a text. */
export interface SignOff {
  readonly reviewer: string;
  readonly verdict: 'approved' | 'changes requested';
  readonly comment: string;
  /** ISO 8601. */
  readonly at: string;
}
