import { CircleAlert, TriangleAlert } from 'lucide-react';
import { lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { useRuleStore } from '../../stores/rule-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import styles from './ResultNotices.module.css';

/** Why the rows on screen may not be the answer: an error in the rule, a failed evaluation, what the engine notes. */
export function ResultNotices() {
  const error = useRuleStore((state) => state.diagnostics.find(({ severity }) => severity === 'error'));
  const failure = useEvaluationStore(({ state }) => (state.phase === 'failed' ? state.error : undefined));
  const notices = useEvaluationStore(lastResult)?.evaluation.notices ?? [];
  const stale = failure ?? error;
  return (
    <>
      {stale && (
        <p className={`${styles.notice} ${styles.error}`}>
          <CircleAlert size={14} aria-hidden />
          <span>
            Rows of the last good result: {stale.message.replace(/\.$/, '')}.{stale.span && <Show span={stale.span} />}
          </span>
        </p>
      )}
      {!stale &&
        notices.map(({ code, message, span }) => (
          <p key={code + message} className={styles.notice}>
            <TriangleAlert size={14} aria-hidden />
            <span>
              {message}
              {span.length > 0 && <Show span={span} />}
            </span>
          </p>
        ))}
    </>
  );
}

function Show({ span }: { readonly span: { readonly start: number; readonly length: number } }) {
  const { revealSpan } = useViewStore((state) => state.actions);
  return (
    <button type="button" className={styles.show} onClick={() => revealSpan(span)}>
      Show it
    </button>
  );
}
