import type { EvaluatedQuery } from '../../stores/evaluation-store.ts';

/** What each view of the tuning panel is given: the last good evaluation. */
export interface TuningViewProps {
  readonly result: EvaluatedQuery;
}
