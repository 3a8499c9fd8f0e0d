import { create } from 'zustand';
import type { TestResult } from '../../../rule-engine/index.ts';
import { isCancelled } from '../../workers/request-error.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { afterFirstResult } from '../evaluation/first-result.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { runRuleTests, TextError } from './rule-tests.ts';

/** All tests of a rule, run over one text. */
export interface TestedText {
  readonly text: string;
  readonly results: readonly TestResult[];
  readonly milliseconds: number;
  readonly at: Date;
}

export type ValidationPhase =
  | { readonly phase: 'waiting' }
  /** `results`: of the tests that have ended. */
  | { readonly phase: 'running'; readonly results: readonly TestResult[] }
  | { readonly phase: 'done' }
  /** `isText`: the rule's text is at fault. */
  | { readonly phase: 'failed'; readonly message: string; readonly isText: boolean };

interface ValidationState {
  readonly state: ValidationPhase;
  /** The last good run: it stays on screen while a newer one is made or fails. */
  readonly last: TestedText | undefined;
}

/** What the rule's own tests say of its text. */
export const useValidationStore = create<ValidationState>()(() => ({ state: { phase: 'waiting' }, last: undefined }));

/** Milliseconds without an edit before the tests run: they must not stand between two keystrokes. */
const rest = 400;

/** Runs the rule's tests now and after each edit; the newest wins. Returns how to stop. */
export function followTests(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let controller = new AbortController();
  const runSoon = (wait: number): void => {
    clearTimeout(timer);
    controller.abort();
    controller = new AbortController();
    const { signal } = controller;
    timer = setTimeout(() => void runTests(signal), wait);
  };
  const { state, last } = useValidationStore.getState();
  if (state.phase !== 'done' || last?.text !== useRuleStore.getState().query.text) runSoon(0);
  const stop = useRuleStore.subscribe((now, before) => {
    if (now.query !== before.query || now.rule !== before.rule) runSoon(rest);
  });
  return () => {
    clearTimeout(timer);
    controller.abort();
    stop();
    if (useValidationStore.getState().state.phase === 'running') {
      useValidationStore.setState({ state: { phase: 'waiting' } });
    }
  };
}

async function runTests(signal: AbortSignal): Promise<void> {
  const setState = (state: ValidationPhase): void => useValidationStore.setState({ state });
  await afterFirstResult();
  const { rule, segments, query } = useRuleStore.getState();
  if (signal.aborted || !rule?.tests) return;
  const started = performance.now();
  const results: TestResult[] = [];
  setState({ phase: 'running', results: [] });
  try {
    await runRuleTests(rule, rule.tests, segments, signal, (result) => {
      results.push(result);
      setState({ phase: 'running', results: [...results] });
    });
    const milliseconds = performance.now() - started;
    const last = { text: query.text, results, milliseconds, at: new Date() };
    useValidationStore.setState({ state: { phase: 'done' }, last });
  } catch (error) {
    if (signal.aborted || isCancelled(error)) return;
    setState({ phase: 'failed', message: asWorkerError(error).message, isText: error instanceof TextError });
  }
}
