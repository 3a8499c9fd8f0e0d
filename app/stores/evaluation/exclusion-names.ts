import { useMemo } from 'react';
import { type Exclusion, type ExclusionCount, parseExclusions, segmentText } from '../../../rule-engine/index.ts';
import { useRuleStore } from '../rule/rule-store.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from './evaluation-store.ts';
import { hiddenTruePositives, useImpactStore } from './impact-store.ts';

let parsed: { readonly text: string; readonly exclusions: readonly Exclusion[] } = { text: '', exclusions: [] };

/** The exclusions of a text; while other segments are typed it stays the same. */
function exclusionsOf(text: string): readonly Exclusion[] {
  if (parsed.text !== text) parsed = { text, exclusions: parseExclusions(text) };
  return parsed.exclusions;
}

/** The exclusions of the text that was evaluated. */
export function evaluatedExclusions({ query }: EvaluatedQuery): readonly Exclusion[] {
  return exclusionsOf(segmentText(query, 'exclusions'));
}

/** The exclusion that a count is of, in the text that was evaluated. */
function evaluatedExclusion(result: EvaluatedQuery, count: ExclusionCount): Exclusion | undefined {
  const at = count.span.start - result.query.spans.exclusions.start;
  return evaluatedExclusions(result).find(
    ({ span, enabled }) => enabled && at >= span.start && at < span.start + span.length,
  );
}

/** The name of an exclusion, by its index in `Evaluation.exclusions`. */
export function exclusionName(result: EvaluatedQuery | undefined, index: number): string {
  const count = result?.evaluation.exclusions[index];
  const exclusion = result && count && evaluatedExclusion(result, count);
  return exclusion?.name ?? `Exclusion ${index + 1}`;
}

/** The names of all exclusions of a result, by their index. */
export function exclusionNames(result: EvaluatedQuery): readonly string[] {
  return result.evaluation.exclusions.map((_, index) => exclusionName(result, index));
}

export interface ExclusionWithCount {
  readonly exclusion: Exclusion;
  /** What it removes, as of the last evaluation. */
  readonly count: ExclusionCount | undefined;
  /** Rows labelled TP that it hides; 0 while that is not known. */
  readonly hidden: number;
}

/** The exclusions of the text in the editor, with what each removes as far as it is known. */
export function useExclusions(): readonly ExclusionWithCount[] {
  const text = useRuleStore((state) => state.segments.exclusions);
  const result = useEvaluationStore(lastResult);
  const weighed = useImpactStore((state) => state.weighed);
  const hidden = useMemo(() => hiddenTruePositives({ weighed }, result), [weighed, result]);
  return useMemo(() => {
    const counts = result ? countsByKey(result) : new Map<string, ExclusionCount>();
    const keyOf = keysInOrder();
    return exclusionsOf(text).map((exclusion) => {
      const count = exclusion.enabled ? counts.get(keyOf(exclusion)) : undefined;
      const index = count ? (result?.evaluation.exclusions.indexOf(count) ?? -1) : -1;
      return { exclusion, count, hidden: hidden[index] ?? 0 };
    });
  }, [text, result, hidden]);
}

function countsByKey(result: EvaluatedQuery): ReadonlyMap<string, ExclusionCount> {
  const keyOf = keysInOrder();
  return new Map(
    result.evaluation.exclusions.flatMap((count) => {
      const exclusion = evaluatedExclusion(result, count);
      return exclusion ? [[keyOf(exclusion), count]] : [];
    }),
  );
}

/** Tells exclusions of a newer and an older text apart though their places moved: the first of a name, the second, … */
function keysInOrder(): (exclusion: Exclusion) => string {
  const seen = new Map<string, number>();
  return ({ name }) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return `${number} ${name}`;
  };
}
