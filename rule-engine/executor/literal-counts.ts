import { Bitmap } from '../columnar/bitmap.ts';
import type { Relation } from '../operators/relation.ts';
import { countAlternatives } from './count-alternatives.ts';
import type { Execution } from './execution.ts';
import type { Bound, BoundList } from './expression/bound.ts';
import type { Domain } from './expression/domain.ts';
import { constantMask, type Mask } from './expression/mask.ts';
import type { MaskSource } from './expression/masks.ts';
import { NarrowedMasks } from './expression/narrowed-masks.ts';
import { overriddenMask } from './expression/overridden-mask.ts';
import {
  asBitmap,
  countWithin,
  intersectionOf,
  membersOf,
  type RowSet,
  repeatedMembers,
  unionOf,
} from './expression/row-set.ts';
import type { ConditionLiterals, LiteralCounts, LiteralUse } from './literals.ts';

/** Counts the string literals of conditions over the rows that reach them: always the same rows, so once. */
export async function countLiterals(
  literals: ConditionLiterals,
  relation: Relation,
  execution: Execution,
): Promise<readonly LiteralCounts[]> {
  if (literals.counts !== undefined) return literals.counts;
  const counts: LiteralCounts[] = [];
  for (const { condition, groups } of literals.conditions) {
    if (groups.length === 0) continue;
    const ofCondition = await countUses(condition, groups, relation, execution);
    counts.push(...ofCondition.map(([rows, unique]) => ({ rows, unique })));
  }
  literals.counts = counts;
  return counts;
}

/** Rows and unique rows for each group of uses; kept, since most conditions are the same after an edit. */
async function countUses(
  condition: Bound,
  groups: readonly (readonly LiteralUse[])[],
  relation: Relation,
  execution: Execution,
): Promise<readonly (readonly [rows: number, unique: number])[]> {
  const rows = relation.rows ?? relation.columns[0];
  const kept = rows === undefined ? undefined : execution.cache.countsOver(rows);
  const key = countsKey(condition, groups);
  const known = key === undefined ? undefined : kept?.get(key);
  if (known !== undefined) return known;
  const domain = execution.domainOf(relation);
  const counts =
    countAlternatives(condition, groups, domain, execution.masks) ??
    (await countGroups(condition, groups, domain, execution));
  if (key !== undefined) kept?.set(key, counts);
  return counts;
}

/** Two literals of the same text may be one, by `let`, or two. */
function countsKey({ key }: Bound, groups: readonly (readonly LiteralUse[])[]): string | undefined {
  if (key === undefined || groups.every((uses) => uses.length === 1)) return key;
  return `${groups.map((uses) => uses.length)} ${key}`;
}

/** Literals that match few rows are counted among these rows alone. */
async function countGroups(
  condition: Bound,
  groups: readonly (readonly LiteralUse[])[],
  domain: Domain,
  execution: Execution,
): Promise<readonly (readonly [rows: number, unique: number])[]> {
  const { masks } = execution;
  const whole = new LiteralCounter(condition, domain, masks);
  const short: boolean[] = [];
  const matched: Uint32Array[] = [];
  for (const uses of groups) {
    const rows = domain.frame.rows === undefined ? await whole.onlyRows(uses) : undefined;
    short.push(rows !== undefined);
    if (rows !== undefined) matched.push(rows);
  }
  const found = unionOf(matched, domain.frame.length);
  const rows = membersOf(domain.members === undefined ? found : intersectionOf(found, domain.members));
  const within = new NarrowedMasks(masks, domain.frame, rows);
  const narrow = new LiteralCounter(condition, { frame: { rows, length: rows.length }, members: undefined }, within);
  const counts: (readonly [number, number])[] = [];
  for (const [i, uses] of groups.entries()) {
    const counter = short[i] ? narrow : whole;
    counts.push(uses.length === 1 ? await counter.countOne(uses[0]) : await counter.countSeveral(uses));
    await execution.checkpoint();
  }
  return counts;
}

class LiteralCounter {
  private readonly condition: Bound;
  private readonly domain: Domain;
  private readonly masks: MaskSource;
  private allMembers: Bitmap | undefined;
  private readonly turning = new Map<Bound, Promise<Bitmap>>();
  private readonly onOne = new Map<BoundList, Promise<Bitmap>>();

  constructor(condition: Bound, domain: Domain, masks: MaskSource) {
    this.condition = condition;
    this.domain = domain;
    this.masks = masks;
  }

