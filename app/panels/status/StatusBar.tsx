import { useEffect } from 'react';
import { countOf, formatMilliseconds } from '../../components/format.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { isLoading, loadedRows, useEventsStore } from '../../stores/events-store.ts';
import { useNoticeStore } from '../../stores/notice-store.ts';
import { type Progress, useLastingProgress } from '../../stores/progress.ts';
import { hasErrors, useRuleStore } from '../../stores/rule-store.ts';
import { ClockButton } from './ClockButton.tsx';
import styles from './StatusBar.module.css';

/** What the engine has and does, in one line. */
export function StatusBar() {
  const rows = useEventsStore(loadedRows);
  const evaluation = useEvaluationStore(lastResult)?.evaluation;
  return (
    <footer className={styles.bar}>
      <EngineState />
      <span>{countOf(rows, 'row')} loaded</span>
      {evaluation && <span>{countOf(evaluation.counts.hits, 'hit')}</span>}
      {evaluation && <span title="Time of the last evaluation">{formatMilliseconds(evaluation.milliseconds)}</span>}
      <Notice />
      <ClockButton now={evaluation?.now} />
    </footer>
  );
}

interface StateText {
  readonly text: string;
  readonly tone: 'ready' | 'busy' | 'error';
}

function EngineState() {
  const end = useEvaluationStore(endOf);
  const loading = useEventsStore(isLoading);
  const errors = useRuleStore(hasErrors);
  const progress = useLastingProgress(noticeable);
  const stop = useEvaluationStore(({ state }) => (progress && state.phase === 'running' ? state.stop : undefined));
  const { text, tone } = engineState(end, loading, errors, progress);
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

type End = 'waiting' | 'done' | 'stopped' | 'failed';

/** How the last evaluation ended; one that is running is told by its progress. */
function endOf({ state }: ReturnType<typeof useEvaluationStore.getState>): End {
  if (state.phase === 'failed') return state.error.code === 'cancelled' ? 'stopped' : 'failed';
  return state.phase === 'waiting' ? 'waiting' : 'done';
}

function engineState(end: End, loading: boolean, errors: boolean, progress: Progress): StateText {
  if (loading) return { text: 'Reading events', tone: 'busy' };
  if (progress === 'reading') return { text: 'Reading the rule', tone: 'busy' };
  if (errors) return { text: 'Rule has an error', tone: 'error' };
  if (progress === 'evaluating') return { text: 'Evaluating', tone: 'busy' };
  if (end === 'stopped') return { text: 'Stopped', tone: 'error' };
  if (end === 'failed') return { text: 'Evaluation failed', tone: 'error' };
  if (end === 'waiting') return { text: 'Starting', tone: 'busy' };
  return { text: 'Live', tone: 'ready' };
}

/** Milliseconds that a notice stays. */
const noticeTime = 4000;

function Notice() {
  const notice = useNoticeStore((state) => state.notice);
  const { clear } = useNoticeStore((state) => state.actions);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(clear, noticeTime);
    return () => clearTimeout(timer);
  }, [notice, clear]);
  return (
    <span className={styles.notice} data-kind={notice?.kind} role="status">
      {notice?.text}
    </span>
  );
}
