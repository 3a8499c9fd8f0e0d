import { useEffect, useMemo, useRef } from 'react';
import {
  type ComposedQuery,
  composeQuery,
  type ReviewFacts,
  type TuningMetrics,
  textDigest,
} from '../../../rule-engine/index.ts';
import { useAnswer } from '../../stores/answers/engine-answer.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { loadedRows, useEventsStore } from '../../stores/events/events-store.ts';
import type { Comparison } from '../../stores/review/comparison.ts';
import { usePinnedVersion } from '../../stores/review/pinned-version.ts';
import { useClockStore } from '../../stores/rule/clock-store.ts';
import { isUnchecked, useRuleStore } from '../../stores/rule/rule-store.ts';
import { useChange, useDeadPatterns, useTests, useWeighed } from './use-review-parts.ts';

/** A review of the newest result for which all is known. */
export interface Review {
  readonly facts: ReviewFacts;
  readonly result: EvaluatedQuery;
  /** The query that it is compared with. */
  readonly base: ComposedQuery;
  readonly comparison: Comparison;
}

export type ReviewState =
  | { readonly phase: 'loading'; readonly last: Review | undefined }
  | { readonly phase: 'done'; readonly last: Review }
  | { readonly phase: 'failed'; readonly message: string; readonly last: Review | undefined };

/** What is known of the rule's text, and of its change from the pinned version; the former review stays while it is found out. */
export function useReview(comparison: Comparison): ReviewState {
  const result = useEvaluationStore(lastResult);
  const text = useRuleStore((state) => state.query.text);
  const params = useMemo(() => result && { run: result.evaluation.run }, [result]);
  const metrics = useAnswer('metrics', params, result);
  const measured = metrics.phase === 'done' && metrics.about === result ? metrics.result : undefined;
  const review = useFacts(result, comparison, measured);
  const last = useRef<Review>(undefined);
  useEffect(() => {
    if (review) last.current = review;
  }, [review]);
  const shown = review ?? last.current;
  if (metrics.phase === 'failed') return { phase: 'failed', message: metrics.error.message, last: shown };
  return review && result?.query.text === text ? { phase: 'done', last: review } : { phase: 'loading', last: shown };
}

function useFacts(
  result: EvaluatedQuery | undefined,
  comparison: Comparison,
  metrics: TuningMetrics | undefined,
): Review | undefined {
  const rule = useRuleStore((state) => state.rule);
  const diagnostics = useRuleStore((state) => state.diagnostics);
  const pinned = usePinnedVersion();
  const base = useMemo(() => pinned && composeQuery(pinned.segments), [pinned]);
  const change = useChange(result, pinned);
  const exclusions = useWeighed(result);
  const deadPatterns = useDeadPatterns(result);
  const tests = useTests(result);
  const sources = useEventsStore((state) => state.sources);
  const clock = useClockStore((state) => state.clock.kind);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a comparison is what its phase and its difference are.
  return useMemo((): Review | undefined => {
    if (
      !rule ||
      !result ||
      !metrics ||
      !pinned ||
      !base ||
      !change ||
      !exclusions ||
      !deadPatterns ||
      tests === 'running'
    ) {
      return undefined;
    }
    if (comparison.phase === 'loading') return undefined;
    const facts: ReviewFacts = {
      rule: rule.metadata,
      digest: textDigest(result.query.text),
      against: { name: pinned.name, digest: textDigest(base.text) },
      change,
      diagnostics: diagnostics.some(isUnchecked) ? undefined : diagnostics,
      tests,
      evaluated: {
        now: result.evaluation.now,
        clock,
        sources: sources.map((source) => ({ name: source.name, rows: loadedRows(source) })),
        notices: result.evaluation.notices,
        metrics,
        difference: titledDifference(comparison),
        incomparable: comparison.phase === 'failed' ? comparison.error.message : undefined,
        exclusions,
        deadPatterns,
      },
    };
    return { facts, result, base, comparison };
  }, [
    rule,
    result,
    metrics,
    pinned,
    base,
    change,
    exclusions,
    deadPatterns,
    tests,
    comparison.phase,
    comparison.phase === 'done' && comparison.difference,
    diagnostics,
    sources,
    clock,
  ]);
}

function titledDifference(comparison: Comparison) {
  if (comparison.phase !== 'done') return undefined;
  const { difference, titles } = comparison;
  const edits = difference.edits.map((edit, index) => ({ ...edit, title: titles[index] }));
  return { ...difference, edits, metrics: difference.metrics.other };
}
