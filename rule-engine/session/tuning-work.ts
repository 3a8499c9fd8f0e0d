import type { Execution } from '../executor/execution.ts';
import type { LabelRows } from '../tuning/label-rows.ts';
import type { Run } from './run.ts';

/** A run under a request: its labels, and an execution that the request can cancel. */
export interface Work {
  readonly run: Run;
  readonly labels: LabelRows;
  readonly execution: Execution;
}

/** Finds a run to work on. @throws QueryError `stale-run` */
export type TuningWork = (run: number, signal: AbortSignal) => Promise<Work>;
