import { useEffect, useMemo, useState } from 'react';
import { composeQuery, type Plan, type RuleDifference, type WorkerError } from '../../rule-engine/index.ts';
import { pinnedVersion, planOfVersion, sameSegments, useBaselineStore } from './baseline-store.ts';
import { useAnswer } from './engine-answer.ts';
import { lastResult, useEvaluationStore } from './evaluation-store.ts';
import { useRuleStore } from './rule-store.ts';
import { asWorkerError } from './worker-error.ts';

export type Comparison =
  /** The text is the baseline's. */
  | { readonly phase: 'same' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'done'; readonly run: number; readonly difference: RuleDifference }
  | { readonly phase: 'failed'; readonly error: WorkerError };

/** The last result against the pinned version. */
export function useComparison(): Comparison {
  const pinned = usePinnedVersion();
  const result = useEvaluationStore(lastResult);
  const run = result?.evaluation.run;
  const other = useMemo(() => pinned && composeQuery(pinned.segments), [pinned]);
  const isSame = other !== undefined && result?.query.text === other.text;
  const [compiled, setCompiled] = useState<{ of: string; plan: Plan | undefined; error?: WorkerError }>();
  useEffect(() => {
    if (!pinned || isSame) return;
    const of = composeQuery(pinned.segments).text;
    planOfVersion(pinned).then(
      (plan) => setCompiled({ of, plan }),
      (error: unknown) => setCompiled({ of, plan: undefined, error: asWorkerError(error) }),
    );
  }, [pinned, isSame]);
  const params = useMemo(() => {
    if (run === undefined || !other || isSame || compiled?.of !== other.text || !compiled.plan) return undefined;
    return { run, other: { plan: compiled.plan, exclusions: other.spans.exclusions } };
  }, [run, other, isSame, compiled]);
  const answer = useAnswer('compare', params, params);
  if (isSame) return { phase: 'same' };
  if (compiled !== undefined && compiled.of === other?.text && !compiled.plan) {
    const error = compiled.error ?? { code: 'no-plan', message: 'The pinned version has an error in its text' };
    return { phase: 'failed', error };
  }
  if (answer.phase === 'failed') return { phase: 'failed', error: answer.error };
  if (answer.phase === 'loading' || !params || answer.about !== params) return { phase: 'loading' };
  return { phase: 'done', run: params.run, difference: answer.result };
}

/** The pinned version; the same object while it is the same. */
export function usePinnedVersion(): ReturnType<typeof pinnedVersion> {
  const versions = useBaselineStore((state) => state.versions);
  const pinned = useBaselineStore((state) => state.pinned);
  const shipped = useRuleStore((state) => state.rule?.shippedSegments);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shipped text is one of the versions.
  return useMemo(() => pinnedVersion({ versions, pinned }), [versions, pinned, shipped]);
}

/** True when the editors hold the pinned version. */
export function useIsAtBaseline(): boolean {
  const pinned = usePinnedVersion();
  const segments = useRuleStore((state) => state.segments);
  return pinned !== undefined && sameSegments(pinned.segments, segments);
}
