import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../kusto/compile.ts';
import { makeGlobals } from '../kusto/globals.ts';
import { serializePlan } from '../plan/serialize.ts';
import { loadRulePackage, rulePackageFiles } from '../rule/rule-package.ts';
import type { Segments } from '../rule/segments.ts';
import { builtInTables } from '../schema/catalogue.ts';
import type { TestResult } from '../validation/test-result.ts';
import { parseTestSuite, type RuleTest, type TestSuite } from '../validation/test-suite.ts';
import { testedTexts } from '../validation/tested-texts.ts';
import { EngineSession } from './engine-session.ts';
import type { CompiledText } from './protocol/language-methods.ts';

const folder = 'public/rules/t1059-011-lua';
const globals = makeGlobals(builtInTables);
const context = { signal: new AbortController().signal, progress: (): never => undefined as never };
const { handlers } = new EngineSession();

let segments: Segments;
let suite: TestSuite;
const files = new Map<string, File>();

beforeAll(async () => {
  const texts = await Promise.all(
    rulePackageFiles.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
  );
  const { rule } = loadRulePackage(new Map(texts));
  segments = rule.segments;
  suite = parseTestSuite(rule.tests ?? '').suite;
  for (const path of new Set(suite.tests.flatMap(({ samples }) => [...samples, suite.labels ?? '']))) {
    files.set(path, new File([new Uint8Array(await readFile(join(folder, path)))], basename(path)));
  }
});

function compiledText(text: string): Pick<CompiledText, 'plan' | 'diagnostics'> {
  const { plan, diagnostics } = compile(text, globals);
  return { plan: plan && serializePlan(plan), diagnostics };
}

async function run(test: RuleTest, text: Segments, signal = context.signal): Promise<TestResult> {
  const { query, asserted } = testedTexts(text, test);
  const compiled = new Map([query, asserted ?? query].map((each) => [each, compiledText(each)]));
  const { labels } = suite;
  return handlers['run-test']({ segments: text, test, labels, files, compiled }, { ...context, signal });
}

async function failed(text: Segments): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  for (const test of suite.tests) results.push(await run(test, text));
  return results.filter(({ passed }) => !passed);
}

describe("the session's tests of a rule", () => {
  it('pass for the shipped rule, and load no events into the session', async () => {
    expect(await failed(segments)).toEqual([]);
    expect(await handlers.sources(null, context)).toEqual([]);
  });

  it('count the rows that they look at', async () => {
    const { checked, rows, hits } = await run(suite.tests[4], segments);
    expect(checked).toEqual({ match: 15, noMatch: 1, excluded: 0 });
    expect(hits).toBe(15);
    expect(rows).toBeGreaterThan(15);
  });

  it('fail where a pattern is missing, with the rows that it found', async () => {
    const results = await failed({ ...segments, patterns: segments.patterns.replace('"io.popen(",', '') });
    expect(results.map(({ id }) => id)).toEqual(['exclusions-leave-attacks']);
    const [hits, match] = results[0].failures;
    expect(hits.message).toBe('14 rows are in the result; 15 were expected');
    expect(match.rows).toEqual([
      expect.objectContaining({ verdict: 'do not match', text: expect.stringContaining('io.popen("id")') }),
    ]);
  });

  it('give the columns that a part of the query has over their samples', async () => {
    const { plan } = compiledText('DeviceProcessEvents | project DeviceName');
    if (plan === undefined) throw new Error('no plan');
    const columns = await handlers['test-columns']({ test: suite.tests[0], files, plan }, context);
    expect(columns).toEqual([{ name: 'DeviceName', type: 'string' }]);
  });

  it('end with the reason once they are cancelled', async () => {
    await expect(run(suite.tests[0], segments, AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
