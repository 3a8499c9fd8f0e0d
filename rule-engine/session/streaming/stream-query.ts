import type { Span } from '../../base/span.ts';
import type { EvaluationClock } from '../../ingest/evaluation-clock.ts';
import type { Plan } from '../../plan/plan.ts';

/** What a stream is evaluated by. */
export interface StreamQuery {
  readonly plan: Plan;
  /** The exclusions' place in the query's text. */
  readonly exclusions: Span;
  readonly clock: EvaluationClock;
}

/** How far a stream is, and what it has found. */
export interface StreamProgress {
  /** The newest event is looked for first where the rule reads the evaluation clock. */
  readonly phase: 'newest event' | 'rows';
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
  readonly hits: number;
  readonly nearMisses: number;
}
