import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { serializePlan } from '../plan/serialize.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { type BenchRule, needleQuery, ruleQuery, summarizeQuery } from './bench-rule.ts';
import type { CompiledQuery } from './compiled-query.ts';

const globals = makeGlobals(builtInTables);

export function compiledRule(rule: BenchRule): CompiledQuery {
  const { text, exclusions } = ruleQuery(rule);
  return { plan: planOf(text), exclusions };
}

export function compiledSummary(rule: BenchRule): CompiledQuery {
  return { plan: planOf(summarizeQuery(rule)), exclusions: [0, 0] };
}

export function compiledNeedle(needle: string): CompiledQuery {
  return { plan: planOf(needleQuery(needle)), exclusions: [0, 0] };
}

function planOf(text: string): string {
  const { plan, diagnostics } = compile(text, globals);
  if (plan === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return serializePlan(plan);
}
