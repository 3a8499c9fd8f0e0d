import { NOWHERE } from '../base/span.ts';
import { type Diagnostic, QueryError } from '../diagnostics/diagnostic.ts';
import { columnsByRows, evaluate } from '../executor/evaluate.ts';
import { checkSupport } from '../executor/plan-support.ts';
import type { RunContext } from '../executor/run-context.ts';
import { compile } from '../kusto/compile.ts';
import type { Globals } from '../kusto/globals.ts';
import type { Relation } from '../operators/relation.ts';
import { bindInSteps } from '../plan/bind-in-steps.ts';
import { withOpenPlugin } from '../plan/open-plugin.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Binds a query and evaluates it.
 *
 * @throws QueryError with the first error of the binder, of the engine, or for what the engine lacks
 */
export async function runQuery(text: string, globals: Globals, context: RunContext): Promise<Relation> {
  return evaluate(await bindQuery(text, globals, context), context);
}

/** The plan of a query, with all columns known. @throws QueryError */
async function bindQuery(text: string, globals: Globals, context: RunContext): Promise<Plan> {
  const { plan, diagnostics } = await bindInSteps(
    async (found) => withOpenPlugin(await checkSupport(compile(text, globals, found))),
    (open) => columnsByRows(open, context),
  );
  if (plan !== undefined) return plan;
  throw new QueryError(firstError(diagnostics));
}

function firstError(diagnostics: readonly Diagnostic[]): Diagnostic {
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return error ?? { code: 'internal', severity: 'error', span: NOWHERE, message: 'The query has no plan' };
}
