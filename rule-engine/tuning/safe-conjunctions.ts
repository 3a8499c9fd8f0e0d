import type { Bitmap } from '../columnar/bitmap.ts';
import type { Relation } from '../operators/relation.ts';
import { conjunctions } from './conjunctions.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { conditionKey, type HitFrame } from './hit-frame.ts';
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
 */
export async function safeConjunctions(
  place: Relation,
  labelled: HitFrame,
  checkpoint: () => Promise<void>,
  bounds: ConjunctionBounds,
): Promise<{ readonly found: readonly SafeConjunctions[]; readonly complete: boolean }> {
  const examples = await examplesOf(labelled, place, checkpoint);
  const groups = new Map<string, SafeConjunctions>();
  const seen = new Set<string>();
  let complete = examples.length <= bounds.examples;
  for (const conditions of examples.slice(0, bounds.examples)) {
    const sets: Bitmap[] = [];
    for (const condition of conditions) sets.push(await labelled.matching(condition));
    const keys = conditions.map(conditionKey);
    for (const indexes of conjunctions(conditions.length, (i) => conditions[i].column, 3)) {
      const key = indexes.map((i) => keys[i]).join('\n');
      if (seen.has(key)) continue;
      if (seen.size >= bounds.conjunctions) {
        complete = false;
        break;
      }
      seen.add(key);
      if (seen.size % 512 === 0) await checkpoint();
      const taken = indexes.map((i) => sets[i]).reduce((all, set) => all.and(set));
      if (taken.countCommon(labelled.TP) > 0) continue;
      const FP = taken.and(labelled.FP);
      const group = groups.get(setKey(FP)) ?? { FP, conjunctions: [] };
      if (group.conjunctions.length === 0) groups.set(setKey(FP), group);
      group.conjunctions.push(indexes.map((i) => conditions[i]));
    }
  }
  return { found: [...groups.values()], complete };
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
