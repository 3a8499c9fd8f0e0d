import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { loadRulePackage, type RulePackage, rulePackageFiles } from '../rule/rule-package.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { runTests, type TestEnvironment } from './run-tests.ts';
import { SampleFiles } from './sample-files.ts';
import type { TestResult } from './test-result.ts';
import { parseTestSuite } from './test-suite.ts';

const folder = 'public/rules/t1059-011-lua';
const globals = makeGlobals(builtInTables);

const environment: TestEnvironment = {
  samples: new SampleFiles(
    async (path) => new File([new Uint8Array(await readFile(join(folder, path)))], basename(path)),
  ),
  compile: (text) => compile(text, globals),
};

describe('the shipped rule, on its samples', () => {
  let rule: RulePackage;
  let results: readonly TestResult[];

  beforeAll(async () => {
    const files = await Promise.all(
      rulePackageFiles.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
    );
    const loaded = loadRulePackage(new Map(files));
    expect(loaded.diagnostics).toEqual([]);
    rule = loaded.rule;
    const { suite, diagnostics } = parseTestSuite(rule.tests ?? '');
    expect(diagnostics).toEqual([]);
    results = await runTests(rule.segments, suite, environment);
  });

  it('gives exactly the hits that are written down by hand', () => {
    expect(results.flatMap(({ id, failures }) => failures.map(({ message }) => `${id}: ${message}`))).toEqual([]);
    expect(results.map(({ id, hits }) => [id, hits])).toEqual([
      ['lua-os-command-execution', 8],
      ['lua-network-socket-connection', 8],
      ['lua-dynamic-code-loading', 8],
      ['named-threats', 6],
      ['exclusions-leave-attacks', 15],
      ['living-off-the-land', 7],
      ['false-positives', 29],
      ['ordinary-day', 0],
    ]);
  });
});
