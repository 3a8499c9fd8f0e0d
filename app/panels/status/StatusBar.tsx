import { useEffect } from 'react';
import { countOf, formatMilliseconds } from '../../components/format.ts';
import { useLasting } from '../../components/use-lasting.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { isLoading, loadedRows, useEventsStore } from '../../stores/events-store.ts';
import { useNoticeStore } from '../../stores/notice-store.ts';
import { type Progress, useProgress } from '../../stores/progress.ts';
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
  const phase = useEvaluationStore(({ state }) => state.phase);
  const isStopped = useEvaluationStore(({ state }) => state.phase === 'failed' && state.error.code === 'cancelled');
  const stop = useEvaluationStore(({ state }) => (state.phase === 'running' ? state.stop : undefined));
  const loading = useEventsStore(isLoading);
  const errors = useRuleStore(hasErrors);
  const progress = useProgress();
  const takesLong = useLasting(progress !== undefined, noticeable);
  const { text, tone } = engineState(isStopped ? 'stopped' : phase, loading, errors, takesLong ? progress : undefined);
  return (
    <span className={styles.state} data-tone={tone}>
      <span className={styles.dot} aria-hidden />
      <span role="status">{text}</span>
      {takesLong && stop && (
        <button type="button" className={styles.stop} title="Stop the evaluation" onClick={stop}>
          Stop
        </button>
      )}
    </span>
  );
}

/** Milliseconds after which the page says what it is doing. */
const noticeable = 400;

function engineState(phase: string, loading: boolean, errors: boolean, progress: Progress): StateText {
  if (loading) return { text: 'Reading events', tone: 'busy' };
  if (progress === 'reading') return { text: 'Reading the rule', tone: 'busy' };
  if (errors) return { text: 'Rule has an error', tone: 'error' };
  if (progress === 'evaluating') return { text: 'Evaluating', tone: 'busy' };
  if (phase === 'stopped') return { text: 'Stopped', tone: 'error' };
  if (phase === 'failed') return { text: 'Evaluation failed', tone: 'error' };
  if (phase === 'waiting') return { text: 'Starting', tone: 'busy' };
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
