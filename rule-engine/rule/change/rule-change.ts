import type { Span } from '../../base/span.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Exclusion } from '../exclusions.ts';
import type { ComposedQuery, SegmentName } from '../segments.ts';

/** A version of a rule. */
export interface RuleText {
  readonly query: ComposedQuery;
  /** Of `query`; without it an exclusion's condition can't be told to be narrower or wider. */
  readonly plan: Plan | undefined;
}

/** A string that was added to the patterns or removed from them. */
export interface PatternChange {
  readonly kind: 'added' | 'removed';
  /** The name of its list. */
  readonly list: string;
  readonly text: string;
  /** In the query of the version that has it. */
  readonly span: Span;
}

/**
 * What was done to an exclusion. `narrowed`: it takes fewer rows whatever the events; `widened`: it takes more;
 * `rewritten`: it takes the same ones; `condition`: none of these can be told.
 */
export type ExclusionAlteration =
  | 'added'
  | 'removed'
  | 'switched on'
  | 'switched off'
  | 'narrowed'
  | 'widened'
  | 'rewritten'
  | 'condition'
  | 'comment';

/** An exclusion that is not the same in both versions. Its spans are of the exclusions segment of its version. */
export interface ExclusionChange {
  readonly alterations: readonly ExclusionAlteration[];
  readonly before: Exclusion | undefined;
  readonly now: Exclusion | undefined;
}

/** Another part of the query: a step of the detection or the output, its beginning, a statement of the patterns. */
export interface StepChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly segment: SegmentName;
  /** Its text in the older version; undefined for what was added. */
  readonly before: string | undefined;
  readonly now: string | undefined;
  /** In the newer query; undefined for what was removed. */
  readonly span: Span | undefined;
  /** In the older query; undefined for what was added. */
  readonly otherSpan: Span | undefined;
}

/** What became of something that is in one version, in the other, or in both but not the same. */
export function changeKind(before: unknown, now: unknown): StepChange['kind'] {
  if (before === undefined) return 'added';
  return now === undefined ? 'removed' : 'changed';
}

/** What a version of a rule differs by from an older one. All empty where only blanks and comments differ. */
export interface RuleChange {
  readonly patterns: readonly PatternChange[];
  readonly exclusions: readonly ExclusionChange[];
  readonly steps: readonly StepChange[];
}
