import { useEffect, useMemo, useState } from 'react';
import {
  compareTexts,
  composeQuery,
  deserializePlan,
  type Plan,
  type WeighedExclusion,
} from '../../../rule-engine/index.ts';
import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';
import { evaluatedExclusions } from '../../stores/evaluation/exclusion-names.ts';
import { useImpactStore } from '../../stores/evaluation/impact-store.ts';
import { literalKindAt } from '../../stores/evaluation/literal-kinds.ts';
import { planOfVersion } from '../../stores/review/version-plan.ts';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import type { KeptVersion } from '../../stores/rule/versions-store.ts';
import { useValidationStore } from '../../stores/validation/validation-store.ts';

/** What the evaluated text differs by from the pinned version; undefined until the version's plan is known. */
export function useChange(result: EvaluatedQuery | undefined, pinned: KeptVersion | undefined) {
  const compiled = useRuleStore((state) => state.compiled);
  const [planned, setPlanned] = useState<{ readonly of: KeptVersion; readonly plan: string | undefined }>();
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
    return compareTexts(
      { query: composeQuery(pinned.segments), plan: planOf(planned.plan) },
      { query: result.query, plan: planOf(plan) },
    );
  }, [result, pinned, planned, compiled]);
}

function planOf(text: string | undefined): Plan | undefined {
  return text === undefined ? undefined : deserializePlan(text);
}

/** The exclusions of the evaluated text and what each takes; undefined until they are weighed. */
export function useWeighed(result: EvaluatedQuery | undefined): readonly WeighedExclusion[] | undefined {
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

/** The patterns that find nothing; undefined until they are weighed. */
export function useDeadPatterns(result: EvaluatedQuery | undefined): readonly string[] | undefined {
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
export function useTests(result: EvaluatedQuery | undefined) {
  const hasTests = useRuleStore((state) => (state.rule?.tests?.tests.length ?? 0) > 0);
  const { state, last } = useValidationStore();
  return useMemo(() => {
    if (!hasTests || state.phase === 'failed') return undefined;
    if (state.phase !== 'done' || last?.text !== result?.query.text || !last) return 'running' as const;
    const failed = last.results.filter(({ passed }) => !passed).map(({ title }) => title);
    return { passed: last.results.length - failed.length, total: last.results.length, failed };
  }, [hasTests, state, last, result]);
}
