import type { EventLabel, NearMissReason } from '../../../rule-engine/index.ts';
import type { LiteralKinds } from '../../stores/evaluation/literal-kinds.ts';
import type { CausedChange } from '../../stores/rows/row-changes.ts';

/** What the cells of a row know besides its values. */
export interface AboutRow {
  readonly label: EventLabel | undefined;
  /** By what a near miss missed being a hit. */
  readonly reasons: readonly NearMissReason[] | undefined;
  /** What an edit of the rule did to it. */
  readonly change: CausedChange | undefined;
  readonly kinds: LiteralKinds;
  readonly exclusionNames: readonly string[];
}
