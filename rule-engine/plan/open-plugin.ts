import type { EvaluatePlan, Plan } from './plan.ts';
import { readsSubqueryInput, walkPlan } from './walk.ts';

/**
 * A plugin whose columns only its rows can tell, and that can be run on its own to find them; undefined when the plan has
 * none left. The innermost comes first.
 */
export function openPlugin(plan: Plan): EvaluatePlan | undefined {
  return openPlugins(plan).find((found) => !readsSubqueryInput(found) && openPlugins(found).length === 1);
}

function openPlugins(plan: Plan): EvaluatePlan[] {
  const found: EvaluatePlan[] = [];
  walkPlan(plan, (node) => {
    if (node.kind === 'evaluate' && node.open) found.push(node);
  });
  return found;
}
