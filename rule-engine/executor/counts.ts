import { type Span, spanContains } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import { type Relation, rowCount } from '../operators/relation.ts';
import type { NamedExpr, Plan, WherePlan } from '../plan/plan.ts';
import type { ExecutedStep, Execution } from './execution.ts';
import { countWithin } from './expression/row-set.ts';
import { identityOf } from './identity.ts';

/** A step of the pipeline: the rows that it was given and those that it gave. */
export interface StepCounts {
  readonly span: Span;
  readonly rowsIn: number;
  readonly rowsOut: number;
}

/** What an exclusion does. */
export interface ExclusionCounts {
  readonly span: Span;
  /** The rows that it removes of those that reach it. */
  readonly removed: number;
  /** The rows that it would remove were it the only exclusion. */
  readonly alone: number;
}

/** A `where` step that was run, with what it was given. */
export interface WhereStep extends ExecutedStep {
  readonly plan: WherePlan;
  readonly input: Relation;
}

/** Rows in and out of every operator of a run that has an input, in the order in which they ran. */
export function countSteps(execution: Execution): readonly StepCounts[] {
  return execution.steps.flatMap(({ plan, input, output }) =>
    input === undefined || plan.kind === 'shared'
      ? []
      : [{ span: plan.span, rowsIn: rowCount(input), rowsOut: rowCount(output) }],
  );
}

/** The `where` steps within a part of the query's text. */
export function exclusionSteps(steps: readonly ExecutedStep[], exclusions: Span): readonly WhereStep[] {
  return steps.filter((step): step is WhereStep => isWhere(step) && spanContains(exclusions, step.plan.span));
}

/** True for `where` steps. */
export function isWhere(step: ExecutedStep): step is WhereStep {
  return step.plan.kind === 'where' && step.input !== undefined;
}

/** Counts each exclusion in its place, and alone over the rows that reach the first of them. */
export async function countExclusions(
  steps: readonly WhereStep[],
  execution: Execution,
): Promise<readonly ExclusionCounts[]> {
  const counts: ExclusionCounts[] = [];
  for (const { plan, input, output } of steps) {
    const first = steps[0].input;
    const removed = rowCount(input) - rowCount(output);
    const sameRows = input.space === first.space;
    const alone = sameRows ? rowCount(first) - (await countKept(plan, first, input, execution)) : removed;
    counts.push({ span: plan.span, removed, alone });
  }
  return counts;
}

/** How many rows of `over` a step keeps; its names are those of its own input. Kept as long as these rows. */
async function countKept(plan: WherePlan, over: Relation, input: Relation, execution: Execution): Promise<number> {
  const nodeKey = execution.keyOf(plan);
  const kept = over.rows && execution.cache.keptOver(over.rows);
  const key = nodeKey && `${identityOf(input.columns)} ${nodeKey}`;
  const known = key === undefined ? undefined : kept?.get(key);
  if (known !== undefined) return known;
  const relation: Relation = { ...input, rows: over.rows };
  const { frame, members } = execution.domainOf(relation);
  const mask = await execution.mask(await execution.bindCondition(plan.predicate, relation), frame);
  const count = countWithin(mask.true, members ?? Bitmap.full(frame.length));
  if (key !== undefined) kept?.set(key, count);
  return count;
}

/** The expressions of a step whose literals are counted and marked. */
export function testedExpressions(plan: Plan): readonly Pick<NamedExpr, 'expr'>[] {
  if (plan.kind === 'where') return [{ expr: plan.predicate }];
  if (plan.kind !== 'extend' && plan.kind !== 'project') return [];
  return plan.items.filter(({ expr }) => expr.kind !== 'column');
}
