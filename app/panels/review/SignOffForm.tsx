import { type FormEvent, useState } from 'react';
import type { Segments } from '../../../rule-engine/index.ts';
import { reviewChecks, reviewRecord, type SignOff, segmentText } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { copyRecord, signOff } from '../../stores/review/sign-off.ts';
import { useSignOffsStore } from '../../stores/rule/sign-offs-store.ts';
import styles from './SignOff.module.css';
import type { Review } from './use-review.ts';

interface SignOffFormProps {
  readonly review: Review;
  /** True when the review is of the text in the editors. */
  readonly isCurrent: boolean;
}

const verdicts: readonly { readonly verdict: SignOff['verdict']; readonly title: string }[] = [
  { verdict: 'approved', title: 'Approve' },
  { verdict: 'changes requested', title: 'Request changes' },
];

/** The reviewer's word. A request for changes says which; who approves against a failed check says why. */
export function SignOffForm({ review, isCurrent }: SignOffFormProps) {
  const lastReviewer = useSignOffsStore((state) => state.signOffs[0]?.reviewer ?? '');
  const signed = useSignOffsStore((state) => state.signOffs.find(({ digest }) => digest === review.facts.digest));
  const [verdict, setVerdict] = useState<SignOff['verdict']>('approved');
  const bad = reviewChecks(review.facts).filter(({ state }) => state === 'bad').length;
  const needsComment = verdict === 'changes requested' || bad > 0;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const field = (name: string): string => String(fields.get(name) ?? '').trim();
    signOff(review.facts, segmentsOf(review), { reviewer: field('reviewer'), verdict, comment: field('comment') });
    form.reset();
    setVerdict('approved');
  };
  return (
    <form className={styles.form} aria-label="Sign-off" onSubmit={submit}>
      <label className={styles.field}>
        <span>Reviewer</span>
        <input
          key={lastReviewer}
          name="reviewer"
          required
          pattern=".*\S.*"
          defaultValue={lastReviewer}
          autoComplete="name"
        />
      </label>
      <fieldset className={styles.verdicts}>
        <legend className="visually-hidden">Verdict</legend>
        {verdicts.map((choice) => (
          <label key={choice.verdict}>
            <input
              type="radio"
              name="verdict"
              checked={choice.verdict === verdict}
              onChange={() => setVerdict(choice.verdict)}
            />
            {choice.title}
          </label>
        ))}
      </fieldset>
      <label className={`${styles.field} ${styles.comment}`}>
        <span>
          Comment{needsComment && (bad > 0 && verdict === 'approved' ? ' (needed: a check failed)' : ' (needed)')}
        </span>
        <textarea name="comment" rows={2} required={needsComment} />
      </label>
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={!isCurrent}>
          Sign off
        </Button>
        <Button disabled={!isCurrent} onClick={() => void copyRecord(reviewRecord(review.facts, signed))}>
          Copy as Markdown
        </Button>
        {!isCurrent && <span className={styles.waiting}>The text is not evaluated yet, or has an error</span>}
      </div>
    </form>
  );
}

/** The texts that were reviewed: those of the evaluated query. */
function segmentsOf({ result: { query } }: Review): Segments {
  return {
    patterns: segmentText(query, 'patterns'),
    detection: segmentText(query, 'detection'),
    exclusions: segmentText(query, 'exclusions'),
    output: segmentText(query, 'output'),
  };
}
