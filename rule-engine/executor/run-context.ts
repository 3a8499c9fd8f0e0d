import type { Catalogue } from './catalogue.ts';
import type { ExecutionCache } from './execution-cache.ts';

/** What an evaluation is given besides its plan. */
export interface RunContext {
  readonly catalogue: Catalogue;
  /** The evaluation clock in datetime ticks. */
  readonly now: bigint;
  /**
   * Called by long loops between blocks of work: resolves at once, or after other messages were handled, and rejects
   * when the run was cancelled.
   */
  readonly checkpoint: () => Promise<void>;
  /** What earlier runs over the same tables kept; without it each run starts afresh. */
  readonly cache?: ExecutionCache;
  /** The most bytes that the results of one run may take. Without it 1 GiB. */
  readonly memoryBudget?: number;
}
