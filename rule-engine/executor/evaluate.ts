import { type Relation, rowCount } from '../operators/relation.ts';
import type { Plan } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';
import { Execution } from './execution.ts';
import type { RunContext } from './run-context.ts';

/**
 * The result of a plan over the loaded tables. Throws QueryError for what the engine lacks or Kusto refuses, and what
 * `context.checkpoint` rejects with when the run is cancelled.
 */
export function evaluate(plan: Plan, context: RunContext): Promise<Relation> {
  return new Execution(context).run(plan);
}

/** The columns of a plan whose rows alone can tell them; undefined when there are none. @throws as `evaluate` */
export async function columnsByRows(plan: Plan, context: RunContext): Promise<readonly ColumnSchema[] | undefined> {
  const relation = await evaluate(plan, context);
  return rowCount(relation) === 0 ? undefined : relation.schema;
}
