import type { EvaluateParams } from '../../../rule-engine/index.ts';
import { useClockStore } from './clock-store.ts';
import { useRuleStore } from './rule-store.ts';

/** The query that is evaluated now. Throws while the rule has no plan yet. */
export function currentQuery(): Pick<EvaluateParams, 'plan' | 'exclusions' | 'clock'> {
  const { compiled } = useRuleStore.getState();
  if (compiled === undefined) throw new Error('The rule has no plan yet: open the file again once it has no error');
  const { plan, query } = compiled;
  return { plan, exclusions: query.spans.exclusions, clock: useClockStore.getState().clock };
}
