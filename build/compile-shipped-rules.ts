import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../rule-engine/kusto/compile.ts';
import { makeGlobals } from '../rule-engine/kusto/globals.ts';
import { serializePlan } from '../rule-engine/plan/serialize.ts';
import { loadRulePackage, rulePackageFiles } from '../rule-engine/rule/rule-package.ts';
import { composeQuery } from '../rule-engine/rule/segments.ts';
import { builtInTables } from '../rule-engine/schema/catalogue.ts';
import { parseTestSuite } from '../rule-engine/validation/test-suite.ts';
import type { ShippedRule } from './shipped-rule.ts';
import { samplesOfRule, shippedRuleNames } from './shipped-samples.ts';

/** Reads and compiles the rule packages of a folder. Throws where one has an error, for no such page may be built. */
export function compileShippedRules(rulesFolder: string): readonly ShippedRule[] {
  const globals = makeGlobals(builtInTables);
  return shippedRuleNames(rulesFolder).map((name) => compileRule(path.join(rulesFolder, name), name));

  function compileRule(folder: string, name: string): ShippedRule {
    const { rule, diagnostics: packageDiagnostics } = loadRulePackage(packageTexts(folder));
    const query = composeQuery(rule.segments);
    const { plan, diagnostics } = compile(query.text, globals);
    const tests = rule.tests === undefined ? undefined : parseTestSuite(rule.tests);
    const error = [...packageDiagnostics, ...diagnostics, ...(tests?.diagnostics ?? [])].find(
      ({ severity }) => severity === 'error',
    );
    if (error || !plan) throw new Error(`${name} can't be shipped: ${error?.message ?? 'it has no plan'}`);
    const { metadata, segments, guide } = rule;
    return {
      metadata,
      segments,
      guide,
      query,
      plan: serializePlan(plan),
      tests: tests?.suite,
      folder: `rules/${name}/`,
      samples: samplesOfRule(rulesFolder, name),
    };
  }
}

function packageTexts(folder: string): ReadonlyMap<string, string> {
  const present = rulePackageFiles.filter((file) => existsSync(path.join(folder, file)));
  return new Map(present.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}
