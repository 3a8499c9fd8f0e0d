import { useEffect, useState } from 'react';
import type { RowDetail, WorkerError } from '../../../rule-engine/index.ts';
import { asWorkerError } from '../../stores/answers/worker-error.ts';
import { lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { resultTabOf, useViewStore } from '../../stores/view/view-store.ts';
import { engine } from '../../workers/engine.ts';
import { isCancelled } from '../../workers/request-error.ts';

export type DetailPhase =
  | { readonly phase: 'loading' }
  | { readonly phase: 'done'; readonly detail: RowDetail }
  | { readonly phase: 'failed'; readonly error: WorkerError };

/** The detail of the row that is open; on a new evaluation the former one stays until the new one is here. */
export function useRowDetail(): DetailPhase {
  const run = useEvaluationStore(lastResult)?.evaluation.run;
  const tab = useViewStore((state) => resultTabOf(state.tab));
  const row = useViewStore((state) => state.detailRow);
  const [state, setState] = useState<DetailPhase>({ phase: 'loading' });
  useEffect(() => {
    if (run === undefined || row === undefined) return;
    const controller = new AbortController();
    engine.request('detail', { run, tab, row }, { signal: controller.signal }).then(
      (detail) => setState({ phase: 'done', detail }),
      (error: unknown) => {
        if (!isCancelled(error)) setState({ phase: 'failed', error: asWorkerError(error) });
      },
    );
    return () => controller.abort();
  }, [run, tab, row]);
  return state;
}
