import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type ComposedQuery, type Span, toSegmentSpans } from '../../../rule-engine/index.ts';
import { withoutFullStop } from '../../components/format.ts';
import { useEngineStore } from '../../stores/answers/engine-store.ts';
import { type LostWorker, startAnew } from '../../stores/answers/lost-worker.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { loadedRows, useEventsStore } from '../../stores/events/events-store.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import { BrowserWords, KeptOverLoading } from './LostEngine.tsx';
import styles from './ResultNotices.module.css';
import { useStaleReason } from './use-stale-reason.ts';

/**
 * Why the rows on screen may not be the answer: an error in the rule, a failed evaluation, what the engine notes. Below
 * the rows, so that none of them moves.
 */
export function ResultNotices() {
  const result = useEvaluationStore(lastResult);
  const hasEvents = useEventsStore((state) => loadedRows(state) > 0);
  const stale = useStaleReason();
  const isSilent = useEngineStore((state) => state.isSilent);
  const isLost = useEngineStore((state) => state.lost !== undefined);
  return (
    <div role="status">
      {isLost && result && (
        <div className={`${styles.notice} ${styles.error}`}>
          <CircleAlert size={14} aria-hidden />
          <div>
            The engine has stopped: rows and counts stay as they are. <KeptOverLoading />
            <StartAnew lost="engine" />
            <BrowserWords />
          </div>
        </div>
      )}
      {isSilent && !isLost && (
        <p className={`${styles.notice} ${styles.error}`}>
          <CircleAlert size={14} aria-hidden />
          <span>
            The engine has given no answer for a while: wait if it is at much work, or start it anew.
            <StartAnew lost="engine" />
          </span>
        </p>
      )}
      {stale && stale.lost !== 'engine' && result && (
        <p className={`${styles.notice} ${styles.error}`}>
          <CircleAlert size={14} aria-hidden />
          <span>
            {stale.isOlder && 'These are the rows of the last good text. '}
            {withoutFullStop(stale.message)}.{stale.lost && <StartAnew lost={stale.lost} />}
            {stale.span && <Show span={stale.span} query={stale.query} />}
          </span>
        </p>
      )}
      {!stale &&
        hasEvents &&
        result?.evaluation.notices.map(({ code, message, span }) => (
          <p key={code + message} className={styles.notice}>
            <TriangleAlert size={14} aria-hidden />
            <span>
              {message}
              {span.length > 0 && <Show span={span} query={result.query} />}
            </span>
          </p>
        ))}
    </div>
  );
}

function StartAnew({ lost }: { readonly lost: LostWorker }) {
  const { title, run } = startAnew[lost];
  return (
    <button type="button" className={styles.show} onClick={run}>
      {title}
    </button>
  );
}

interface ShowProps {
  readonly span: Span;
  readonly query: ComposedQuery;
}

function Show({ span, query }: ShowProps) {
  const { reveal } = useViewStore((state) => state.actions);
  return (
    <button type="button" className={styles.show} onClick={() => reveal(toSegmentSpans(query, span)[0], query)}>
      Show it
    </button>
  );
}
