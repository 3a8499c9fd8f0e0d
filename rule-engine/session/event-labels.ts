import type { Checkpoint } from '../base/checkpoint.ts';
import { NOWHERE } from '../base/span.ts';
import type { Table } from '../columnar/table.ts';
import { invalid } from '../diagnostics/diagnostic.ts';
import type { Workspace } from '../ingest/workspace.ts';
import { EventFingerprints } from '../tuning/event-fingerprint.ts';
import { findLabelledRows } from '../tuning/find-labelled-rows.ts';
import type { EventLabel, LabelChange } from '../tuning/label.ts';
import type { RowLabel } from '../tuning/label-file.ts';
import { type LabelRows, labelRows, noLabels } from '../tuning/label-rows.ts';
import { LabelStore } from '../tuning/label-store.ts';
import type { Run } from './run.ts';

/** The labels of the loaded events: by fingerprint, and those by row that still wait for their rows. */
export class EventLabels {
  readonly store = new LabelStore();
  private readonly workspace: Workspace;
  private waiting: readonly RowLabel[] = [];
  private searched = new WeakSet<Table>();
  private readonly fingerprints = new WeakMap<Table, Promise<EventFingerprints>>();
  private readonly rows = new WeakMap<Table, { readonly version: number; readonly labels: LabelRows }>();

  constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  /** The labels that wait for their rows. */
  get waitingCount(): number {
    return this.waiting.length;
  }

  /** Takes labels by row, and gives those whose rows are loaded to their events. */
  async await(labels: readonly RowLabel[], checkpoint: Checkpoint): Promise<readonly LabelChange[]> {
    this.waiting = [...this.waiting, ...labels];
    this.searched = new WeakSet();
    return this.settle(checkpoint);
  }

  /** Gives waiting labels to events that were loaded since. */
  async settle(checkpoint: Checkpoint): Promise<readonly LabelChange[]> {
    const changes: LabelChange[] = [];
    for (const { name } of this.workspace.tables()) {
      const table = this.workspace.table(name);
      if (table === undefined || this.waiting.length === 0 || this.searched.has(table)) continue;
      const found = await findLabelledRows(this.waiting, table, checkpoint);
      this.searched.add(table);
      if (found.size === 0) continue;
      const fingerprints = await this.fingerprintsOf(name, table, checkpoint);
      const labels: [string, EventLabel][] = [...found].map(([{ label }, row]) => [fingerprints.of(row), label]);
      changes.push(...this.store.set(labels.filter(([fingerprint]) => !this.store.knows(fingerprint))));
      this.waiting = this.waiting.filter((label) => !found.has(label));
    }
    return changes;
  }

  /** The labels of the rows that a run began with. */
  async rowsOf(run: Run, checkpoint: Checkpoint): Promise<LabelRows> {
    await this.settle(checkpoint);
    const table = this.tableOf(run);
    if (table === undefined || this.store.isEmpty) return noLabels(run.base.physicalLength);
    const known = this.rows.get(table);
    if (known?.version === this.store.version) return known.labels;
    const { version } = this.store;
    const fingerprints = await this.fingerprintsOf(run.baseTable ?? '', table, checkpoint);
    const labels = labelRows(this.store, fingerprints, table.length);
    this.rows.set(table, { version, labels });
    return labels;
  }

  /** The fingerprints of the rows that a run began with. @throws QueryError where they are of no loaded table */
  async fingerprintsFor(run: Run, checkpoint: Checkpoint): Promise<EventFingerprints> {
    const table = this.tableOf(run);
    if (table === undefined) {
      throw invalid('not-traceable', 'These rows are of no loaded table: they have no labels', NOWHERE);
    }
    return this.fingerprintsOf(run.baseTable ?? '', table, checkpoint);
  }

  /** The table that a run began with, while it is still loaded as it was. */
  tableOf(run: Run): Table | undefined {
    const table = run.baseTable === undefined ? undefined : this.workspace.table(run.baseTable);
    return table?.length === run.base.physicalLength ? table : undefined;
  }

  private async fingerprintsOf(name: string, table: Table, checkpoint: Checkpoint): Promise<EventFingerprints> {
    let making = this.fingerprints.get(table);
    if (making === undefined) {
      making = EventFingerprints.of(name, table, checkpoint);
      this.fingerprints.set(table, making);
    }
    try {
      return await making;
    } catch (error) {
      this.fingerprints.delete(table);
      throw error;
    }
  }
}
