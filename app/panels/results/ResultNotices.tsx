import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Span } from '../../../rule-engine/index.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { loadedRows, useEventsStore } from '../../stores/events-store.ts';
import { useViewStore } from '../../stores/view-store.ts';
import styles from './ResultNotices.module.css';
import { useStaleReason } from './use-stale-reason.ts';

/**
 * Why the rows on screen may not be the answer: an error in the rule, a failed evaluation, what the engine notes. Below
 * the rows, so that none of them moves.
 */
export function ResultNotices() {
  const notices = useEvaluationStore(lastResult)?.evaluation.notices ?? [];
  const hasEvents = useEventsStore((state) => loadedRows(state) > 0);
  const stale = useStaleReason();
  return (
    <div role="status">
      {stale && (
        <p className={`${styles.notice} ${styles.error}`}>
          <CircleAlert size={14} aria-hidden />
          <span>
            These are the rows of the last good text. {stale.message.replace(/\.$/, '')}.
            {stale.span && <Show span={stale.span} />}
          </span>
        </p>
      )}
      {!stale &&
        hasEvents &&
        notices.map(({ code, message, span }) => (
          <p key={code + message} className={styles.notice}>
            <TriangleAlert size={14} aria-hidden />
            <span>
              {message}
              {span.length > 0 && <Show span={span} />}
            </span>
          </p>
        ))}
    </div>
  );
}

function Show({ span }: { readonly span: Span }) {
  const { revealSpan } = useViewStore((state) => state.actions);
  return (
    <button type="button" className={styles.show} onClick={() => revealSpan(span)}>
      Show it
    </button>
  );
}
