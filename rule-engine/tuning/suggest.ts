import { Bitmap } from '../columnar/bitmap.ts';
import { countWithin } from '../executor/expression/row-set.ts';
import type { Relation } from '../operators/relation.ts';
import { strengthOf } from './condition-strength.ts';
import { conjunctions } from './conjunctions.ts';
import type { ExclusionCandidate, SuggestedExclusions } from './exclusion-candidate.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { exclusionKql } from './exclusion-kql.ts';
import { exclusionName } from './exclusion-name.ts';
import { conditionKey, type HitFrame } from './hit-frame.ts';
import { inseparableRows } from './inseparable.ts';
import { conditionsOfRow, exclusionColumns } from './row-conditions.ts';
import { setKey } from './set-key.ts';

/** How far the search goes. */
export interface SuggestBounds {
  /** Exclusions that are suggested at most. */
  readonly exclusions: number;
  /** Labelled FPs, different in what exclusions can say of them, whose conjunctions are tried. */
  readonly examples: number;
  /** Conjunctions that are tried at most. */
  readonly conjunctions: number;
}

const BOUNDS: SuggestBounds = { exclusions: 20, examples: 400, conjunctions: 120_000 };

/** An unlabelled hit that an exclusion takes weighs as much as this part of a labelled FP. */
const UNLABELLED_WEIGHT = 0.25;
/** Of conjunctions that take the same labelled FPs, as many are weighed by what else they take. */
const MOST_ALIKE = 4;

/** Fewer conjunctions are tried where the hits are many: so many words of sets are read, but so many are tried at least. */
const MOST_WORDS = 200_000_000;
const LEAST_CONJUNCTIONS = 5_000;

interface Conjunction {
  readonly conditions: readonly ExclusionCondition[];
  /** All hits that it takes. */
  readonly taken: Bitmap;
}

export interface SuggestProgress {
  readonly chosen: number;
  readonly fpRemoved: number;
  readonly fpAll: number;
}

/**
 * A small set of exclusions that takes the most labelled FPs and no labelled TP: all conjunctions of up to three conditions
 * that hold for an FP are tried, then the one that takes most new FPs, less what it takes of unlabelled hits, is chosen
 * until none takes any.
 */
export async function suggestExclusions(
  place: Relation,
  frame: HitFrame,
  checkpoint: () => Promise<void>,
  onProgress: (progress: SuggestProgress) => void,
  bounds: SuggestBounds = BOUNDS,
): Promise<SuggestedExclusions> {
  const search = await safeConjunctions(place, frame, checkpoint, bounds);
  const fpAll = frame.FP.count();
  const others = frame.FP.or(frame.TP).not();
  const exclusions: ExclusionCandidate[] = [];
  let taken = new Bitmap(frame.length);
  while (exclusions.length < bounds.exclusions) {
    const best = await bestConjunction(search.found, frame.FP.andNot(taken), others.andNot(taken), checkpoint);
    if (best === undefined) break;
    const { conditions } = best;
    const covers = countWithin(frame.FP.andNot(taken), best.taken);
    const effect = frame.effect(best.taken);
    exclusions.push({ conditions, kql: exclusionKql(conditions), name: exclusionName(conditions), effect, covers });
    taken = taken.or(best.taken);
    onProgress({ chosen: exclusions.length, fpRemoved: countWithin(frame.FP, taken), fpAll });
  }
  const left = frame.FP.andNot(taken);
  return {
    exclusions,
    fpRemoved: { part: fpAll - left.count(), whole: fpAll },
    unlabelledTaken: countWithin(others, taken),
    inseparable: await inseparableRows(left, place, frame, checkpoint),
    complete: search.complete && exclusions.length < bounds.exclusions,
  };
}

