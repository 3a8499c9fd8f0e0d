import { lastResult, useEvaluationStore } from './evaluation-store.ts';
import { useRuleStore } from './rule-store.ts';

/** What is being done for the text in the editors, while the rows on screen answer an older one. */
export type Progress = 'reading' | 'evaluating' | undefined;

/** What is being done at this moment; most of it takes no time that a reader would notice. */
export function useProgress(): Progress {
  const isRunning = useEvaluationStore(({ state }) => state.phase === 'running');
  const answered = useEvaluationStore((state) => lastResult(state)?.query.text);
  const isUnread = useRuleStore(({ query, checkedText }) => query.text !== checkedText && query.text !== answered);
  if (isRunning) return 'evaluating';
  return isUnread && answered !== undefined ? 'reading' : undefined;
}
