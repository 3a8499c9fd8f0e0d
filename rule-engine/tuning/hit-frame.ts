import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import { ExecutionCache } from '../executor/execution-cache.ts';
import { MaskEvaluator } from '../executor/expression/masks.ts';
import { asBitmap, countWithin } from '../executor/expression/row-set.ts';
import { type Relation, rowsOf } from '../operators/relation.ts';
import type { ExclusionEffect } from './exclusion-candidate.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { conditionExpr } from './exclusion-kql.ts';
import { intersectionOf } from './intersections.ts';
import type { LabelRows } from './label-rows.ts';
import { ownValues } from './own-values.ts';

/** The hits of a run, numbered from 0, and the sets of them that conditions hold for: what exclusions are weighed by. */
export class HitFrame {
  /** The physical row of each hit, ascending. */
  readonly rows: Uint32Array;
  readonly TP: Bitmap;
  readonly FP: Bitmap;
  readonly unsure: Bitmap;
  private readonly place: Relation;
  private readonly labels: LabelRows;
  private readonly execution: Execution;
  /** Of its own: what is tried on a few hits must not push out what the rule's evaluation keeps. */
  private readonly masks: MaskEvaluator;
  private readonly known = new Map<string, Promise<Bitmap>>();

  /** @param place the columns where the exclusion will stand, and the hits as its rows */
  constructor(place: Relation, labels: LabelRows, execution: Execution) {
    this.rows = ascending(rowsOf(place));
    this.place = place;
    this.labels = labels;
    this.execution = execution;
    this.masks = new MaskEvaluator(new ExecutionCache(), () => execution.checkpoint());
    this.TP = this.setOf(labels.TP);
    this.FP = this.setOf(labels.FP);
    this.unsure = this.setOf(labels.unsure);
  }

  get length(): number {
    return this.rows.length;
  }

  /** Some of the hits in a frame of their own. */
  only(hits: Bitmap): HitFrame {
    const rows = hits.toRows().map((hit) => this.rows[hit]);
    return new HitFrame({ ...this.place, rows }, this.labels, this.execution);
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
    const sets: Bitmap[] = [];
    for (const condition of conditions) sets.push(await this.matching(condition));
    return intersectionOf(sets, this.length);
  }

  effect(taken: Bitmap): ExclusionEffect {
    const rows = taken.count();
    const fpRemoved = countWithin(this.FP, taken);
    const tpHidden = countWithin(this.TP, taken);
    const unsure = countWithin(this.unsure, taken);
    return { rows, fpRemoved, tpHidden, unsure, unlabelled: rows - fpRemoved - tpHidden - unsure };
  }

  private async evaluate(condition: ExclusionCondition): Promise<Bitmap> {
    const { schema, columns } = this.place;
    const expr = conditionExpr(condition, schema);
    const index = schema.findIndex(({ name }) => name === condition.column);
    const own = await ownValues(columns[index], this.rows, () => this.execution.checkpoint());
    const length = this.rows.length;
    const relation: Relation = {
      schema: [schema[index]],
      columns: [own],
      rows: undefined,
      physicalLength: length,
      space: this.execution.newSpace(),
      serialized: false,
    };
    const bound = await this.execution.bind(expr, relation);
    return asBitmap((await this.masks.mask(bound, { rows: undefined, length })).true, length);
  }
}

const sorted = new WeakMap<Uint32Array, Uint32Array>();

/** Rows in ascending order; the same list for the same rows. */
function ascending(rows: Uint32Array): Uint32Array {
  if (rows.every((row, i) => i === 0 || rows[i - 1] < row)) return rows;
  const known = sorted.get(rows) ?? rows.slice().sort();
  sorted.set(rows, known);
  return known;
}

/** The same for conditions that are the same. */
export function conditionKey({ column, operator, value }: ExclusionCondition): string {
  return `${column} ${operator} ${value}`;
}
