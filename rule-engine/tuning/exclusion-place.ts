import type { Relation } from '../operators/relation.ts';
import type { RuleRun } from './rule-run.ts';

/**
 * What a new exclusion, put behind the last one, can read: the columns there. Its rows are the hits, which are what it
 * could take.
 */
export function exclusionPlace(run: RuleRun): Relation {
  const steps = run.exclusions.length > 0 ? run.exclusions : run.conditions;
  const columns = steps[steps.length - 1]?.output ?? run.base;
  return { ...columns, rows: run.survivors.rows, serialized: false };
}
