import { Bitmap } from '../columnar/bitmap.ts';
import type { Relation } from '../operators/relation.ts';
import { strengthOf } from './condition-strength.ts';
import type { ExclusionCandidate, SuggestedExclusions } from './exclusion-candidate.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { exclusionKql } from './exclusion-kql.ts';
import { exclusionName } from './exclusion-name.ts';
import type { HitFrame } from './hit-frame.ts';
import { inseparableRows } from './inseparable.ts';
import { Prices } from './prices.ts';
import { type ConjunctionBounds, type SafeConjunctions, safeConjunctions } from './safe-conjunctions.ts';
import { type Conjunction, WeighedConjunctions } from './weighed-conjunctions.ts';

/** How far the search goes. */
export interface SuggestBounds extends ConjunctionBounds {
  /** Exclusions that are suggested at most. */
  readonly exclusions: number;
}

const BOUNDS: SuggestBounds = { exclusions: 20, examples: 400, conjunctions: 120_000 };

/** An unlabelled hit that an exclusion takes weighs as much as this part of a labelled FP. */
const UNLABELLED_WEIGHT = 0.25;
/** Every so many of what is tried the progress is told. */
const REPORTED = 8;

export interface SuggestProgress {
  /** Different labelled FPs whose conjunctions were tried, of all; none is chosen before. */
  readonly tried: { readonly part: number; readonly whole: number };
  readonly chosen: number;
  readonly fpRemoved: number;
  readonly fpAll: number;
}

/**
 * A small set of exclusions that takes the most labelled FPs and no labelled TP: all conjunctions of up to three conditions
 * that hold for an FP are tried, then the one that takes most new FPs, less what it takes of unlabelled hits, is chosen
 * until none takes any. The labelled hits alone tell which conjunctions are safe; all hits are asked of those only that can
 * still win.
 */
export async function suggestExclusions(
  place: Relation,
  frame: HitFrame,
  checkpoint: () => Promise<void>,
  onProgress: (progress: SuggestProgress) => void,
  bounds: SuggestBounds = BOUNDS,
): Promise<SuggestedExclusions> {
  const fpAll = frame.FP.count();
  const labelled = frame.only(frame.FP.or(frame.TP));
  let tried = { part: 0, whole: 0 };
  const search = await safeConjunctions(place, labelled, checkpoint, bounds, (part, whole) => {
    tried = { part, whole };
    if (part % REPORTED === 0) onProgress({ tried, chosen: 0, fpRemoved: 0, fpAll });
  });
  tried = { ...tried, part: tried.whole };
  const weighed = new WeighedConjunctions(frame);
  const others = frame.FP.or(frame.TP).not();
  const prices = new Prices(others);
  const exclusions: ExclusionCandidate[] = [];
  let left = labelled.FP;
  let taken = new Bitmap(frame.length);
  while (exclusions.length < bounds.exclusions) {
    const best = await bestConjunction(search.found, weighed, left, prices, checkpoint);
    if (best === undefined) break;
    const { conditions } = best;
    exclusions.push({
      conditions,
      kql: exclusionKql(conditions),
      name: exclusionName(conditions),
      effect: frame.effect(best.taken),
      covers: left.countCommon(best.FP),
    });
    taken = taken.or(best.taken);
    prices.take(best.taken);
    left = left.andNot(best.FP);
    onProgress({ tried, chosen: exclusions.length, fpRemoved: fpAll - left.count(), fpAll });
  }
  return {
    exclusions,
    fpRemoved: { part: fpAll - left.count(), whole: fpAll },
    unlabelledTaken: others.countCommon(taken),
    inseparable: await inseparableRows(left, place, labelled, checkpoint),
    complete: search.complete && weighed.complete && exclusions.length < bounds.exclusions,
  };
}

/** The conjunction that takes most of the FPs that are left, less its price in other hits; the narrower wins a tie. */
async function bestConjunction(
  groups: readonly SafeConjunctions[],
  weighed: WeighedConjunctions,
  left: Bitmap,
  prices: Prices,
  checkpoint: () => Promise<void>,
): Promise<(Conjunction & { readonly FP: Bitmap }) | undefined> {
  let best: (Conjunction & { readonly FP: Bitmap }) | undefined;
  let bestGain = 0;
  const byCovers = groups
    .map((group) => ({ group, covers: left.countCommon(group.FP) }))
    .filter(({ covers }) => covers > 0)
    .sort((a, b) => b.covers - a.covers);
  for (const { group, covers } of byCovers) {
    if (best !== undefined && covers < bestGain) break;
    await checkpoint();
    for (const conjunction of await weighed.narrowest(group)) {
      if (best !== undefined && covers - UNLABELLED_WEIGHT * prices.least(conjunction) < bestGain) continue;
      const gain = covers - UNLABELLED_WEIGHT * prices.of(conjunction);
      const isLess = best !== undefined && (gain < bestGain || (gain === bestGain && !isBetter(conjunction, best)));
      if (isLess) continue;
      best = { ...conjunction, FP: group.FP };
      bestGain = gain;
    }
  }
  return best;
}

/** Of two that gain the same: the one that says more, then the shorter. */
function isBetter(a: { readonly conditions: readonly ExclusionCondition[] }, b: typeof a): boolean {
  const stronger = strengthOf(a.conditions) - strengthOf(b.conditions);
  return stronger > 0 || (stronger === 0 && a.conditions.length < b.conditions.length);
}
