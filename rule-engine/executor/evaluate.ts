import type { Relation } from '../operators/relation.ts';
import type { Plan } from '../plan/plan.ts';
import { Execution } from './execution.ts';
import type { RunContext } from './run-context.ts';

/**
 * The result of a plan over the loaded tables. Throws QueryError for what the engine lacks or Kusto refuses, and what
 * `context.checkpoint` rejects with when the run is cancelled.
 */
export function evaluate(plan: Plan, context: RunContext): Promise<Relation> {
  return new Execution(context).run(plan);
}
