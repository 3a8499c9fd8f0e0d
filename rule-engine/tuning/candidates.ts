import { Bitmap } from '../columnar/bitmap.ts';
import type { Relation } from '../operators/relation.ts';
import { STRONG, strengthOf } from './condition-strength.ts';
import { conjunctions } from './conjunctions.ts';
import type { ExclusionCandidate } from './exclusion-candidate.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { exclusionKql } from './exclusion-kql.ts';
import { exclusionName } from './exclusion-name.ts';
import { HitClasses } from './hit-classes.ts';
import { conditionKey, type HitFrame } from './hit-frame.ts';
import { conditionsOfRow, exclusionColumns } from './row-conditions.ts';
import { setKey } from './set-key.ts';

/** As many of the chosen rows are looked at for what an exclusion could say. */
const MOST_ROWS = 8;
/** More conditions are not combined. */
const MOST_CONDITIONS = 40;

/** What exclusions are wanted for. */
export interface CandidateRequest {
  /** Physical rows. */
  readonly rows: readonly number[];
  /** The cell that was pointed at. */
  readonly column: string | undefined;
  readonly limit: number;
}

interface Weighed {
  readonly conditions: readonly ExclusionCondition[];
  /** Classes of hits. */
  readonly taken: Bitmap;
  readonly covers: number;
  readonly rank: readonly number[];
}

/** Exclusions of one to three conditions that take at least one of the chosen hits, best first. */
export async function exclusionCandidates(
  { rows, column, limit }: CandidateRequest,
  place: Relation,
  frame: HitFrame,
  checkpoint: () => Promise<void>,
): Promise<readonly ExclusionCandidate[]> {
  const chosen = frame.setOf(Bitmap.fromRows(place.physicalLength, rows));
  const conditions = await commonConditions(rows, column, place, frame, chosen);
  const sets: Bitmap[] = [];
  for (const condition of conditions) sets.push(await frame.matching(condition));
  const classes = new HitClasses(frame, sets, chosen);
  const best = new Map<string, Weighed>();
  let seen = 0;
  for (const indexes of conjunctions(conditions.length, (i) => conditions[i].column, 3)) {
    if (++seen % 256 === 0) await checkpoint();
    const taken = indexes.map((i) => classes.sets[i]).reduce((all, set) => all.and(set));
    const covers = classes.covers(taken);
    if (covers === 0) continue;
    const picked = indexes.map((i) => conditions[i]);
    keepBest(best, { conditions: picked, taken, covers, rank: rankOf(picked, taken, covers, column, classes) }, column);
  }
  return [...best.values()]
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .slice(0, Math.max(0, limit))
    .map(({ conditions: picked, taken, covers }) => ({
      conditions: picked,
      kql: exclusionKql(picked),
      name: exclusionName(picked),
      effect: classes.effect(taken),
      covers,
    }));
}

/** The conditions that hold for some of the chosen rows: of too many, those that hold for most. */
async function commonConditions(
  rows: readonly number[],
  column: string | undefined,
  place: Relation,
  frame: HitFrame,
  chosen: Bitmap,
): Promise<readonly ExclusionCondition[]> {
  const usual = exclusionColumns(place);
  const isText = place.schema.some(({ name, type }) => name === column && type === 'string');
  const columns = column !== undefined && isText ? [column, ...usual.filter((name) => name !== column)] : usual;
  const chosenHits = frame.only(chosen);
  const found = new Map<string, { readonly condition: ExclusionCondition; readonly covers: number }>();
  for (const row of rows.slice(0, MOST_ROWS)) {
    for (const condition of conditionsOfRow(row, place, columns)) {
      const key = conditionKey(condition);
      if (found.has(key)) continue;
      found.set(key, { condition, covers: (await chosenHits.matching(condition)).count() });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.covers - a.covers)
    .slice(0, MOST_CONDITIONS)
    .map(({ condition }) => condition)
    .sort((a, b) => columns.indexOf(a.column) - columns.indexOf(b.column));
}

/** Of exclusions that take the same hits the best stays; one about the cell pointed at beside one that is not. */
function keepBest(best: Map<string, Weighed>, weighed: Weighed, column: string | undefined): void {
  const about = weighed.conditions.some((condition) => condition.column === column);
  const key = `${about} ${setKey(weighed.taken)}`;
  const known = best.get(key);
  if (known === undefined || compareRanks(weighed.rank, known.rank) < 0) best.set(key, weighed);
}

/**
 * What orders candidates, least first: hides a TP, misses chosen rows, takes hits that nobody chose and nobody called noise
 * per one that it should take, is not about the cell pointed at, says little, takes few, length.
 */
function rankOf(
  conditions: readonly ExclusionCondition[],
  taken: Bitmap,
  covers: number,
  column: string | undefined,
  classes: HitClasses,
): readonly number[] {
  const { tpHidden, rows } = classes.effect(taken);
  const wanted = classes.wanted(taken);
  const about = column === undefined || conditions.some((condition) => condition.column === column);
  return [
    tpHidden,
    -covers,
    about ? 0 : 1,
    (rows - wanted) / wanted,
    STRONG - strengthOf(conditions),
    -wanted,
    conditions.length,
  ];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}
