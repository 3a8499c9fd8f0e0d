import type { EvaluatedRows, EvaluateParams, WorkerError } from '../../../rule-engine/index.ts';
import { nextTask } from '../../browser/next-task.ts';
import type { Client } from '../../workers/client.ts';
import type { EngineWorkerMethods } from '../../workers/engine-methods.ts';
import { isCancelled } from '../../workers/request-error.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { useEventsStore } from '../events/events-store.ts';
import { useClockStore } from '../rule/clock-store.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { useEvaluationStore } from './evaluation-store.ts';

const stopped: WorkerError = {
  code: 'cancelled',
  message: 'The evaluation was stopped; the next edit starts it again',
};

/**
 * Evaluates whenever the plan, the loaded events or the clock change, and keeps the newest: a newer run cancels an older
 * one in the worker. The first evaluation is that of the first events, or of none when they could not be loaded.
 * `rowsOnScreen` tells which rows are to come with an evaluation. Returns how to stop.
 */
export function startEvaluating(
  engine: Client<EngineWorkerMethods>,
  firstEvents: Promise<unknown>,
  rowsOnScreen: () => EvaluateParams['rows'],
): () => void {
  let newest = 0;
  let isLoaded = false;
  const evaluate = async (): Promise<void> => {
    const { compiled } = useRuleStore.getState();
    if (!compiled) return;
    const { start, find, finish, fail } = useEvaluationStore.getState().actions;
    const { plan, query } = compiled;
    const rows = rowsOnScreen();
    const run = ++newest;
    const controller = new AbortController();
    start(() => controller.abort());
    const params = {
      plan,
      exclusions: query.spans.exclusions,
      clock: useClockStore.getState().clock,
      ...(rows && { rows }),
    };
    let told: EvaluatedRows | undefined;
    const showRows = (): void => {
      if (told && run === newest) find({ found: told, query });
      told = undefined;
    };
    const onProgress = (found: EvaluatedRows): void => {
      told = found;
      // Counts that have come meanwhile are painted in the same frame; rows don't wait for others.
      void nextTask().then(showRows);
    };
    const onProgressInFrame = (found: EvaluatedRows): void => {
      told = found;
      showRows();
    };
    try {
      const evaluation = await engine.latest('evaluate', params, {
        signal: controller.signal,
        onProgress,
        onProgressInFrame,
      });
      showRows();
      if (run === newest) finish({ evaluation, query });
    } catch (error) {
      if (run !== newest) return;
      if (controller.signal.aborted) fail(stopped);
      else if (!isCancelled(error)) fail(asWorkerError(error));
    }
  };
  const stops = [
    useRuleStore.subscribe((now, before) => {
      if (isLoaded && now.compiled !== before.compiled) void evaluate();
    }),
    useEventsStore.subscribe((now, before) => {
      if (now.revision === before.revision) return;
      isLoaded = true;
      void evaluate();
    }),
    useClockStore.subscribe((now, before) => {
      if (isLoaded && now.clock !== before.clock) void evaluate();
    }),
  ];
  void firstEvents.finally(() => {
    if (isLoaded) return;
    isLoaded = true;
    void evaluate();
  });
  return () => {
    for (const stop of stops) stop();
  };
}
