import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from '../kusto/compile.ts';
import { type Globals, makeGlobals } from '../kusto/globals.ts';
import { builtInTables } from '../schema/catalogue.ts';
import { junit } from '../validation/junit.ts';
import { runTests } from '../validation/run-tests.ts';
import { SampleFiles } from '../validation/sample-files.ts';
import type { TestResult } from '../validation/test-result.ts';
import { parseTestSuite } from '../validation/test-suite.ts';
import { optionValue, parseArguments, UsageError } from './arguments.ts';
import { errorText } from './error-text.ts';
import { type CommandOutput, standardOutput } from './eval.ts';
import { diagnosticLine, readRule } from './read-rule.ts';
import { sourceFile } from './source-file.ts';

interface TestedRule {
  readonly title: string;
  readonly results: readonly TestResult[];
}

/**
 * `penumbra test`: runs the tests of rules. Gives the exit code: 0, 1 when a test fails or a rule can't be tested, 2 when
 * called wrongly.
 */
export async function testCommand(args: readonly string[], output: CommandOutput = standardOutput): Promise<number> {
  try {
    const parsed = parseArguments(args, ['junit']);
    const junitFile = optionValue(parsed, 'junit');
    if (parsed.positional.length === 0) throw new UsageError('A rule is needed');
    const globals = makeGlobals(builtInTables);
    const tested: TestedRule[] = [];
    for (const folder of parsed.positional) tested.push(await testRule(folder, globals, output));
    if (junitFile !== undefined) await writeFile(junitFile, junit(tested));
    return tested.every(({ results }) => results.every(({ passed }) => passed)) ? 0 : 1;
  } catch (error) {
    output.message(`${errorText(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    output.message('Usage: penumbra test RULE... [--junit FILE]\n');
    return 2;
  }
}

async function testRule(path: string, globals: Globals, output: CommandOutput): Promise<TestedRule> {
  const rule = await readRule(path, globals);
  const { folder, tests } = rule;
  if (folder === undefined || tests === undefined) throw new Error(`${path} has no tests.yaml`);
  const { suite, diagnostics } = parseTestSuite(tests);
  const all = [...rule.diagnostics, ...diagnostics.map((found) => ({ ...found, file: join(folder, 'tests.yaml') }))];
  for (const diagnostic of all) output.message(diagnosticLine(diagnostic));
  if (all.some(({ severity }) => severity === 'error')) throw new Error(`${path} can't be tested`);
  if (suite.tests.length === 0) throw new Error(`${path} has no tests`);
  const results = await runTests(rule.segments, suite, {
    samples: new SampleFiles((name) => sourceFile(join(folder, name))),
    compile: (text, found) => compile(text, globals, found),
  });
  output.result(`${rule.metadata.title}\n${results.map(resultLines).join('')}`);
  const failed = results.filter(({ passed }) => !passed).length;
  output.result(`${results.length - failed} of ${results.length} tests passed\n`);
  return { title: rule.metadata.title, results };
}

function resultLines({ passed, title, hits, rows, milliseconds, failures }: TestResult): string {
  const head = `  ${passed ? '✓' : '✗'} ${title} (${hits ?? 0} hits in ${rows} rows, ${milliseconds} ms)\n`;
  return head + failures.map(({ check, message }) => `      ${check}: ${message}\n`).join('');
}
