import type { Bitmap } from '../columnar/bitmap.ts';
import { strengthOf } from './condition-strength.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { conditionKey, type HitFrame } from './hit-frame.ts';
import { countCommonOf, intersectionOf } from './intersections.ts';
import type { SafeConjunctions } from './safe-conjunctions.ts';

export interface Conjunction {
  readonly conditions: readonly ExclusionCondition[];
  /** All hits that it takes. */
  readonly taken: Bitmap;
}

/** Of conjunctions that take the same labelled FPs, as many are kept: those that take fewest other hits. */
const MOST_ALIKE = 4;
/** Of those, as many of the shortest and as many of the longest are looked at. */
const MOST_LOOKED_AT = 12;

/** About the nanoseconds that are spent on what conjunctions take of all hits; then the search ends at its bounds. */
const MOST_WORK = 4_000_000_000;
/** For a hit, to test a condition; for 32 hits, to intersect two sets. */
const TEST_WORK = 12;
const WORD_WORK = 2;

/** What safe conjunctions take of all hits, worked out when it is asked for. */
export class WeighedConjunctions {
  private readonly frame: HitFrame;
  private readonly known = new Map<SafeConjunctions, readonly Conjunction[]>();
  private readonly tested = new Set<string>();
  private work = 0;
  private isCut = false;

  constructor(frame: HitFrame) {
    this.frame = frame;
  }

  /** False when some conjunctions were left out, for the work that they would have been. */
  get complete(): boolean {
    return !this.isCut;
  }

  /** Those of a group that take fewest hits; of those that take the same the ones that say most, shortly. */
  async narrowest(group: SafeConjunctions): Promise<readonly Conjunction[]> {
    const known = this.known.get(group);
    if (known !== undefined) return known;
    if (this.work > MOST_WORK) {
      this.isCut = true;
      return [];
    }
    const found: { conditions: readonly ExclusionCondition[]; sets: Bitmap[]; rows: number; strength: number }[] = [];
    for (const conditions of lookedAt(group.conjunctions)) {
      const sets: Bitmap[] = [];
      for (const condition of conditions) sets.push(await this.frame.matching(condition));
      found.push({ conditions, sets, rows: countCommonOf(sets), strength: strengthOf(conditions) });
      this.countWork(conditions);
    }
    found.sort((a, b) => a.rows - b.rows || b.strength - a.strength || a.conditions.length - b.conditions.length);
    const narrowest = found
      .slice(0, MOST_ALIKE)
      .map(({ conditions, sets }) => ({ conditions, taken: intersectionOf(sets, this.frame.length) }));
    this.known.set(group, narrowest);
    return narrowest;
  }

  private countWork(conditions: readonly ExclusionCondition[]): void {
    const { length } = this.frame;
    this.work += (conditions.length * WORD_WORK * length) / 32;
    for (const condition of conditions) {
      const key = conditionKey(condition);
      if (this.tested.has(key)) continue;
      this.tested.add(key);
      this.work += TEST_WORK * length;
    }
  }
}

/** The longest take fewest, the shortest say it best; the stronger before the weaker. */
function lookedAt(all: SafeConjunctions['conjunctions']): readonly (readonly ExclusionCondition[])[] {
  if (all.length <= 2 * MOST_LOOKED_AT) return all;
  const strongest = [...all].sort((a, b) => strengthOf(b) - strengthOf(a));
  const short = [...strongest].sort((a, b) => a.length - b.length).slice(0, MOST_LOOKED_AT);
  const long = [...strongest].sort((a, b) => b.length - a.length).slice(0, MOST_LOOKED_AT);
  return [...short, ...long];
}
