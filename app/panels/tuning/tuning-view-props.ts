import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';

/** What is drawn over time: hits and excluded rows, all events, or the rows of one literal or exclusion, by its index. */
export type TrendChoice = 'verdict' | 'all' | `literal ${number}` | `exclusion ${number}`;

/** What each view of the tuning panel is given: the last good evaluation, and what it shows over time. */
export interface TuningViewProps {
  readonly result: EvaluatedQuery;
  readonly trend: TrendChoice;
  /** Shows something over time. */
  readonly onTrend: (choice: TrendChoice) => void;
}

/** What `trend` is asked with, so that every view asks for the same. */
export const trendResolution = { bins: 60 };