/** The conjunctions that hold for a labelled FP and for no labelled TP; of many that take the same FPs a few. */
async function safeConjunctions(
  place: Relation,
  frame: HitFrame,
  checkpoint: () => Promise<void>,
  bounds: SuggestBounds,
): Promise<{ readonly found: readonly Conjunction[]; readonly complete: boolean }> {
  const columns = exclusionColumns(place);
  const examples = await examplesOf(frame, place, columns, checkpoint);
  const labelled = new LabelledSets(frame);
  const alike = new Map<string, Conjunction[]>();
  const seen = new Set<string>();
  const most = Math.min(bounds.conjunctions, Math.max(LEAST_CONJUNCTIONS, MOST_WORDS / frame.FP.words.length));
  let complete = examples.length <= bounds.examples;
  for (const conditions of examples.slice(0, bounds.examples)) {
    const sets: { readonly FP: Bitmap; readonly TP: Bitmap; readonly all: Bitmap }[] = [];
    for (const condition of conditions) sets.push(await labelled.of(condition));
    const keys = conditions.map(conditionKey);
    for (const indexes of conjunctions(conditions.length, (i) => conditions[i].column, 3)) {
      const key = indexes.map((i) => keys[i]).join('\n');
      if (seen.has(key)) continue;
      if (seen.size >= most) {
        complete = false;
        break;
      }
      seen.add(key);
      if (seen.size % 512 === 0) await checkpoint();
      if (!common(indexes.map((i) => sets[i].TP)).isEmpty()) continue;
      const group = setKey(common(indexes.map((i) => sets[i].FP)));
      const same = alike.get(group) ?? [];
      alike.set(group, same);
      same.push({ conditions: indexes.map((i) => conditions[i]), taken: common(indexes.map((i) => sets[i].all)) });
      same.sort(
        (a, b) =>
          a.taken.count() - b.taken.count() ||
          strengthOf(b.conditions) - strengthOf(a.conditions) ||
          a.conditions.length - b.conditions.length,
      );
      same.length = Math.min(same.length, MOST_ALIKE);
    }
  }
  return { found: [...alike.values()].flat(), complete };
}

/** The different lists of conditions of labelled FPs, those of most FPs first. */
async function examplesOf(
  frame: HitFrame,
  place: Relation,
  columns: readonly string[],
  checkpoint: () => Promise<void>,
): Promise<readonly (readonly ExclusionCondition[])[]> {
  const examples = new Map<string, { readonly conditions: readonly ExclusionCondition[]; rows: number }>();
  for (const hit of frame.FP.toRows()) {
    const conditions = conditionsOfRow(frame.rows[hit], place, columns);
    const key = conditions.map(conditionKey).join('\n');
    const known = examples.get(key);
    if (known === undefined) examples.set(key, { conditions, rows: 1 });
    else known.rows++;
    await checkpoint();
  }
  return [...examples.values()].sort((a, b) => b.rows - a.rows).map(({ conditions }) => conditions);
}

/** The labelled hits that a condition holds for, numbered among themselves: short sets, quick to intersect. */
class LabelledSets {
  private readonly frame: HitFrame;
  private readonly FP: Uint32Array;
  private readonly TP: Uint32Array;
  private readonly known = new Map<string, { FP: Bitmap; TP: Bitmap; all: Bitmap }>();

  constructor(frame: HitFrame) {
    this.frame = frame;
    this.FP = frame.FP.toRows();
    this.TP = frame.TP.toRows();
  }

  async of(condition: ExclusionCondition): Promise<{ FP: Bitmap; TP: Bitmap; all: Bitmap }> {
    const key = conditionKey(condition);
    let sets = this.known.get(key);
    if (sets === undefined) {
      const all = await this.frame.matching(condition);
      sets = { all, FP: among(this.FP, all), TP: among(this.TP, all) };
      this.known.set(key, sets);
    }
    return sets;
  }
}

function among(members: Uint32Array, set: Bitmap): Bitmap {
  const result = new Bitmap(members.length);
  for (let i = 0; i < members.length; i++) if (set.has(members[i])) result.add(i);
  return result;
}

function common(sets: readonly Bitmap[]): Bitmap {
  return sets.reduce((all, set) => all.and(set));
}

/** The conjunction that takes most of the FPs that are left, less its price in other hits; the narrower wins a tie. */
async function bestConjunction(
  all: readonly Conjunction[],
  left: Bitmap,
  others: Bitmap,
  checkpoint: () => Promise<void>,
): Promise<Conjunction | undefined> {
  let best: Conjunction | undefined;
  let bestGain = 0;
  for (const [i, conjunction] of all.entries()) {
    if (i % 128 === 127) await checkpoint();
    const covers = countWithin(left, conjunction.taken);
    if (covers === 0) continue;
    const gain = covers - UNLABELLED_WEIGHT * countWithin(others, conjunction.taken);
    if (best !== undefined && (gain < bestGain || (gain === bestGain && !isBetter(conjunction, best)))) continue;
    best = conjunction;
    bestGain = gain;
  }
  return best;
}

/** Of two that gain the same: the one that says more, then the shorter. */
function isBetter(a: Conjunction, b: Conjunction): boolean {
  const stronger = strengthOf(a.conditions) - strengthOf(b.conditions);
  return stronger > 0 || (stronger === 0 && a.conditions.length < b.conditions.length);
}
