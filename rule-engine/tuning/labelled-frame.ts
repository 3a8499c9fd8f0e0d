import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Domain } from '../executor/expression/domain.ts';
import { countWithin } from '../executor/expression/row-set.ts';
import type { Relation } from '../operators/relation.ts';
import type { LabelCounts } from './label.ts';
import type { LabelRows } from './label-rows.ts';

/** The labelled rows of a relation in a frame of their own: what labels are counted in, however many rows there are. */
export class LabelledFrame {
  readonly domain: Domain;
  private readonly TP: Bitmap;
  private readonly FP: Bitmap;
  private readonly unsure: Bitmap;

  /** @param relation whose rows are labelled rows */
  constructor(relation: Relation, labels: LabelRows, execution: Execution) {
    this.domain = execution.domainOf(relation);
    this.TP = this.framed(labels.TP);
    this.FP = this.framed(labels.FP);
    this.unsure = this.framed(labels.unsure);
  }

  get isEmpty(): boolean {
    return this.domain.frame.length === 0;
  }

  /** The labels of `total` rows of which the labelled ones are `set`, positions in the frame. */
  count(total: number, set: Bitmap): LabelCounts {
    const TP = countWithin(this.TP, set);
    const FP = countWithin(this.FP, set);
    const unsure = countWithin(this.unsure, set);
    return { TP, FP, unsure, unlabelled: total - TP - FP - unsure };
  }

  private framed(physical: Bitmap): Bitmap {
    const { rows, length } = this.domain.frame;
    if (rows === undefined) return physical;
    const set = new Bitmap(length);
    for (let i = 0; i < length; i++) if (physical.has(rows[i])) set.add(i);
    return set;
  }
}
