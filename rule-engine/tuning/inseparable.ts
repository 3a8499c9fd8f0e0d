import { Bitmap } from '../columnar/bitmap.ts';
import type { Relation } from '../operators/relation.ts';
import { conjunctions } from './conjunctions.ts';
import type { InseparableRows } from './exclusion-candidate.ts';
import type { ExclusionCondition } from './exclusion-condition.ts';
import { conditionKey, type HitFrame } from './hit-frame.ts';
import { conditionsOfRow, exclusionColumns } from './row-conditions.ts';

/** More groups are not told apart. */
const MOST_GROUPS = 50;

/** The labelled FPs that are left, by what exclusions could say of them, and why each group is left. */
export async function inseparableRows(
  left: Bitmap,
  place: Relation,
  frame: HitFrame,
  checkpoint: () => Promise<void>,
): Promise<readonly InseparableRows[]> {
  const columns = exclusionColumns(place);
  const groups = new Map<string, { readonly conditions: readonly ExclusionCondition[]; readonly hits: number[] }>();
  for (const hit of left.toRows()) {
    const conditions = conditionsOfRow(frame.rows[hit], place, columns);
    const key = conditions.map(conditionKey).join('\n');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { conditions, hits: [hit] });
    else known.hits.push(hit);
  }
  const found: InseparableRows[] = [];
  const largest = [...groups.values()].sort((a, b) => b.hits.length - a.hits.length).slice(0, MOST_GROUPS);
  for (const { conditions, hits } of largest) {
    await checkpoint();
    const like = await likeTruePositive(conditions, frame);
    const row = like === undefined ? undefined : frame.rows[like];
    found.push({
      rows: hits.length,
      example: frame.rows[hits[0]],
      likeTruePositive: row,
      reason: await reasonFor(conditions, like, frame),
    });
  }
  return found;
}

/** A labelled TP for which all conditions hold. */
async function likeTruePositive(
  conditions: readonly ExclusionCondition[],
  frame: HitFrame,
): Promise<number | undefined> {
  return (await frame.matchingAll(conditions)).and(frame.TP).toRows()[0];
}

async function reasonFor(
  conditions: readonly ExclusionCondition[],
  like: number | undefined,
  frame: HitFrame,
): Promise<string> {
  if (conditions.length === 0) return 'No field that exclusions are made of has a value';
  if (like !== undefined) return 'A labelled TP has the same value in every field that exclusions are made of';
  const sets: Bitmap[] = [];
  for (const condition of conditions) sets.push((await frame.matching(condition)).and(frame.TP));
  for (const indexes of conjunctions(conditions.length, (i) => conditions[i].column, 3)) {
    if (indexes.reduce((all, i) => all.and(sets[i]), Bitmap.full(frame.length)).isEmpty()) {
      return 'The search ended at its bounds before it came to these';
    }
  }
  return 'Every conjunction of up to three conditions on these takes a labelled TP too';
}
