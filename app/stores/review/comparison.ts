import { useEffect, useMemo, useState } from 'react';
import {
  composeQuery,
  type DifferenceRows,
  type RuleDifference,
  type WorkerError,
} from '../../../rule-engine/index.ts';
import { useAnswer } from '../answers/engine-answer.ts';
import { asWorkerError } from '../answers/worker-error.ts';
import { lastResult, useEvaluationStore } from '../evaluation/evaluation-store.ts';
import { type ShownDifference, useShownDifference } from '../view/shown-difference.ts';
import { useViewStore } from '../view/view-store.ts';
import { editTitles } from './edit-titles.ts';
import { usePinnedVersion } from './pinned-version.ts';
import { planOfVersion } from './version-plan.ts';

export type Comparison =
  /** The text is the baseline's. */
  | { readonly phase: 'same' }
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'done';
      readonly run: number;
      readonly difference: RuleDifference;
      /** What each of `difference.edits` is called. */
      readonly titles: readonly string[];
    }
  | { readonly phase: 'failed'; readonly error: WorkerError };

/** The last result against the pinned version. */
export function useComparison(): Comparison {
  const pinned = usePinnedVersion();
  const result = useEvaluationStore(lastResult);
  const other = useMemo(() => pinned && composeQuery(pinned.segments), [pinned]);
  const isSame = other !== undefined && result?.query.text === other.text;
  const [compiled, setCompiled] = useState<{ of: string; plan: string | undefined; error?: WorkerError }>();
  useEffect(() => {
    if (!pinned || isSame) return;
    const of = composeQuery(pinned.segments).text;
    planOfVersion(pinned).then(
      (plan) => setCompiled({ of, plan }),
      (error: unknown) => setCompiled({ of, plan: undefined, error: asWorkerError(error) }),
    );
  }, [pinned, isSame]);
  const params = useMemo(() => {
    if (!result || !other || isSame || compiled?.of !== other.text || !compiled.plan) return undefined;
    const { run } = result.evaluation;
    return { run, other: { plan: compiled.plan, exclusions: other.spans.exclusions } };
  }, [result, other, isSame, compiled]);
  const answer = useAnswer('compare', params, params);
  const difference = answer.phase === 'done' && answer.about === params ? answer.result : undefined;
  const titles = useMemo(
    () => (difference && result && other ? editTitles(difference.edits, result.query, other) : []),
    [difference, result, other],
  );
  if (isSame) return { phase: 'same' };
  if (compiled !== undefined && compiled.of === other?.text && !compiled.plan) {
    const error = compiled.error ?? { code: 'no-plan', message: 'The pinned version has an error in its text' };
    return { phase: 'failed', error };
  }
  if (answer.phase === 'failed') return { phase: 'failed', error: answer.error };
  if (!difference || !params) return { phase: 'loading' };
  return { phase: 'done', run: params.run, difference, titles };
}

/** What the grid needs to mark the rows of a comparison. */
function differenceOf(comparison: Comparison): ShownDifference | undefined {
  if (comparison.phase !== 'done') return undefined;
  const { run, difference, titles } = comparison;
  const edits = difference.edits.map(({ span }, index) => ({ title: titles[index], span }));
  return { run, comparison: difference.comparison, edits };
}

/** Shows in the grid rows of a comparison with the version of a name. */
export function showDifferenceRows(
  comparison: Comparison & { readonly phase: 'done' },
  { rowSet }: Pick<DifferenceRows, 'rowSet'>,
  title: string,
  against: string,
): void {
  const { showAmong } = useViewStore.getState().actions;
  const difference = differenceOf(comparison);
  showAmong({ run: comparison.run, rowSet, tab: 'all', title: `${title}, against “${against}”`, difference });
}

/** Marks a comparison's rows in the grid while the caller is on screen. */
export function useMarkedInGrid(comparison: Comparison): void {
  const { phase } = comparison;
  const isShown = phase === 'loading' || phase === 'done';
  const difference = phase === 'done' ? comparison.difference : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the comparison is what its difference is.
  useEffect(
    () => useShownDifference.setState({ isShown, difference: differenceOf(comparison) }),
    [isShown, difference],
  );
  useEffect(() => () => useShownDifference.setState({ isShown: false, difference: undefined }), []);
}
