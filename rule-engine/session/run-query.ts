import { spanEnd } from '../base/span.ts';
import { type Diagnostic, QueryError } from '../diagnostics/diagnostic.ts';
import { evaluate } from '../executor/evaluate.ts';
import type { RunContext } from '../executor/run-context.ts';
import { compile } from '../kusto/compile.ts';
import type { Globals } from '../kusto/globals.ts';
import type { Relation } from '../operators/relation.ts';
import { openPlugin } from '../plan/open-plugin.ts';
import type { Plan } from '../plan/plan.ts';
import type { ColumnSchema } from '../schema/scalar-type.ts';

/** Plugins bound in steps, innermost first; a text with more has run away. */
const MOST_STEPS = 16;

/**
 * Binds a query and evaluates it. Where a plugin's columns depend on its rows, it is run first and the query is bound
 * again with what it gave, as Kusto does.
 *
 * @throws QueryError with the first error of the binder, of the engine, or for what the engine lacks
 */
export async function runQuery(text: string, globals: Globals, context: RunContext): Promise<Relation> {
  const plan = await bindQuery(text, globals, context);
  return evaluate(plan, context);
}

/** The plan of a query, with all columns known. @throws QueryError */
export async function bindQuery(text: string, globals: Globals, context: RunContext): Promise<Plan> {
  const found = new Map<number, readonly ColumnSchema[]>();
  let plan = planOf(text, globals, found);
  for (let step = 0; step < MOST_STEPS; step++) {
    const open = openPlugin(plan);
    if (open === undefined || found.has(spanEnd(open.span))) break;
    const relation = await evaluate(open, context);
    found.set(spanEnd(open.span), relation.schema);
    plan = planOf(text, globals, found);
  }
  return plan;
}

function planOf(text: string, globals: Globals, found: ReadonlyMap<number, readonly ColumnSchema[]>): Plan {
  const { plan, diagnostics } = compile(text, globals, found.size === 0 ? undefined : found);
  if (plan !== undefined) return plan;
  throw new QueryError(firstError(diagnostics));
}

function firstError(diagnostics: readonly Diagnostic[]): Diagnostic {
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return (
    error ?? { code: 'internal', severity: 'error', span: { start: 0, length: 0 }, message: 'The query has no plan' }
  );
}
