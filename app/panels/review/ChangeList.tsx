import { useMemo } from 'react';
import { type LiteralCount, type PatternChange, type StepChange, segmentTitles } from '../../../rule-engine/index.ts';
import { countOf, formatCount } from '../../components/format.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './ChangeList.module.css';
import { DiffLines } from './DiffLines.tsx';
import { EditEffects } from './EditEffects.tsx';
import { ExclusionLine } from './ExclusionLine.tsx';
import { type ChangePlace, editsOf, editsWithin, placeOfExclusion } from './review-items.ts';
import type { Review } from './use-review.ts';

/** What changed since the version that is compared with, part by part, and the rows that each change gained and lost. */
export function ChangeList({ review }: { readonly review: Review }) {
  const { patterns, exclusions, steps } = review.facts.change;
  const edits = useMemo(() => editsOf(review), [review]);
  const places: readonly ChangePlace[] = [
    ...patterns.map(placeOfPattern),
    ...exclusions.map((change) => placeOfExclusion(change, review)),
    ...steps,
  ];
  const others = edits.filter((edit) => !places.some((place) => editsWithin([edit], place).length > 0));
  if (places.length === 0) {
    return <p className={styles.none}>The query is the one of “{review.facts.against.name}”.</p>;
  }
  return (
    <ul className={styles.changes} aria-label="What changed">
      {patterns.map((change) => (
        <li key={`${change.kind} ${change.span.start}`} className={styles.line} data-kind={change.kind}>
          <PatternLine change={change} review={review} />
          <EditEffects edits={editsWithin(edits, placeOfPattern(change))} review={review} />
        </li>
      ))}
      {exclusions.map((change) => (
        <ExclusionLine
          key={`${change.now?.span.start} ${change.before?.span.start}`}
          change={change}
          edits={editsWithin(edits, placeOfExclusion(change, review))}
          review={review}
        />
      ))}
      {steps.map((step) => (
        <li
          key={`${step.span?.start} ${step.otherSpan?.start}`}
          className={styles.line}
          data-kind={step.kind}
          aria-label={`${segmentTitles[step.segment]} ${step.kind}`}
        >
          <StepHead step={step} />
          <EditEffects edits={editsWithin(edits, step)} review={review} />
          <DiffLines before={step.before} now={step.now} />
        </li>
      ))}
      {others.map((edit) => (
        <li key={edit.title} className={styles.line} data-kind="changed">
          <span className={styles.name}>{edit.title.replaceAll('`', '')}</span>
          <EditEffects edits={[edit]} review={review} />
        </li>
      ))}
    </ul>
  );
}

function placeOfPattern({ kind, span }: PatternChange): ChangePlace {
  return kind === 'added' ? { span, otherSpan: undefined } : { span: undefined, otherSpan: span };
}

function PatternLine({ change, review }: { readonly change: PatternChange; readonly review: Review }) {
  const { kind, text, list, span } = change;
  const { revealSpan } = useViewStore((state) => state.actions);
  const count = review.result.evaluation.literals.find((literal) => literal.span.start === span.start);
  return (
    <>
      {kind === 'added' ? (
        <button type="button" className={styles.name} title="Show it in the rule" onClick={() => revealSpan(span)}>
          <code>{text}</code>
        </button>
      ) : (
        <code className={styles.name}>{text}</code>
      )}
      <span className={styles.what}>
        pattern {kind}
        {list && ` · ${list}`}
        {kind === 'added' && count && ` · ${count.rows === 0 ? 'dead' : countText(count)}`}
      </span>
    </>
  );
}

function countText({ rows, unique }: LiteralCount): string {
  return unique === 0 ? countOf(rows, 'row') : `${countOf(rows, 'row')}, ${formatCount(unique)} only it`;
}

function StepHead({ step: { kind, segment, span } }: { readonly step: StepChange }) {
  const { revealSpan } = useViewStore((state) => state.actions);
  return (
    <>
      {span ? (
        <button type="button" className={styles.name} title="Show it in the rule" onClick={() => revealSpan(span)}>
          {segmentTitles[segment]}
        </button>
      ) : (
        <span className={styles.name}>{segmentTitles[segment]}</span>
      )}
      <span className={styles.what}>{segment === 'patterns' ? `statement ${kind}` : `step ${kind}`}</span>
    </>
  );
}
