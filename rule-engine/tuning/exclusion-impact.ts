import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Relation } from '../operators/relation.ts';
import type { ExclusionImpact } from './impact-report.ts';
import { countLabels, type LabelRows } from './label-rows.ts';
import { overlapCounts } from './overlap-counts.ts';
import { bitmapOf, type RuleRun, rowsWhere, withRows } from './rule-run.ts';

/** What each exclusion of a run does, in their order. */
export async function exclusionImpacts(
  run: RuleRun,
  labels: LabelRows,
  execution: Execution,
): Promise<readonly ExclusionImpact[]> {
  const { alone, unique } = await exclusionRows(run, execution);
  const n = alone.length;
  const counts = await overlapCounts(alone, () => execution.checkpoint());
  return run.exclusions.map(({ input, output }, exclusion) => {
    const own = counts[exclusion * n + exclusion];
    const others = alone
      .map((_, i) => ({ exclusion: i, rows: counts[exclusion * n + i] }))
      .filter((other) => other.exclusion !== exclusion && other.rows > 0);
    return {
      exclusion,
      unique: unique[exclusion].count(),
      labels: countLabels(bitmapOf(input).andNot(bitmapOf(output)), labels),
      uniqueLabels: countLabels(unique[exclusion], labels),
      dead: own === 0,
      shadowedBy: others.filter(({ rows }) => rows === own).map((other) => other.exclusion),
      overlaps: others.sort((a, b) => b.rows - a.rows || a.exclusion - b.exclusion),
    };
  });
}

/** The rows that each exclusion would remove of those before the first: alone, and as the only one that would. */
export async function exclusionRows(
  run: RuleRun,
  execution: Execution,
): Promise<{ readonly alone: readonly Bitmap[]; readonly unique: readonly Bitmap[] }> {
  const first = run.exclusions[0]?.input;
  if (first === undefined) return { alone: [], unique: [] };
  const alone: Bitmap[] = [];
  for (const { plan, input } of run.exclusions) {
    alone.push(await removedRows(plan.predicate, withRows(input, first.rows), execution));
  }
  const once = new Bitmap(first.physicalLength);
  const several = new Bitmap(first.physicalLength);
  for (const { words } of alone) {
    for (let i = 0; i < words.length; i++) {
      several.words[i] |= once.words[i] & words[i];
      once.words[i] |= words[i];
    }
  }
  return { alone, unique: alone.map((rows) => rows.andNot(several)) };
}

async function removedRows(
  predicate: Parameters<Execution['bindCondition']>[0],
  relation: Relation,
  execution: Execution,
): Promise<Bitmap> {
  const kept = await rowsWhere(await execution.bindCondition(predicate, relation), relation, execution);
  return bitmapOf(relation).andNot(kept);
}
