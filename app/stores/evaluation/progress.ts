import { useEffect, useState } from 'react';
import { useRuleStore } from '../rule/rule-store.ts';
import { lastResult, useEvaluationStore } from './evaluation-store.ts';

/** What is being done for the text in the editors, while the rows on screen answer an older one. */
export type Progress = 'reading' | 'evaluating' | undefined;

function progressNow(): Progress {
  const evaluation = useEvaluationStore.getState();
  if (evaluation.state.phase === 'running') return 'evaluating';
  const answered = lastResult(evaluation)?.query.text;
  const { query, checkedText } = useRuleStore.getState();
  const isUnread = query.text !== checkedText && query.text !== answered;
  return isUnread && answered !== undefined ? 'reading' : undefined;
}

/**
 * What is being done once something has been for so many milliseconds: most of it takes no time that a reader would
 * notice, and what uses this is not painted anew for it.
 */
export function useLastingProgress(milliseconds: number): Progress {
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lasts = false;
    const follow = (): void => {
      const now = progressNow();
      if (now === undefined) {
        clearTimeout(timer);
        timer = undefined;
        lasts = false;
      } else {
        timer ??= setTimeout(() => {
          lasts = true;
          follow();
        }, milliseconds);
      }
      setProgress(lasts ? now : undefined);
    };
    const stops = [useEvaluationStore.subscribe(follow), useRuleStore.subscribe(follow)];
    follow();
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [milliseconds]);
  return progress;
}
