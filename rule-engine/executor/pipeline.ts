import type { Plan } from '../plan/plan.ts';
import { planInputs } from '../plan/walk.ts';
import type { ExecutedStep, Execution } from './execution.ts';

/** The steps of a run from a plan's first table to its last operator: of several inputs, the first is followed. */
export function mainSteps(plan: Plan, execution: Execution): readonly ExecutedStep[] {
  const byPlan = new Map(execution.steps.map((step) => [step.plan, step]));
  const chain: ExecutedStep[] = [];
  for (let node: Plan | undefined = plan; node !== undefined; node = planInputs(node)[0]) {
    const step = byPlan.get(node);
    if (step !== undefined) chain.push(step);
  }
  return chain.reverse();
}
