import { useMemo } from 'react';
import { type Exclusion, type ExclusionCount, parseExclusions } from '../../rule-engine/index.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from './evaluation-store.ts';
import { useRuleStore } from './rule-store.ts';

const parsed = new WeakMap<EvaluatedQuery, readonly Exclusion[]>();

/** The exclusions of the text that was evaluated. */
function evaluatedExclusions(result: EvaluatedQuery): readonly Exclusion[] {
  const known = parsed.get(result);
  if (known) return known;
  const { start, length } = result.query.spans.exclusions;
  const exclusions = parseExclusions(result.query.text.slice(start, start + length));
  parsed.set(result, exclusions);
  return exclusions;
}

/** The name of an exclusion, by its index in `Evaluation.exclusions`. */
export function exclusionName(result: EvaluatedQuery | undefined, index: number): string {
  const count = result?.evaluation.exclusions[index];
  if (!result || !count) return `Exclusion ${index + 1}`;
  const at = count.span.start - result.query.spans.exclusions.start;
  const exclusion = evaluatedExclusions(result).find(
    ({ span, enabled }) => enabled && at >= span.start && at < span.start + span.length,
  );
  return exclusion?.name ?? `Exclusion ${index + 1}`;
}

export function useExclusionName(index: number): string {
  return useEvaluationStore((state) => exclusionName(lastResult(state), index));
}

export interface ExclusionWithCount {
  readonly exclusion: Exclusion;
  /** What it removes, as of the last evaluation in which an exclusion had its name. */
  readonly count: ExclusionCount | undefined;
}

/** The exclusions of the text in the editor, with what each removes as far as it is known. */
export function useExclusions(): readonly ExclusionWithCount[] {
  const text = useRuleStore((state) => state.segments.exclusions);
  const result = useEvaluationStore(lastResult);
  return useMemo(() => {
    const counts = new Map(result?.evaluation.exclusions.map((count, index) => [exclusionName(result, index), count]));
    return parseExclusions(text).map((exclusion) => ({
      exclusion,
      count: exclusion.enabled ? counts.get(exclusion.name) : undefined,
    }));
  }, [text, result]);
}
