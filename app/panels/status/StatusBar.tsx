import { useEffect } from 'react';
import { countOf, formatCount, formatMilliseconds } from '../../components/format.ts';
import { useEngineStore } from '../../stores/answers/engine-store.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { useLastingProgress } from '../../stores/evaluation/progress.ts';
import { isLoading, loadedRows, useEventsStore } from '../../stores/events/events-store.ts';
import { isBegun } from '../../stores/events/loading-file.ts';
import { useNoticeStore } from '../../stores/notices/notice-store.ts';
import { soundness, useRuleStore } from '../../stores/rule/rule-store.ts';
import { ClockButton } from './ClockButton.tsx';
import { type End, type Engine, engineState } from './engine-state.ts';
import styles from './StatusBar.module.css';
import { useRowsOfRule } from './use-rows-of-rule.ts';

/** What the engine has and does, in one line. */
export function StatusBar() {
  const rows = useEventsStore(loadedRows);
  const ofRule = useRowsOfRule();
  const evaluation = useEvaluationStore(lastResult)?.evaluation;
  return (
    <footer className={styles.bar}>
      <EngineState />
      <span>{countOf(rows, 'row')} loaded</span>
      {ofRule && ofRule.rows < rows && (
        <span title="The rule reads these; “All events” shows no rows of other tables">
          {formatCount(ofRule.rows)} in {ofRule.name}
        </span>
      )}
      {evaluation && <span>{countOf(evaluation.counts.hits, 'hit')}</span>}
      {evaluation && (
        <span className={styles.took} title="Time of the last evaluation">
          {formatMilliseconds(evaluation.milliseconds)}
        </span>
      )}
      <Notice />
      <ClockButton now={evaluation?.now} />
    </footer>
  );
}

function EngineState() {
  const end = useEvaluationStore(endOf);
  const reading = useEventsStore(readingOf);
  const rule = useRuleStore(soundness);
  const isSilent = useEngineStore((state) => state.isSilent);
  const isLost = useEngineStore((state) => state.lost !== undefined);
  const progress = useLastingProgress(noticeable);
  const stop = useEvaluationStore(({ state }) => (progress && state.phase === 'running' ? state.stop : undefined));
  const { text, tone } = engineState({ end, reading, rule, isSilent, isLost, progress });
  return (
    <span className={styles.state} data-tone={tone}>
      <span className={styles.dot} aria-hidden />
      <span role="status">{text}</span>
      {stop && (
        <button type="button" className={styles.stop} title="Stop the evaluation" onClick={stop}>
          Stop
        </button>
      )}
    </span>
  );
}

/** Milliseconds after which the page says what it is doing. */
const noticeable = 400;

function endOf({ state }: ReturnType<typeof useEvaluationStore.getState>): End {
  if (state.phase === 'failed') return state.error.code === 'cancelled' ? 'stopped' : 'failed';
  return state.phase === 'waiting' ? 'waiting' : 'done';
}

function readingOf(events: ReturnType<typeof useEventsStore.getState>): Engine['reading'] {
  if (!isLoading(events)) return 'none';
  return events.loading.some(isBegun) ? 'now' : 'next';
}

/** Milliseconds that a notice stays: one that asks for something has to be read to its end. */
const noticeTime = { done: 4000, error: 10_000 } as const;

function Notice() {
  const notice = useNoticeStore((state) => state.notice);
  const { clear } = useNoticeStore((state) => state.actions);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(clear, noticeTime[notice.kind]);
    return () => clearTimeout(timer);
  }, [notice, clear]);
  return (
    <span className={styles.notice} data-kind={notice?.kind} role="status" title={notice?.text}>
      {notice?.text}
    </span>
  );
}
