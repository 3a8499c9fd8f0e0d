import { Bitmap } from '../columnar/bitmap.ts';
import type { ExclusionEffect } from './exclusion-candidate.ts';
import type { HitFrame } from './hit-frame.ts';

/**
 * Hits in classes: those for which the same of some conditions hold, and that are labelled and chosen alike. What the
 * conditions take together is told by classes, of which there are few, however many the hits are.
 */
export class HitClasses {
  /** For each condition the classes that it takes. */
  readonly sets: readonly Bitmap[];
  private readonly rows: Uint32Array;
  private readonly TP: Bitmap;
  private readonly FP: Bitmap;
  private readonly unsure: Bitmap;
  private readonly chosen: Bitmap;

  /** @param conditions for each condition the hits that it takes */
  constructor(frame: HitFrame, conditions: readonly Bitmap[], chosen: Bitmap) {
    const classOf = new Uint32Array(frame.length);
    const sets = [...conditions, frame.TP, frame.FP, frame.unsure, chosen];
    let count = 1;
    for (const set of sets) count = split(classOf, count, set);
    this.rows = new Uint32Array(count);
    const example = new Uint32Array(count);
    for (let hit = 0; hit < classOf.length; hit++) {
      this.rows[classOf[hit]]++;
      example[classOf[hit]] = hit;
    }
    const classesOf = (hits: Bitmap): Bitmap => {
      const classes = new Bitmap(count);
      for (let i = 0; i < count; i++) if (this.rows[i] > 0 && hits.has(example[i])) classes.add(i);
      return classes;
    };
    this.sets = conditions.map(classesOf);
    this.TP = classesOf(frame.TP);
    this.FP = classesOf(frame.FP);
    this.unsure = classesOf(frame.unsure);
    this.chosen = classesOf(chosen);
  }

  effect(taken: Bitmap): ExclusionEffect {
    const rows = this.count(taken);
    const fpRemoved = this.count(taken, this.FP);
    const tpHidden = this.count(taken, this.TP);
    const unsure = this.count(taken, this.unsure);
    return { rows, fpRemoved, tpHidden, unsure, unlabelled: rows - fpRemoved - tpHidden - unsure };
  }

  /** The chosen hits among those taken. */
  covers(taken: Bitmap): number {
    return this.count(taken, this.chosen);
  }

  /** The hits among those taken that should be: chosen or labelled FP. */
  wanted(taken: Bitmap): number {
    return this.count(taken, this.chosen.or(this.FP));
  }

  private count(taken: Bitmap, among?: Bitmap): number {
    let total = 0;
    const { words } = taken;
    for (let i = 0; i < words.length; i++) {
      let word = among === undefined ? words[i] : words[i] & among.words[i];
      while (word !== 0) {
        total += this.rows[(i << 5) + 31 - Math.clz32(word & -word)];
        word &= word - 1;
      }
    }
    return total;
  }
}

/** Parts each class into its hits within a set and the others. Gives the number of classes, some of them empty. */
function split(classOf: Uint32Array, count: number, set: Bitmap): number {
  // 0 is none: new classes have numbers from `count` on.
  const inside = new Uint32Array(count);
  let next = count;
  for (const hit of set.toRows()) {
    const old = classOf[hit];
    if (inside[old] === 0) inside[old] = next++;
    classOf[hit] = inside[old];
  }
  return next;
}
