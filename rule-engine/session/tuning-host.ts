import type { Checkpoint } from '../base/checkpoint.ts';
import type { Span } from '../base/span.ts';
import type { Workspace } from '../ingest/workspace.ts';
import type { EventLabels } from './event-labels.ts';
import type { View } from './protocol/view.ts';
import type { RowSets } from './row-sets.ts';
import type { Run } from './run.ts';

/** A run and what it was asked with. */
export interface EvaluatedRun {
  readonly run: Run;
  /** The exclusions' place in the query's text. */
  readonly exclusions: Span;
}

/** What the tuning methods need of the engine session. */
export interface TuningHost {
  readonly workspace: Workspace;
  readonly labels: EventLabels;
  readonly rowSets: RowSets;
  /** @throws QueryError `stale-run` */
  evaluatedRun(id: number): EvaluatedRun;
  /** The rows of a view after its filters, in no particular order. */
  membersOf(view: View, checkpoint: Checkpoint): Promise<Uint32Array>;
}
