import { scalarFunction } from '../functions/registry.ts';
import type { Plan } from '../plan/plan.ts';
import { planReads } from '../plan/plan-reads.ts';

/** True when what a plan answers depends on the evaluation clock: it calls `now()` or `ago()`. */
export function readsClock(plan: Plan): boolean {
  return [...planReads(plan).functions].some((name) => scalarFunction(name)?.readsClock === true);
}