  /**
   * The rows that a literal matches, where all that is counted of it is among them and they are a short list; undefined
   * where a row that it does not match may hang on it.
   */
  async onlyRows(uses: readonly LiteralUse[]): Promise<Uint32Array | undefined> {
    const [{ test, list }] = uses;
    if (uses.length > 1 || list?.quantifier === 'all') return undefined;
    const mask = await this.mask(test);
    if (mask.true instanceof Bitmap || mask.null !== undefined) return undefined;
    return list !== undefined && (await this.mask(list)).null !== undefined ? undefined : mask.true;
  }

  private get members(): Bitmap {
    this.allMembers ??= this.domain.members ?? Bitmap.full(this.domain.frame.length);
    return this.allMembers;
  }

  /** Rows and unique rows of a literal that is used once. */
  async countOne(use: LiteralUse): Promise<readonly [rows: number, unique: number]> {
    const { test, list } = use;
    const mask = await this.mask(test);
    const rows = countWithin(mask.true, this.members);
    if (rows === 0 && mask.null === undefined && list?.quantifier !== 'all') return [0, 0];
    if (mask.null === undefined) {
      if (list === undefined) return [rows, countWithin(mask.true, await this.turningRows(test))];
      if (list.quantifier === 'any' && (await this.mask(list)).null === undefined) {
        return [rows, countWithin(mask.true, await this.hangingOnOne(list))];
      }
    }
    return [rows, await this.uniqueByEvaluation([use])];
  }

  /** Rows and unique rows of a literal that stands in several places of a condition. */
  async countSeveral(uses: readonly LiteralUse[]): Promise<readonly [rows: number, unique: number]> {
    const matched: RowSet[] = [];
    for (const { test } of uses) matched.push((await this.mask(test)).true);
    const rows = countWithin(unionOf(matched, this.domain.frame.length), this.members);
    return [rows, await this.uniqueByEvaluation(uses)];
  }

  /** The rows of the domain whose verdict hangs on a part of the condition. */
  private turningRows(part: Bound): Promise<Bitmap> {
    const known = this.turning.get(part);
    if (known !== undefined) return known;
    const rows = this.findTurningRows(part);
    this.turning.set(part, rows);
    return rows;
  }

  private async findTurningRows(part: Bound): Promise<Bitmap> {
    const { length } = this.domain.frame;
    const kept = await this.overridden(new Map([[part, constantMask(true, length)]]));
    const dropped = await this.overridden(new Map([[part, constantMask(false, length)]]));
    return kept.andNot(dropped).or(dropped.andNot(kept)).and(this.members);
  }

  /** The rows whose verdict hangs on a list of which no more than one element matches. */
  private hangingOnOne(list: BoundList): Promise<Bitmap> {
    const known = this.onOne.get(list);
    if (known !== undefined) return known;
    const rows = this.findHangingOnOne(list);
    this.onOne.set(list, rows);
    return rows;
  }

  private async findHangingOnOne(list: BoundList): Promise<Bitmap> {
    return (await this.turningRows(list)).andNot(await this.matchedBySeveral(list));
  }

  /** The rows that more than one element of a list matches. */
  private async matchedBySeveral(list: BoundList): Promise<Bitmap> {
    const matched: RowSet[] = [];
    for (const test of list.tests) matched.push((await this.mask(test)).true);
    return repeatedMembers(matched, this.domain.frame.length);
  }

  private async uniqueByEvaluation(uses: readonly LiteralUse[]): Promise<number> {
    const overrides = new Map<Bound, Mask>();
    for (const { test, list } of uses) {
      const nothing = list === undefined || list.quantifier === 'any';
      overrides.set(test, constantMask(!nothing, this.domain.frame.length));
    }
    const without = await this.overridden(overrides);
    const as = asBitmap((await this.mask(this.condition)).true, this.domain.frame.length);
    return countWithin(as.andNot(without).or(without.andNot(as)), this.members);
  }

  private async overridden(overrides: ReadonlyMap<Bound, Mask>): Promise<Bitmap> {
    const { frame } = this.domain;
    return asBitmap((await overriddenMask(this.condition, overrides, frame, this.masks)).true, frame.length);
  }

  private mask(bound: Bound): Mask | Promise<Mask> {
    return this.masks.known(bound, this.domain.frame) ?? this.masks.mask(bound, this.domain.frame);
  }
}
