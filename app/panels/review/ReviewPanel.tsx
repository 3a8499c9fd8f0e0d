import { useEffect, useState } from 'react';
import { Choice } from '../../components/Choice.tsx';
import { Message } from '../../components/Message.tsx';
import { LazyTextDiff } from '../../editor/LazyTextDiff.tsx';
import { useComparison, useMarkedInGrid } from '../../stores/review/comparison.ts';
import { allVersions, chooseVersion, usePinnedVersion } from '../../stores/review/pinned-version.ts';
import { keepSignOffs } from '../../stores/review/sign-off.ts';
import { useVersionsStore } from '../../stores/rule/versions-store.ts';
import { followTests } from '../../stores/validation/validation-store.ts';
import { ChangeList } from './ChangeList.tsx';
import { CheckList } from './CheckList.tsx';
import styles from './ReviewPanel.module.css';
import { RowsToInspect } from './RowsToInspect.tsx';
import { SignOffForm } from './SignOffForm.tsx';
import { SignOffList } from './SignOffList.tsx';
import { Standing } from './Standing.tsx';
import { type ReviewState, useReview } from './use-review.ts';

const choices = [
  { id: 'review', title: 'Review' },
  { id: 'text', title: 'Text' },
] as const;

/** What a reviewer wants to know of a change before signing it off: checks, differences, rows to look at; and the sign-offs. */
export default function ReviewPanel() {
  const [shown, setShown] = useState<'review' | 'text'>('review');
  const pinned = usePinnedVersion();
  const comparison = useComparison();
  useMarkedInGrid(comparison);
  useEffect(followTests, []);
  useEffect(() => void keepSignOffs(), []);
  const state = useReview(comparison);
  if (!pinned) return <Message>No rule is open, so there is nothing to review.</Message>;
  return (
    <section className={styles.panel} aria-label="Review">
      <div className={styles.bar}>
        <VersionChoice pinned={pinned.id} />
        <Choice legend="What to show" options={choices} selected={shown} onSelect={setShown} />
      </div>
      {shown === 'review' ? (
        <ReviewBody state={state} />
      ) : (
        <div className={styles.text}>
          <LazyTextDiff before={pinned.segments} />
        </div>
      )}
    </section>
  );
}

function VersionChoice({ pinned }: { readonly pinned: string }) {
  const versions = useVersionsStore((state) => state.versions);
  return (
    <label className={styles.against}>
      <span>Now, against</span>
      <select value={pinned} onChange={(event) => chooseVersion(event.target.value)}>
        {allVersions({ versions }).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function ReviewBody({ state }: { readonly state: ReviewState }) {
  const { phase, last } = state;
  if (!last) {
    if (phase === 'failed') return <Message kind="error">The rule can't be reviewed: {state.message}.</Message>;
    return <Message kind="loading">Comparing the versions and running the tests…</Message>;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={styles.body} data-stale={phase !== 'done'} aria-label="What to review" tabIndex={0}>
      <Standing digest={last.facts.digest} />
      <CheckList facts={last.facts} />
      <ChangeList review={last} />
      <RowsToInspect review={last} />
      <SignOffForm review={last} isCurrent={phase === 'done'} />
      <SignOffList digest={last.facts.digest} />
    </section>
  );
}
