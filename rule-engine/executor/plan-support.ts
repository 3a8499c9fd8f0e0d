import { aggregateFunction } from '../aggregates/registry.ts';
import { type Diagnostic, unsupported } from '../diagnostics/diagnostic.ts';
import { isLoadable, scalarFunction } from '../functions/registry.ts';
import { plugin } from '../operators/plugins/registry.ts';
import { tabularOperator } from '../operators/registry.ts';
import { windowFunction } from '../operators/window-functions.ts';
import type { Expr, Plan } from '../plan/plan.ts';
import { featureWithReason } from '../plan/refusal-reasons.ts';
import { walkPlan } from '../plan/walk.ts';
import { invalidPatterns } from './constant-patterns.ts';

/** Spellings that the executor evaluates itself. */
const OF_THE_EXECUTOR: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/**
 * What a plan asks that the engine lacks, by name and place, each name once a place: the functions, aggregates, operators
 * and plugins that no registry has. What it finds, a run of the plan would throw, if it came so far.
 */
export function unsupportedFeatures(plan: Plan): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const report = (feature: string, span: Diagnostic['span']) =>
    found.set(`${feature} ${span.start} ${span.length}`, unsupported(feature, span).diagnostic);
  walkPlan(
    plan,
    (node) => {
      const feature = missingFeature(node);
      if (feature !== undefined) report(feature, node.span);
    },
    ({ aggregate, span }) => {
      if (aggregateFunction(aggregate) === undefined) report(`${aggregate}()`, span);
    },
  );
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function missingFeature(node: Plan | Expr): string | undefined {
  switch (node.kind) {
    case 'call':
      return isKnown(node.name) ? undefined : featureWithReason(nameOfCall(node.name), node.name);
    case 'literal':
    case 'column':
    case 'list':
    case 'toscalar':
    case 'subquery-input':
      return undefined;
    case 'evaluate':
      return plugin(node.plugin) === undefined
        ? featureWithReason(`The plugin ${node.plugin}`, node.plugin)
        : undefined;
    default:
      return tabularOperator(node.kind) === undefined ? featureWithReason(node.kind, node.kind) : undefined;
  }
}

function isKnown(name: string): boolean {
  if (OF_THE_EXECUTOR.has(name) || isLoadable(name)) return true;
  return scalarFunction(name) !== undefined || windowFunction(name) !== undefined;
}

function nameOfCall(name: string): string {
  return /^\w+$/.test(name) ? `${name}()` : name;
}

/** A compilation without its plan where a run would refuse the plan whatever the rows; the diagnostics then say why. */
export async function checkSupport<
  Compiled extends { readonly plan: Plan | undefined; readonly diagnostics: readonly Diagnostic[] },
>(compiled: Compiled): Promise<Compiled> {
  const { plan, diagnostics } = compiled;
  if (plan === undefined) return compiled;
  const refused = [...unsupportedFeatures(plan), ...(await invalidPatterns(plan))];
  if (refused.length === 0) return compiled;
  return { ...compiled, plan: undefined, diagnostics: [...diagnostics, ...refused] };
}
