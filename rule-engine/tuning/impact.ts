import { Bitmap } from '../columnar/bitmap.ts';
import type { Execution } from '../executor/execution.ts';
import type { Relation } from '../operators/relation.ts';
import { exclusionImpacts } from './exclusion-impact.ts';
import type { ImpactReport, OverlapMatrix, PatternImpact } from './impact-report.ts';
import type { LabelRows } from './label-rows.ts';
import { LabelledFrame } from './labelled-frame.ts';
import { literalRows, matchedSet, uniqueSet } from './literal-rows.ts';
import { overlapCounts } from './overlap-counts.ts';
import { bitmapOf, type RuleRun, withRows } from './rule-run.ts';
import { type CountedLiteral, countedLiterals } from './run-literals.ts';

/** More literals of one step are not compared with each other. */
const MOST_COMPARED = 256;

/** What every pattern and every exclusion of a run does. `execution` is the run's, or another over the same data. */
export async function impactOf(run: RuleRun, labels: LabelRows, execution: Execution): Promise<ImpactReport> {
  const literals = await countedLiterals(run, execution);
  const labelledRows = labels.TP.or(labels.FP).or(labels.unsure).toRows();
  const patterns: PatternImpact[] = [];
  for (const group of byStep(literals)) {
    patterns.push(...(await groupImpacts(group, run, labels, labelledRows, execution)));
  }
  return {
    patterns: patterns.sort((a, b) => a.literal - b.literal),
    exclusions: await exclusionImpacts(run, labels, execution),
  };
}

/** How many rows each two patterns of the detection share; the `limit` patterns with most rows. */
export async function patternOverlap(run: RuleRun, limit: number, execution: Execution): Promise<OverlapMatrix> {
  const patterns = (await countedLiterals(run, execution))
    .filter(({ literal, role }) => role === 'pattern' && run.literals[literal].rows > 0)
    .sort((a, b) => run.literals[b.literal].rows - run.literals[a.literal].rows || a.literal - b.literal)
    .slice(0, Math.max(0, limit));
  const sets = await rowSetsOf(patterns, execution);
  const counts = await overlapCounts(sets, () => execution.checkpoint());
  return { literals: patterns.map(({ literal }) => literal), counts: [...counts] };
}

/** Impacts of the literals of one step. */
async function groupImpacts(
  group: readonly CountedLiteral[],
  run: RuleRun,
  labels: LabelRows,
  labelledRows: Uint32Array,
  execution: Execution,
): Promise<readonly PatternImpact[]> {
  const live = group.filter(({ literal }) => run.literals[literal].rows > 0).slice(0, MOST_COMPARED);
  const counts = await overlapCounts(await rowSetsOf(live, execution), () => execution.checkpoint());
  const { step, input, role } = group[0];
  const reached = bitmapOf(input);
  const labelled = withRows(
    input,
    labelledRows.filter((row) => reached.has(row)),
  );
  const frame = new LabelledFrame(labelled, labels, execution);
  const taken = execution.domainOf(withRows(input, takenRows(run, step, role).rows));
  const impacts: PatternImpact[] = [];
  for (const counted of group) {
    const { rows, unique } = run.literals[counted.literal];
    const place = live.indexOf(counted);
    const row = place < 0 ? [] : counts.subarray(place * live.length, (place + 1) * live.length);
    const dead = rows === 0;
    const nothing = new Bitmap(frame.domain.frame.length);
    const matched = dead || frame.isEmpty ? nothing : await matchedSet(counted, frame.domain, execution);
    const alone = unique === 0 || frame.isEmpty ? nothing : await uniqueSet(counted, frame.domain, execution);
    impacts.push({
      literal: counted.literal,
      role,
      hits: dead ? 0 : (await matchedSet(counted, taken, execution)).count(),
      labels: frame.count(rows, matched),
      uniqueLabels: frame.count(unique, alone),
      dead,
      shadowedBy: place < 0 ? [] : shadows(counted, live, row, rows),
      overlaps: live
        .map(({ literal }, i) => ({ literal, rows: row[i] ?? 0 }))
        .filter(({ literal, rows: shared }) => literal !== counted.literal && shared > 0)
        .sort((a, b) => b.rows - a.rows || a.literal - b.literal),
    });
    await execution.checkpoint();
  }
  return impacts;
}

/** The hits; for an exclusion, the rows that it takes. */
function takenRows(run: RuleRun, step: number, role: PatternImpact['role']): Relation {
  const { input, output } = run.steps[step];
  if (role !== 'exclusion' || input === undefined) return run.survivors;
  return withRows(input, bitmapOf(input).andNot(bitmapOf(output)).toRows());
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

async function rowSetsOf(literals: readonly CountedLiteral[], execution: Execution): Promise<readonly Bitmap[]> {
  const sets: Bitmap[] = [];
  for (const counted of literals) sets.push(await literalRows(counted, counted.input, execution));
  return sets;
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
