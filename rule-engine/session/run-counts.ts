import { countExclusions, countSteps } from '../executor/counts.ts';
import { rowCount } from '../operators/relation.ts';
import type { Evaluation } from './protocol/evaluation.ts';
import type { Run } from './run.ts';

/** What steps, literals and exclusions did to some rows. Those of parts of a table add up to those of the whole. */
export type RunCounts = Pick<Evaluation, 'steps' | 'literals' | 'exclusions'> & {
  readonly all: number;
  readonly hits: number;
  readonly excluded: number;
};

/** What the steps, literals and exclusions of a run did. */
export async function countRun(run: Run): Promise<RunCounts> {
  const exclusions = await countExclusions(run.exclusions, run.execution);
  return {
    all: rowCount(run.base),
    hits: rowCount(run.result),
    excluded: exclusions.reduce((total, { removed }) => total + removed, 0),
    steps: countSteps(run.execution),
    literals: await run.countLiterals(run.execution),
    exclusions,
  };
}

/**
 * `a + factor × b`, for counts of the same rule. Rows that lack a column say nothing of its literals: what only `b` counts
 * is added as it is.
 */
export function addCounts<Counts extends Omit<RunCounts, 'all' | 'hits' | 'excluded'>>(
  a: Counts,
  b: RunCounts,
  factor: 1 | -1 = 1,
): Counts {
  return {
    ...a,
    steps: added(a.steps, b.steps, ['rowsIn', 'rowsOut'], factor),
    literals: added(a.literals, b.literals, ['rows', 'unique'], factor),
    exclusions: added(a.exclusions, b.exclusions, ['removed', 'alone'], factor),
  };
}

/** `a + factor × b`, of all counts. */
export function addRunCounts(a: RunCounts, b: RunCounts, factor: 1 | -1 = 1): RunCounts {
  return {
    ...addCounts(a, b, factor),
    all: a.all + factor * b.all,
    hits: a.hits + factor * b.hits,
    excluded: a.excluded + factor * b.excluded,
  };
}

interface Placed {
  readonly span: { readonly start: number; readonly length: number };
  readonly text?: string;
}

function added<Item extends Placed>(
  items: readonly Item[],
  others: readonly Item[],
  counts: readonly (keyof Item)[],
  factor: number,
): readonly Item[] {
  const byPlace = new Map(others.map((other) => [placeOf(other), other]));
  const sums = items.map((item) => {
    const other = byPlace.get(placeOf(item));
    if (other === undefined) return item;
    byPlace.delete(placeOf(item));
    const summed = counts.map((name) => [name, Number(item[name]) + factor * Number(other[name])]);
    return { ...item, ...Object.fromEntries(summed) };
  });
  return factor === 1 ? [...sums, ...byPlace.values()] : sums;
}

function placeOf({ span, text = '' }: Placed): string {
  return `${span.start} ${span.length} ${text}`;
}
