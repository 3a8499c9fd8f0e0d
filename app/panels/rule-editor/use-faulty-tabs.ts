import { toSegmentSpans } from '../../../rule-engine/index.ts';
import { useLasting } from '../../components/use-lasting.ts';
import { isUnchecked, type RuleState, useRuleStore } from '../../stores/rule/rule-store.ts';
import type { RuleTab } from '../../stores/rule/rule-tab.ts';

/** Milliseconds that an error stands before its tab tells of it: one of half a word does not. */
const settled = 700;

/** The tabs of the texts that have an error: it may lie in one that is not on screen. */
export function useFaultyTabs(): ReadonlySet<RuleTab> {
  const faulty = useRuleStore(faultySegments);
  const isShown = useLasting(faulty !== '', settled);
  return new Set(isShown ? (faulty.split(' ') as RuleTab[]) : []);
}

/** By name, so that the same ones again are no change. */
function faultySegments({ diagnostics, query }: RuleState): string {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error' && !isUnchecked(diagnostic));
  const parts = errors.flatMap(({ span }) => toSegmentSpans(query, span));
  return [...new Set(parts.map(({ segment }) => segment))].join(' ');
}
