import type { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import { countWithin, type RowSet } from '../executor/expression/row-set.ts';
import { exclusionImpacts } from './exclusion-impact.ts';
import type { ImpactReport, OverlapMatrix, PatternImpact } from './impact-report.ts';
import type { LabelCounts } from './label.ts';
import type { LabelRows } from './label-rows.ts';
import { LabelledFrame } from './labelled-frame.ts';
import { literalRows, matchedSet, uniqueSet } from './literal-rows.ts';
import { overlapCounts } from './overlap-counts.ts';
import { bitmapOf, framedRows, type RuleRun } from './rule-run.ts';
import { type CountedLiteral, countedLiterals } from './run-literals.ts';

/** More literals of one step are not compared with each other. */
const MOST_COMPARED = 256;

const NOTHING = new Uint32Array(0);

/** What every pattern and every exclusion of a run does. `execution` is the run's, or another over the same data. */
export async function impactOf(run: RuleRun, labels: LabelRows, execution: Execution): Promise<ImpactReport> {
  const literals = await countedLiterals(run, execution);
  const patterns: PatternImpact[] = [];
  for (const group of byStep(literals)) {
    patterns.push(...(await groupImpacts(group, run, labels, execution)));
  }
  return {
    patterns: patterns.sort((a, b) => a.literal - b.literal),
    exclusions: await exclusionImpacts(run, labels, execution),
  };
}

/** How many rows each two patterns of the detection share; the `limit` patterns with most rows. */
export async function patternOverlap(run: RuleRun, limit: number, execution: Execution): Promise<OverlapMatrix> {
  const counts = await run.countLiterals(execution);
  const patterns = (await countedLiterals(run, execution))
    .filter(({ literal, role }) => role === 'pattern' && counts[literal].rows > 0)
    .sort((a, b) => counts[b.literal].rows - counts[a.literal].rows || a.literal - b.literal)
    .slice(0, Math.max(0, limit));
  const sets: RowSet[] = [];
  for (const counted of patterns) sets.push(await literalRows(counted, execution));
  const shared = await overlapCounts(sets, () => execution.checkpoint());
  return { literals: patterns.map(({ literal }) => literal), counts: [...shared] };
}

/** Impacts of the literals of one step. */
async function groupImpacts(
  group: readonly CountedLiteral[],
  run: RuleRun,
  labels: LabelRows,
  execution: Execution,
): Promise<readonly PatternImpact[]> {
  const counts = await run.countLiterals(execution);
  const live = group.filter(({ literal }) => counts[literal].rows > 0).slice(0, MOST_COMPARED);
  const { step, input, role } = group[0];
  const domain = execution.domainOf(input);
  const sets = new Map<CountedLiteral, RowSet>();
  for (const counted of group) sets.set(counted, await matchedSet(counted, domain, execution));
  const shared = await overlapCounts(
    live.map((counted) => sets.get(counted) ?? NOTHING),
    () => execution.checkpoint(),
  );
  const taken = framedRows(takenRows(run, step, role), domain.frame);
  const labelled = new LabelledFrame(input, labels, execution);
  const impacts: PatternImpact[] = [];
  for (const counted of group) {
    const { rows, unique } = counts[counted.literal];
    const place = live.indexOf(counted);
    const row = place < 0 ? [] : shared.subarray(place * live.length, (place + 1) * live.length);
    const countIn = async (total: number, find: typeof matchedSet | typeof uniqueSet): Promise<LabelCounts> =>
      labelled.count(
        total,
        total === 0 || labelled.isEmpty ? NOTHING : await find(counted, labelled.domain, execution),
      );
    impacts.push({
      literal: counted.literal,
      role,
      hits: countWithin(sets.get(counted) ?? NOTHING, taken),
      labels: await countIn(rows, matchedSet),
      uniqueLabels: await countIn(unique, uniqueSet),
      dead: rows === 0,
      shadowedBy: place < 0 ? [] : shadows(counted, live, row, rows),
      overlaps: live
        .map(({ literal }, i) => ({ literal, rows: row[i] ?? 0 }))
        .filter((other) => other.literal !== counted.literal && other.rows > 0)
        .sort((x, y) => y.rows - x.rows || x.literal - y.literal),
    });
    await execution.checkpoint();
  }
  return impacts;
}

/** The hits; for an exclusion, the rows that it takes. */
function takenRows(run: RuleRun, step: number, role: PatternImpact['role']): Bitmap {
  const { input, output } = run.steps[step];
  if (role !== 'exclusion' || input === undefined) return bitmapOf(run.survivors);
  return bitmapOf(input).andNot(bitmapOf(output));
}

/** The literals of the same list that match every row that one matches. */
function shadows(
  { literal, uses }: CountedLiteral,
  live: readonly CountedLiteral[],
  shared: ArrayLike<number>,
  rows: number,
): readonly number[] {
  const lists = new Set(uses.map(({ list }) => list));
  return live
    .filter((other, i) => {
      const sameList = other.uses.some(
        ({ list }) => list !== undefined && list.quantifier === 'any' && lists.has(list),
      );
      return other.literal !== literal && sameList && shared[i] === rows;
    })
    .map((other) => other.literal);
}

function byStep(literals: readonly CountedLiteral[]): readonly (readonly CountedLiteral[])[] {
  const groups = new Map<number, CountedLiteral[]>();
  for (const counted of literals) {
    const group = groups.get(counted.step);
    if (group === undefined) groups.set(counted.step, [counted]);
    else group.push(counted);
  }
  return [...groups.values()];
}
