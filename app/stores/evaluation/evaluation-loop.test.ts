import { expect, it, vi } from 'vitest';
import { type EvaluatedRows, type Evaluation, serializePlan } from '../../../rule-engine/index.ts';
import type { Client, RequestOptions } from '../../workers/client.ts';
import type { EngineWorkerMethods } from '../../workers/engine-methods.ts';
import { RequestError } from '../../workers/request-error.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { startEvaluating } from './evaluation-loop.ts';
import { useEvaluationStore } from './evaluation-store.ts';

vi.mock('../../workers/engine.ts', () => ({ engine: { request: () => new Promise(() => undefined) } }));

/** The text of a plan that reads a table. */
function planOf(name: string): string {
  return serializePlan({ kind: 'table', name, columns: [], span: { start: 0, length: 1 } });
}

/** An engine that evaluates until it is told to stop. */
const endless: Client<EngineWorkerMethods> = {
  ready: Promise.resolve(),
  lost: new Promise<string>(() => undefined),
  giveUp: () => undefined,
  request: () => new Promise(() => undefined),
  latest: (_method, _params, { signal }: RequestOptions<never> = {}) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new RequestError({ code: 'cancelled', message: 'cancelled' })));
    }),
};

it('an evaluation that the reader stops says so, and the next edit starts another', async () => {
  const { actions, query } = useRuleStore.getState();
  actions.setPlan(query, planOf('T'));
  const end = startEvaluating(endless, Promise.resolve(), () => undefined);
  await vi.waitFor(() => expect(useEvaluationStore.getState().state.phase).toBe('running'));
  const running = useEvaluationStore.getState().state;
  if (running.phase !== 'running') throw new Error(`The evaluation is ${running.phase}`);

  running.stop();
  await vi.waitFor(() => expect(useEvaluationStore.getState().state).toMatchObject({ phase: 'failed' }));
  expect(useEvaluationStore.getState().state).toMatchObject({ error: { code: 'cancelled' } });

  actions.setPlan(query, planOf('U'));
  expect(useEvaluationStore.getState().state.phase).toBe('running');
  end();
});

it('shows rows when they come, whether they are counted yet or not', async () => {
  const { actions, query } = useRuleStore.getState();
  const found: EvaluatedRows = { run: 7, columns: [], hits: 3, literals: [] };
  let count: (evaluation: Evaluation) => void = () => undefined;
  const slow: Client<EngineWorkerMethods> = {
    ...endless,
    latest: (_method, _params, { onProgress } = {}) => {
      onProgress?.(found as never);
      return new Promise((resolve) => {
        count = resolve as typeof count;
      });
    },
  };
  const end = startEvaluating(slow, Promise.resolve(), () => undefined);
  actions.setPlan(query, planOf('T'));
  await vi.waitFor(() => expect(useEvaluationStore.getState().rows).toEqual({ found, query }));
  expect(useEvaluationStore.getState().state.phase).toBe('running');

  const evaluation = { run: 7, columns: [] } as unknown as Evaluation;
  count(evaluation);
  await vi.waitFor(() => expect(useEvaluationStore.getState().state.phase).toBe('done'));
  expect(useEvaluationStore.getState().state).toMatchObject({ last: { evaluation, query } });

  const seen: unknown[] = [];
  const stop = useEvaluationStore.subscribe(({ rows, state }) => seen.push([rows?.found.run, state.phase]));
  actions.setPlan(query, planOf('V'));
  count(evaluation);
  await vi.waitFor(() => expect(useEvaluationStore.getState().state.phase).toBe('done'));
  expect(seen).toEqual([
    [7, 'running'],
    [7, 'running'],
    [7, 'done'],
  ]);
  stop();
  end();
});

it('shows rows within the frame that they have come before', async () => {
  const { actions, query } = useRuleStore.getState();
  const found: EvaluatedRows = { run: 9, columns: [], hits: 1, literals: [] };
  let inFrame: ((found: EvaluatedRows) => void) | undefined;
  const early: Client<EngineWorkerMethods> = {
    ...endless,
    latest: (_method, _params, { onProgressInFrame } = {}) => {
      inFrame = onProgressInFrame as typeof inFrame;
      return new Promise(() => undefined);
    },
  };
  const end = startEvaluating(early, Promise.resolve(), () => undefined);
  actions.setPlan(query, planOf('T'));
  await vi.waitFor(() => expect(inFrame).toBeDefined());
  inFrame?.(found);
  expect(useEvaluationStore.getState().rows).toEqual({ found, query });
  end();
});

it('goes back to the rows of the last good result when a run is stopped after its rows came', async () => {
  const { actions, query } = useRuleStore.getState();
  let run = 10;
  const stoppable: Client<EngineWorkerMethods> = {
    ...endless,
    latest: (method, params, options = {}) => {
      const window = { view: {}, rows: { start: 0, total: 0, columns: [], rows: [] } };
      options.onProgress?.({ run: ++run, columns: [], literals: [], window } as never);
      return run > 11 ? endless.latest(method, params, options) : Promise.resolve({ run, columns: [] } as never);
    },
  };
  const store = useEvaluationStore;
  const end = startEvaluating(stoppable, Promise.resolve(), () => undefined);
  actions.setPlan(query, planOf('T'));
  await vi.waitFor(() =>
    expect(store.getState().state).toMatchObject({ phase: 'done', last: { evaluation: { run: 11 } } }),
  );
  actions.setPlan(query, planOf('W'));
  await vi.waitFor(() => expect(store.getState().rows?.found.run).toBe(12));
  const running = store.getState().state;
  if (running.phase === 'running') running.stop();
  await vi.waitFor(() =>
    expect(store.getState().state).toMatchObject({ phase: 'failed', last: { evaluation: { run: 11 } } }),
  );
  expect(store.getState().rows).toEqual({ found: { run: 11, columns: [], literals: [] }, query });
  end();
});
