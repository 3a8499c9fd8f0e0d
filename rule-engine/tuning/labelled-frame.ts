import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Domain } from '../executor/expression/domain.ts';
import type { RowSet } from '../executor/expression/row-set.ts';
import type { Relation } from '../operators/relation.ts';
import type { LabelCounts } from './label.ts';
import { type LabelRows, labelledRows } from './label-rows.ts';
import { bitmapOf, withRows } from './rule-run.ts';

/** The labelled rows of a relation, numbered: what labels are counted in, however many rows there are. */
export class LabelledFrame {
  /** The labelled rows as a domain of their own; those that are not of the relation are no members. */
  readonly domain: Domain;
  private readonly rows: Uint32Array;
  private readonly labels: LabelRows;

  constructor(relation: Relation, labels: LabelRows, execution: Execution) {
    this.rows = labelledRows(labels);
    this.labels = labels;
    const { frame } = execution.domainOf({ ...withRows(relation, this.rows), serialized: false });
    const reached = bitmapOf(relation);
    const members = new Bitmap(frame.length);
    for (const [i, row] of this.rows.entries()) {
      if (reached.has(row)) members.add(frame.rows === undefined ? row : i);
    }
    this.domain = { frame, members };
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** The labels of `total` rows of which the labelled ones are in `set`: positions in the frame. */
  count(total: number, set: RowSet): LabelCounts {
    const { rows: framed } = this.domain.frame;
    const inSet = set instanceof Bitmap ? set : Bitmap.fromRows(this.domain.frame.length, set);
    const counts = { TP: 0, FP: 0, unsure: 0 };
    for (const [i, row] of this.rows.entries()) {
      if (!inSet.has(framed === undefined ? row : i)) continue;
      if (this.labels.TP.has(row)) counts.TP++;
      else if (this.labels.FP.has(row)) counts.FP++;
      else counts.unsure++;
    }
    return { ...counts, unlabelled: total - counts.TP - counts.FP - counts.unsure };
  }
}
