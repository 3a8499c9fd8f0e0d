import { create } from 'zustand';
import type { ComposedQuery, EvaluatedRows, Evaluation, WorkerError } from '../../../rule-engine/index.ts';

/** A result and the query it answers; spans in the evaluation are of that query's text. */
export interface EvaluatedQuery {
  readonly evaluation: Evaluation;
  readonly query: ComposedQuery;
}

/** The rows of a run and the query that found them: they come before the run is counted. */
export interface FoundRows {
  readonly found: EvaluatedRows;
  readonly query: ComposedQuery;
}

/** `last` is the last good result: it stays on screen while a newer one is made or fails. */
type EvaluationPhase =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'running'; readonly last: EvaluatedQuery | undefined; readonly stop: () => void }
  | { readonly phase: 'done'; readonly last: EvaluatedQuery }
  | { readonly phase: 'failed'; readonly error: WorkerError; readonly last: EvaluatedQuery | undefined };

interface EvaluationState {
  readonly state: EvaluationPhase;
  /** Of the newest run that has any; `state` tells of the run once it is counted. */
  readonly rows: FoundRows | undefined;
  /** Those of the last good result: they come back when a newer run ends before it is counted. */
  readonly countedRows: FoundRows | undefined;
  readonly actions: {
    /** `stop` ends the run for good. */
    readonly start: (stop: () => void) => void;
    readonly find: (rows: FoundRows) => void;
    readonly finish: (result: EvaluatedQuery) => void;
    readonly fail: (error: WorkerError) => void;
  };
}

export const useEvaluationStore = create<EvaluationState>()((set, get) => ({
  state: { phase: 'waiting' },
  rows: undefined,
  countedRows: undefined,
  actions: {
    start: (stop) => set({ state: { phase: 'running', last: lastResult(get()), stop } }),
    find: (rows) => set({ rows }),
    finish: (last) => set(({ rows }) => ({ state: { phase: 'done', last }, countedRows: rows && withoutWindow(rows) })),
    fail: (error) =>
      set((former) => {
        const isCounted = former.rows?.found.run === former.countedRows?.found.run;
        const rows = isCounted ? former.rows : former.countedRows;
        return { state: { phase: 'failed', error, last: lastResult(former) }, rows };
      }),
  },
}));

/** The rows of a window may be named by those of the run before: later they are asked for anew. */
function withoutWindow({ found: { window: _, ...found }, query }: FoundRows): FoundRows {
  return { found, query };
}

/** The last good result, whatever has happened since. */
export function lastResult({ state }: Pick<EvaluationState, 'state'>): EvaluatedQuery | undefined {
  return state.phase === 'waiting' ? undefined : state.last;
}
