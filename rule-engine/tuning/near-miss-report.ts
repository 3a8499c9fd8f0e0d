import type { Span } from '../base/span.ts';
import type { TextEdit } from '../base/text-edit.ts';
import type { LabelCounts } from './label.ts';

/**
 * By what a row missed: a pattern stands in it, but not as a term; in other case; one condition of the rule failed while a
 * pattern matches; one exclusion alone took it.
 */
export type NearMissKind = 'term' | 'case' | 'condition' | 'exclusion';

/** The rows that missed by the same thing: each would be a hit were it otherwise. */
export interface NearMissGroup {
  readonly kind: NearMissKind;
  /** In a sentence, with an example: "`lua5.4`: the term is `lua5`, the pattern is `lua`". */
  readonly message: string;
  /** Where it stands in the query's text: the literal, the condition or the exclusion's step. */
  readonly span: Span;
  /** Index in `Evaluation.literals`, for `term` and `case`. */
  readonly literal: number | undefined;
  /** Index in `Evaluation.exclusions`, for `exclusion`. */
  readonly exclusion: number | undefined;
  readonly rows: number;
  readonly labels: LabelCounts;
  /** Row set for `View.among`. */
  readonly rowSet: number;
  readonly fixes: readonly NearMissFix[];
}

/** An edit of the query's text that makes the rows hits. Preview it with `compare` on the plan of the edited text. */
export interface NearMissFix {
  /** "Add `lua5` to the list", "Ignore case: `has`" */
  readonly title: string;
  /** The same beside the reason, which names what it is about: "Add `lua5`", "Switch it off". */
  readonly short: string;
  readonly edits: readonly TextEdit[];
}

export interface NearMissReport {
  /** Most rows first within a kind; kinds in the order of `NearMissKind`. */
  readonly groups: readonly NearMissGroup[];
  /** The rows of all groups, each once. */
  readonly rows: number;
  readonly rowSet: number;
}

/** Why one row is a near miss. */
export interface NearMissReason {
  /** Index in `NearMissReport.groups`. */
  readonly group: number;
  /** The same as the group's, about this row's own value. */
  readonly message: string;
  /** What was looked at and where the near match stands in it, for `term` and `case`. */
  readonly column: string | undefined;
  readonly at: Span | undefined;
  readonly fixes: readonly NearMissFix[];
}
