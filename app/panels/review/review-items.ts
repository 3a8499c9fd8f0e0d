import type { DifferenceRows, ExclusionChange, RuleEdit } from '../../../rule-engine/index.ts';
import { type Span, spanContains, toQuerySpan } from '../../../rule-engine/index.ts';
import type { Review } from './use-review.ts';

/** An edit that changed rows, and what it is called. */
export interface NamedEdit extends Pick<RuleEdit, 'span' | 'otherSpan'> {
  readonly title: string;
  readonly gained: DifferenceRows;
  readonly lost: DifferenceRows;
}

/** Where a change stands: in the query as it is, and in the one that it is compared with. */
export interface ChangePlace {
  readonly span: Span | undefined;
  readonly otherSpan: Span | undefined;
}

/** The edits of a review that gained or lost rows. */
export function editsOf({ comparison }: Review): readonly NamedEdit[] {
  if (comparison.phase !== 'done') return [];
  return comparison.difference.edits
    .map((edit, index) => ({ ...edit, title: comparison.titles[index] }))
    .filter(({ gained, lost }) => gained.rows + lost.rows > 0);
}

/** The edits that lie within a change. */
export function editsWithin(edits: readonly NamedEdit[], { span, otherSpan }: ChangePlace): readonly NamedEdit[] {
  return edits.filter(
    (edit) =>
      (span && edit.span && spanContains(span, edit.span)) ||
      (otherSpan && edit.otherSpan && spanContains(otherSpan, edit.otherSpan)),
  );
}

/** Where an exclusion's change stands. */
export function placeOfExclusion({ before, now }: ExclusionChange, { result, base }: Review): ChangePlace {
  return {
    span: now && toQuerySpan(result.query, { segment: 'exclusions', span: now.span }),
    otherSpan: before && toQuerySpan(base, { segment: 'exclusions', span: before.span }),
  };
}
