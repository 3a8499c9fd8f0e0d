import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type ComposedQuery,
  compareTexts,
  composeQuery,
  type Plan,
  type ReviewFacts,
  type SourceReport,
  type TuningMetrics,
  textDigest,
  type WeighedExclusion,
} from '../../../rule-engine/index.ts';
import { useAnswer } from '../../stores/answers/engine-answer.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import { evaluatedExclusions } from '../../stores/evaluation/exclusion-names.ts';
import { useImpactStore } from '../../stores/evaluation/impact-store.ts';
import { literalKindAt } from '../../stores/evaluation/literal-kinds.ts';
import { useEventsStore } from '../../stores/events/events-store.ts';
import type { Comparison } from '../../stores/review/comparison.ts';
import { usePinnedVersion } from '../../stores/review/pinned-version.ts';
import { planOfVersion } from '../../stores/review/version-plan.ts';
import { useClockStore } from '../../stores/rule/clock-store.ts';
import { isUnchecked, useRuleStore } from '../../stores/rule/rule-store.ts';
import type { KeptVersion } from '../../stores/rule/versions-store.ts';
import { useValidationStore } from '../../stores/validation/validation-store.ts';

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
    const difference = comparison.phase === 'done' ? comparison.difference : undefined;
    const titles = comparison.phase === 'done' ? comparison.titles : [];
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
        sources: sources.map((source) => ({ name: source.name, rows: rowsOf(source) })),
        notices: result.evaluation.notices,
        metrics,
        difference: difference && {
          ...difference,
          edits: difference.edits.map((edit, index) => ({ ...edit, title: titles[index] })),
          metrics: difference.metrics.other,
        },
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

function rowsOf({ tables }: SourceReport): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** What the evaluated text differs by from the pinned version; undefined until the version's plan is known. */
function useChange(result: EvaluatedQuery | undefined, pinned: KeptVersion | undefined) {
  const compiled = useRuleStore((state) => state.compiled);
  const [planned, setPlanned] = useState<{ readonly of: KeptVersion; readonly plan: Plan | undefined }>();
  useEffect(() => {
    if (!pinned) return;
    planOfVersion(pinned).then(
      (plan) => setPlanned({ of: pinned, plan }),
      () => setPlanned({ of: pinned, plan: undefined }),
    );
  }, [pinned]);
  return useMemo(() => {
    if (!result || !pinned || planned?.of !== pinned) return undefined;
    const plan = compiled?.query.text === result.query.text ? compiled.plan : undefined;
    const before = { query: composeQuery(pinned.segments), plan: planned.plan };
    return compareTexts(before, { query: result.query, plan });
  }, [result, pinned, planned, compiled]);
}

/** The exclusions of the evaluated text and what each takes; undefined until they are weighed. */
function useWeighed(result: EvaluatedQuery | undefined): readonly WeighedExclusion[] | undefined {
  const weighed = useImpactStore((state) => state.weighed);
  return useMemo(() => {
    if (!result || weighed?.result !== result) return undefined;
    const { query, evaluation } = result;
    return evaluatedExclusions(result).map((exclusion) => {
      const start = query.spans.exclusions.start + exclusion.span.start;
      const end = start + exclusion.span.length;
      const index = evaluation.exclusions.findIndex(({ span }) => span.start >= start && span.start < end);
      const impact = exclusion.enabled ? weighed.report.exclusions.find((each) => each.exclusion === index) : undefined;
      const { removed } = evaluation.exclusions[index] ?? {};
      return { exclusion, takes: impact && { rows: removed ?? 0, labels: impact.labels, dead: impact.dead } };
    });
  }, [result, weighed]);
}

function useDeadPatterns(result: EvaluatedQuery | undefined): readonly string[] | undefined {
  const weighed = useImpactStore((state) => state.weighed);
  return useMemo(() => {
    if (!result || weighed?.result !== result) return undefined;
    const dead = weighed.report.patterns
      .filter((pattern) => pattern.dead && pattern.role === 'pattern')
      .map(({ literal }) => result.evaluation.literals[literal])
      .filter(({ span }) => literalKindAt(result, span) === 'detection');
    return [...new Set(dead.map(({ text }) => text))];
  }, [result, weighed]);
}

/** What the rule's tests say of the evaluated text; undefined where there are none or they could not run. */
function useTests(result: EvaluatedQuery | undefined) {
  const hasTests = useRuleStore((state) => (state.rule?.tests?.tests.length ?? 0) > 0);
  const { state, last } = useValidationStore();
  return useMemo(() => {
    if (!hasTests || state.phase === 'failed') return undefined;
    if (state.phase !== 'done' || last?.text !== result?.query.text || !last) return 'running' as const;
    const failed = last.results.filter(({ passed }) => !passed).map(({ title }) => title);
    return { passed: last.results.length - failed.length, total: last.results.length, failed };
  }, [hasTests, state, last, result]);
}
