import type { Plan } from '../plan/plan.ts';

/** A query without what stands at its end and neither keeps nor drops a row: the part that decides which rows are hits. */
export function decidingPlan(plan: Plan): Plan {
  switch (plan.kind) {
    case 'sort':
    case 'extend':
    case 'project':
    case 'render':
      return decidingPlan(plan.input);
    default:
      return plan;
  }
}
