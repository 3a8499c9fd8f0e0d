import { afterPaint } from '../../browser/next-task.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { useEvaluationStore } from './evaluation-store.ts';

/** Milliseconds after which the rest of the page no longer waits for the first result. */
const patience = 4000;

let firstResult: Promise<void> | undefined;

/** Resolves when the first evaluation, ended well or badly, is painted, or after a while: what is heavy starts then. */
export function afterFirstResult(): Promise<void> {
  // A frame more: the first may have begun before React has put the rows in.
  firstResult ??= firstEvaluation().then(() => new Promise((resolve) => afterPaint(() => afterPaint(resolve))));
  return firstResult;
}

function firstEvaluation(): Promise<void> {
  const hasEnded = (): boolean => ['done', 'failed'].includes(useEvaluationStore.getState().state.phase);
  return new Promise((resolve) => {
    if (hasEnded()) return resolve();
    const timer = setTimeout(done, patience);
    const stop = useEvaluationStore.subscribe(() => {
      if (hasEnded()) done();
    });
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

/** Resolves when the language service has looked at the rule for the first time. */
export function afterFirstCheck(): Promise<void> {
  return new Promise((resolve) => {
    const stop = useRuleStore.subscribe(({ checkedText }) => {
      if (checkedText === undefined) return;
      stop();
      resolve();
    });
  });
}
