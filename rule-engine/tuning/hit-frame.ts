import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import { asBitmap, countWithin } from '../executor/expression/row-set.ts';
import { type Relation, rowsOf } from '../operators/relation.ts';
import type { ExclusionEffect } from './exclusion-candidate.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { conditionExpr } from './exclusion-kql.ts';
import type { LabelRows } from './label-rows.ts';

/** The hits of a run, numbered from 0, and the sets of them that conditions hold for: what exclusions are weighed by. */
export class HitFrame {
  /** The physical row of each hit, ascending. */
  readonly rows: Uint32Array;
  readonly TP: Bitmap;
  readonly FP: Bitmap;
  readonly unsure: Bitmap;
  private readonly place: Relation;
  private readonly execution: Execution;
  private readonly known = new Map<string, Promise<Bitmap>>();

  /** @param place the columns where the exclusion will stand, and the hits as its rows */
  constructor(place: Relation, labels: LabelRows, execution: Execution) {
    this.rows = rowsOf(place).slice().sort();
    this.place = { ...place, rows: this.rows };
    this.execution = execution;
    this.TP = this.setOf(labels.TP);
    this.FP = this.setOf(labels.FP);
    this.unsure = this.setOf(labels.unsure);
  }

  get length(): number {
    return this.rows.length;
  }

  /** A set of physical rows as a set of hits. */
  setOf(physical: Bitmap): Bitmap {
    const set = new Bitmap(this.rows.length);
    for (let i = 0; i < this.rows.length; i++) if (physical.has(this.rows[i])) set.add(i);
    return set;
  }

  /** The hits that a condition holds for. */
  matching(condition: ExclusionCondition): Promise<Bitmap> {
    const key = conditionKey(condition);
    let set = this.known.get(key);
    if (set === undefined) {
      set = this.evaluate(condition);
      this.known.set(key, set);
    }
    return set;
  }

  /** The hits that all conditions hold for. */
  async matchingAll(conditions: readonly ExclusionCondition[]): Promise<Bitmap> {
    let all = Bitmap.full(this.length);
    for (const condition of conditions) all = all.and(await this.matching(condition));
    return all;
  }

  effect(taken: Bitmap): ExclusionEffect {
    const rows = taken.count();
    const fpRemoved = countWithin(this.FP, taken);
    const tpHidden = countWithin(this.TP, taken);
    const unsure = countWithin(this.unsure, taken);
    return { rows, fpRemoved, tpHidden, unsure, unlabelled: rows - fpRemoved - tpHidden - unsure };
  }

  private async evaluate(condition: ExclusionCondition): Promise<Bitmap> {
    const bound = await this.execution.bind(conditionExpr(condition, this.place.schema), this.place);
    const { frame } = this.execution.domainOf(this.place);
    const { true: isTrue } = await this.execution.mask(bound, frame);
    const set = asBitmap(isTrue, frame.length);
    return frame.rows === undefined ? this.setOf(set) : set;
  }
}

/** The same for conditions that are the same. */
export function conditionKey({ column, operator, value }: ExclusionCondition): string {
  return `${column} ${operator} ${value}`;
}
