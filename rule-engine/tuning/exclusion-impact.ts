import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Domain } from '../executor/expression/domain.ts';
import { asBitmap } from '../executor/expression/row-set.ts';
import type { ExclusionImpact } from './impact-report.ts';
import { countLabels, framedLabels, type LabelRows } from './label-rows.ts';
import { overlapCounts } from './overlap-counts.ts';
import { bitmapOf, physicalRows, type RuleRun, withRows } from './rule-run.ts';

/** What each exclusion of a run does, in their order. */
export async function exclusionImpacts(
  run: RuleRun,
  labels: LabelRows,
  execution: Execution,
): Promise<readonly ExclusionImpact[]> {
  const sets = await exclusionSets(run, execution);
  if (sets === undefined) return [];
  const { alone, unique, domain } = sets;
  const n = alone.length;
  const counts = await overlapCounts(alone, () => execution.checkpoint());
  const inFrame = framedLabels(labels, domain.frame);
  return run.exclusions.map(({ input, output }, exclusion) => {
    const own = counts[exclusion * n + exclusion];
    const others = alone
      .map((_, i) => ({ exclusion: i, rows: counts[exclusion * n + i] }))
      .filter((other) => other.exclusion !== exclusion && other.rows > 0);
    return {
      exclusion,
      unique: unique[exclusion].count(),
      labels: countLabels(bitmapOf(input).andNot(bitmapOf(output)), labels),
      uniqueLabels: countLabels(unique[exclusion], inFrame),
      dead: own === 0,
      shadowedBy: others.filter(({ rows }) => rows === own).map((other) => other.exclusion),
      overlaps: others.sort((a, b) => b.rows - a.rows || a.exclusion - b.exclusion),
    };
  });
}

/** Rows that exclusions remove, as positions in the frame of the rows before the first of them. */
interface ExclusionSets {
  readonly domain: Domain;
  /** What each would remove were it the only one. */
  readonly alone: readonly Bitmap[];
  /** What each alone would remove, and no other. */
  readonly unique: readonly Bitmap[];
}

/** The physical rows that each exclusion would remove of those before the first: alone, and as the only one that would. */
export async function exclusionRows(
  run: RuleRun,
  execution: Execution,
): Promise<{ readonly alone: readonly Bitmap[]; readonly unique: readonly Bitmap[] }> {
  const sets = await exclusionSets(run, execution);
  if (sets === undefined) return { alone: [], unique: [] };
  const { frame } = sets.domain;
  const physical = (set: Bitmap): Bitmap =>
    frame.rows === undefined ? set : physicalRows(set, frame, undefined, run.base.physicalLength);
  return { alone: sets.alone.map(physical), unique: sets.unique.map(physical) };
}

async function exclusionSets(run: RuleRun, execution: Execution): Promise<ExclusionSets | undefined> {
  const first = run.exclusions[0]?.input;
  if (first === undefined) return undefined;
  const domain = execution.domainOf(first);
  const { frame, members = Bitmap.full(frame.length) } = domain;
  const alone: Bitmap[] = [];
  for (const { plan, input } of run.exclusions) {
    const condition = await execution.bindCondition(plan.predicate, withRows(input, first.rows));
    const kept = (await execution.mask(condition, frame)).true;
    alone.push(members.andNot(asBitmap(kept, frame.length)));
  }
  const once = new Bitmap(frame.length);
  const several = new Bitmap(frame.length);
  for (const { words } of alone) {
    for (let i = 0; i < words.length; i++) {
      several.words[i] |= once.words[i] & words[i];
      once.words[i] |= words[i];
    }
  }
  return { domain, alone, unique: alone.map((rows) => rows.andNot(several)) };
}
