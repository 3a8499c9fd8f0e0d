import { create } from 'zustand';
import type { ImpactReport, WorkerError } from '../../../rule-engine/index.ts';
import { engine } from '../../workers/engine.ts';
import { isReplaced } from '../answers/engine-answer.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import type { EvaluatedQuery } from './evaluation-store.ts';
import { afterEachRun } from './follow-run.ts';

interface ImpactState {
  /** Of the newest result that was weighed; its indexes are of that result. */
  readonly weighed: { readonly result: EvaluatedQuery; readonly report: ImpactReport } | undefined;
  readonly error: WorkerError | undefined;
}

/** What each literal and each exclusion does, with labels. */
export const useImpactStore = create<ImpactState>()(() => ({ weighed: undefined, error: undefined }));

/** Weighs each result; the newest wins. Returns how to stop. */
export function followImpact(): () => void {
  return afterEachRun(250, async (result) => {
    try {
      const report = await engine.latest('impact', { run: result.evaluation.run });
      useImpactStore.setState({ weighed: { result, report }, error: undefined });
    } catch (error) {
      if (!isReplaced(error)) useImpactStore.setState({ error: asWorkerError(error) });
    }
  });
}

/** The rows labelled TP that each exclusion of a result removes; empty while they are not known. */
export function hiddenTruePositives(
  { weighed }: Pick<ImpactState, 'weighed'>,
  result: EvaluatedQuery | undefined,
): readonly number[] {
  if (!weighed || weighed.result !== result) return [];
  return weighed.report.exclusions.map(({ labels }) => labels.TP);
}
