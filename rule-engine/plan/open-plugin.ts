import { spanEnd } from '../base/span.ts';
import type { EvaluatePlan, Plan } from './plan.ts';
import { readsSubqueryInput, walkPlan } from './walk.ts';

/** A plugin whose columns only its rows can tell: the plan that is run for them, as a plan or as its text. */
export interface OpenPlugin<Form> {
  readonly plan: Form;
  /** Where the plugin's call ends in the query's text. */
  readonly end: number;
}

/** A compilation with the plugin that must be run first, see `openPlugin`. */
export function withOpenPlugin<Compiled extends { readonly plan: Plan | undefined }>(
  compiled: Compiled,
): Compiled & { readonly open: OpenPlugin<Plan> | undefined } {
  const open = compiled.plan && openPlugin(compiled.plan);
  return { ...compiled, open: open && { plan: open, end: spanEnd(open.span) } };
}

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
