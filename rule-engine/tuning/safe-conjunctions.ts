import { Bitmap } from '../columnar/bitmap.ts';
import type { Relation } from '../operators/relation.ts';
import { conjunctions } from './conjunctions.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { conditionKey, type HitFrame } from './hit-frame.ts';
import { Intersections, intersectInto, meets } from './intersections.ts';
import { conditionsOfRow, exclusionColumns } from './row-conditions.ts';
import { setKey } from './set-key.ts';

/** Conjunctions that take the same labelled FPs and no labelled TP. */
export interface SafeConjunctions {
  readonly FP: Bitmap;
  readonly conjunctions: (readonly ExclusionCondition[])[];
}

/** How far the search goes. */
export interface ConjunctionBounds {
  /** Labelled FPs, different in what exclusions can say of them, whose conjunctions are tried. */
  readonly examples: number;
  /** Conjunctions that are tried at most. */
  readonly conjunctions: number;
}

/**
 * The conjunctions of up to three conditions that hold for a labelled FP and for no labelled TP, by the FPs that they take.
 * @param labelled the labelled hits alone
 * @param onProgress is told how many of the different FPs were tried
 */
export async function safeConjunctions(
  place: Relation,
  labelled: HitFrame,
  checkpoint: () => Promise<void>,
  bounds: ConjunctionBounds,
  onProgress: (tried: number, all: number) => void,
): Promise<{ readonly found: readonly SafeConjunctions[]; readonly complete: boolean }> {
  const examples = await examplesOf(labelled, place, checkpoint);
  const groups = new Map<string, SafeConjunctions>();
  const seen = new Set<number>();
  const numbers = new Map<string, number>();
  const FP = new Bitmap(labelled.length);
  const tried = examples.slice(0, bounds.examples);
  let complete = examples.length <= bounds.examples;
  for (const [at, conditions] of tried.entries()) {
    onProgress(at, tried.length);
    if (seen.size >= bounds.conjunctions) {
      complete = false;
      break;
    }
    const sets: Bitmap[] = [];
    for (const condition of conditions) sets.push(await labelled.matching(condition));
    const intersections = new Intersections(sets, labelled.length);
    const own = conditions.map((condition) => numberOf(conditionKey(condition), numbers));
    for (const indexes of conjunctions(conditions.length, (i) => conditions[i].column, 3)) {
      const key = indexes.reduce((all, i) => all * MOST_NUMBERS + own[i], 0);
      if (seen.has(key)) continue;
      if (seen.size >= bounds.conjunctions) {
        complete = false;
        break;
      }
      seen.add(key);
      if (seen.size % 512 === 0) await checkpoint();
      const taken = intersections.of(indexes);
      if (meets(taken, labelled.TP)) continue;
      intersectInto(FP, taken, labelled.FP);
      const group = setKey(FP);
      let alike = groups.get(group);
      if (alike === undefined) {
        alike = { FP: FP.clone(), conjunctions: [] };
        groups.set(group, alike);
      }
      alike.conjunctions.push(indexes.map((i) => conditions[i]));
    }
  }
  return { found: [...groups.values()], complete };
}

/** Numbers from 1, so that three of them make one that is exact. */
const MOST_NUMBERS = 2 ** 17;

function numberOf(key: string, numbers: Map<string, number>): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(key, number);
  return number;
}

/** The different lists of conditions of labelled FPs, those of most FPs first. */
async function examplesOf(
  labelled: HitFrame,
  place: Relation,
  checkpoint: () => Promise<void>,
): Promise<readonly (readonly ExclusionCondition[])[]> {
  const columns = exclusionColumns(place);
  const examples = new Map<string, { readonly conditions: readonly ExclusionCondition[]; rows: number }>();
  for (const hit of labelled.FP.toRows()) {
    const conditions = conditionsOfRow(labelled.rows[hit], place, columns);
    const key = conditions.map(conditionKey).join('\n');
    const known = examples.get(key);
    if (known === undefined) examples.set(key, { conditions, rows: 1 });
    else known.rows++;
    await checkpoint();
  }
  return [...examples.values()].sort((a, b) => b.rows - a.rows).map(({ conditions }) => conditions);
}
