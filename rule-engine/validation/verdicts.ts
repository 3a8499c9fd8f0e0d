import { type Span, spanContains } from '../base/span.ts';
import { Execution } from '../executor/execution.ts';
import type { RunContext } from '../executor/run-context.ts';
import { type Relation, rowsOf } from '../operators/relation.ts';
import type { Plan } from '../plan/plan.ts';

/** What the rule said of the rows of the table that it reads. */
export interface Verdicts {
  readonly result: Relation;
  /** The first table that the rule reads; undefined when it reads none. */
  readonly table: string | undefined;
  /** True when each hit is a row of that table. */
  readonly traceable: boolean;
  /** Rows in the result. */
  readonly hits: ReadonlySet<number>;
  /** Rows that an exclusion removed, with the exclusion's span. */
  readonly excluded: ReadonlyMap<number, Span>;
}

/**
 * Runs a rule and tells, of each row of the first table that it reads, what became of it.
 * @param exclusions the `where` steps within this span of the query count as exclusions
 */
export async function verdicts(plan: Plan, exclusions: Span, context: RunContext): Promise<Verdicts> {
  const execution = new Execution(context);
  const result = await execution.run(plan);
  const table = execution.steps.find((step) => step.plan.kind === 'table');
  const space = table?.output.space;
  const excluded = new Map<number, Span>();
  for (const { plan: step, input, output } of execution.steps) {
    if (step.kind !== 'where' || input === undefined || input.space !== space) continue;
    if (!spanContains(exclusions, step.span)) continue;
    const left = new Set(rowsOf(output));
    for (const row of rowsOf(input)) if (!left.has(row)) excluded.set(row, step.span);
  }
  const traceable = result.space === space;
  const name = table?.plan.kind === 'table' ? table.plan.name : undefined;
  return { result, table: name, traceable, hits: new Set(traceable ? rowsOf(result) : []), excluded };
}
