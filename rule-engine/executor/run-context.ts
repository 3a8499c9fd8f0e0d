import type { Table } from '../columnar/table.ts';

/** The loaded tables, by exact name. */
export interface Catalogue {
  table(name: string): Table | undefined;
}

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
}
