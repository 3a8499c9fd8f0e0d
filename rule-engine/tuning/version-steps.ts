import type { WhereStep } from '../executor/counts.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { areSimilar, unmatched } from './condition-edits.ts';
import { type RuleRun, withRows } from './rule-run.ts';

/** A `where` step of a version of a rule, bound. */
export interface VersionStep {
  readonly step: WhereStep;
  readonly condition: Bound;
  readonly key: string | undefined;
  readonly exclusion: boolean;
}

/** A step of the old version and what became of it in the new one; one of the two may be missing. */
export type StepPair =
  | { readonly old: VersionStep; readonly new: VersionStep }
  | { readonly old: VersionStep; readonly new: undefined }
  | { readonly old: undefined; readonly new: VersionStep };

/** The `where` steps of a run, bound over some rows. */
export async function versionSteps(
  run: RuleRun,
  rows: Uint32Array,
  execution: Execution,
): Promise<readonly VersionStep[]> {
  const steps: VersionStep[] = [];
  for (const step of run.conditions) {
    const condition = await execution.bindCondition(step.plan.predicate, withRows(step.input, rows));
    steps.push({ step, condition, key: condition.key, exclusion: run.exclusions.includes(step) });
  }
  return steps;
}

/**
 * The steps that are not the same in both versions, paired where one is an edit of the other. The order of `where` steps
 * changes nothing, so equal steps are matched wherever they stand.
 */
export function changedSteps(old: readonly VersionStep[], now: readonly VersionStep[]): readonly StepPair[] {
  const { removed, added } = unmatched(old, now);
  const free = new Set(added);
  const pairs: StepPair[] = [];
  for (const before of removed) {
    const after = [...free].find(
      (candidate) => candidate.exclusion === before.exclusion && areSimilar(before.condition, candidate.condition),
    );
    if (after !== undefined) free.delete(after);
    pairs.push(after === undefined ? { old: before, new: undefined } : { old: before, new: after });
  }
  return [...pairs, ...[...free].map((after): StepPair => ({ old: undefined, new: after }))];
}

/** The steps that both versions have. */
export function sameSteps(now: readonly VersionStep[], changed: readonly StepPair[]): readonly VersionStep[] {
  const pairs = new Set(changed.map((pair) => pair.new));
  return now.filter((step) => !pairs.has(step));
}
