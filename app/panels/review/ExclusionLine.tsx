import {
  alterationText,
  changeKind,
  changesCondition,
  type ExclusionChange,
  tagsOfChange,
} from '../../../rule-engine/index.ts';
import { countOf } from '../../components/format.ts';
import { LabelCountList } from '../../components/LabelCountList.tsx';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './ChangeList.module.css';
import { DiffLines } from './DiffLines.tsx';
import { EditEffects } from './EditEffects.tsx';
import { type NamedEdit, placeOfExclusion } from './review-items.ts';
import type { Review } from './use-review.ts';

interface ExclusionLineProps {
  readonly change: ExclusionChange;
  readonly edits: readonly NamedEdit[];
  readonly review: Review;
}

/** An exclusion that changed: how, its tags, what it takes, its text before and now. */
export function ExclusionLine({ change, edits, review }: ExclusionLineProps) {
  const { before, now } = change;
  const { name = '' } = now ?? before ?? {};
  const kind = changeKind(before, now);
  const weighed = review.facts.evaluated.exclusions.find(({ exclusion }) => exclusion.span.start === now?.span.start);
  const said = tagsOfChange(change);
  return (
    <li className={styles.line} data-kind={kind} aria-label={`${name}: ${alterationText(change)}`}>
      <ExclusionName change={change} name={name} review={review} />
      <span className={styles.what}>exclusion {alterationText(change)}</span>
      <EditEffects edits={edits} review={review} />
      <span className={styles.about}>
        {weighed?.takes && (
          <>
            takes {countOf(weighed.takes.rows, 'row')}{' '}
            {weighed.takes.rows > 0 && <LabelCountList counts={weighed.takes.labels} />}
            {said && ' · '}
          </>
        )}
        {said || (weighed?.takes ? '' : 'without tags')}
      </span>
      {changesCondition(change) && (
        <details className={styles.details} open>
          <summary>KQL</summary>
          <DiffLines before={before?.text} now={now?.text} />
        </details>
      )}
    </li>
  );
}

interface ExclusionNameProps {
  readonly change: ExclusionChange;
  readonly name: string;
  readonly review: Review;
}

function ExclusionName({ change, name, review }: ExclusionNameProps) {
  const { revealSpan } = useViewStore((state) => state.actions);
  const { span } = placeOfExclusion(change, review);
  if (!span) return <span className={styles.name}>{name}</span>;
  return (
    <button type="button" className={styles.name} title="Show it in the rule" onClick={() => revealSpan(span)}>
      {name}
    </button>
  );
}
