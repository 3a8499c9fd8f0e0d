import { useLabelRevision } from '../answers/label-revision.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from './evaluation-store.ts';

/**
 * Calls `ask` with the last result, now and after each evaluation and each change of labels, once they have rested for
 * some milliseconds: what is asked must not stand between two keystrokes. Returns how to stop.
 */
export function afterEachRun(rest: number, ask: (result: EvaluatedQuery) => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const last = lastResult(useEvaluationStore.getState());
      if (last) void ask(last);
    }, rest);
  };
  const stops = [
    useEvaluationStore.subscribe((now, before) => {
      if (lastResult(now) !== lastResult(before)) askSoon();
    }),
    useLabelRevision.subscribe(askSoon),
  ];
  askSoon();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
