import { messageOf } from '../base/error-message.ts';
import type { Span } from '../base/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { columnsByRows, evaluate } from '../executor/evaluate.ts';
import { checkSupport } from '../executor/plan-support.ts';
import type { RunContext } from '../executor/run-context.ts';
import { clockTicks } from '../ingest/evaluation-clock.ts';
import { type Relation, rowCount, rowsOf } from '../operators/relation.ts';
import { bindInSteps, type FoundColumns } from '../plan/bind-in-steps.ts';
import { withOpenPlugin } from '../plan/open-plugin.ts';
import type { Plan } from '../plan/plan.ts';
import { parseExclusions } from '../rule/exclusions.ts';
import { type ComposedQuery, composeQuery, type Segments, toSegmentPosition } from '../rule/segments.ts';
import { checkRows } from './check-rows.ts';
import type { SampleFiles } from './sample-files.ts';
import type { SampleLabels } from './sample-labels.ts';
import type { CheckedCounts, TestFailure, TestResult } from './test-result.ts';
import type { RuleTest, TestSuite } from './test-suite.ts';
import { testedTexts } from './tested-texts.ts';
import { verdicts } from './verdicts.ts';

/** What tests need of the world around the rule. */
export interface TestEnvironment {
  readonly samples: SampleFiles;
  readonly compile: (text: string, found?: FoundColumns) => Compiled | Promise<Compiled>;
  /** Awaited by long loops; rejects once the tests are to stop. */
  readonly checkpoint?: () => Promise<void>;
}

interface Compiled {
  readonly plan: Plan | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs the tests of a rule in order. What goes wrong in one is its failure and does not stop the others. */
export async function runTests(
  segments: Segments,
  suite: TestSuite,
  environment: TestEnvironment,
): Promise<readonly TestResult[]> {
  const results: TestResult[] = [];
  for (const test of suite.tests) results.push(await runTest(segments, test, suite.labels, environment));
  return results;
}

/**
 * Runs one test of a rule. What goes wrong in it is its failure.
 * @param labels the file that names the samples' rows
 */
export async function runTest(
  segments: Segments,
  test: RuleTest,
  labels: string | undefined,
  environment: TestEnvironment,
): Promise<TestResult> {
  const started = performance.now();
  const run = new TestRun(test, segments, environment);
  await run.run(labels);
  const milliseconds = Math.round(performance.now() - started);
  const { failures, checked, hits, rows } = run;
  const { id, title } = test;
  return { id, title, passed: failures.length === 0, failures, checked, hits, rows, milliseconds };
}

class TestRun {
  readonly failures: TestFailure[] = [];
  checked: CheckedCounts = { match: 0, noMatch: 0, excluded: 0 };
  hits: number | undefined;
  rows = 0;
  private readonly test: RuleTest;
  private readonly query: ComposedQuery;
  private readonly segments: Segments;
  private readonly environment: TestEnvironment;

  constructor(test: RuleTest, segments: Segments, environment: TestEnvironment) {
    this.test = test;
    this.query = composeQuery(segments);
    this.segments = segments;
    this.environment = environment;
  }

  async run(labelFile: string | undefined): Promise<void> {
    const { samples, checkpoint = async () => {} } = this.environment;
    let labels: SampleLabels;
    try {
      labels = await samples.labelsOf(labelFile);
    } catch (error) {
      return this.fail('samples', messageOf(error));
    }
    try {
      const { workspace, records, errors } = await samples.tablesOf(this.test.samples);
      this.rows = records;
      for (const message of errors) this.fail('samples', message);
      const now = clockTicks(this.test.clock, workspace.newestEvent());
      const context: RunContext = { catalogue: workspace, now, checkpoint };
      const { query, asserted } = testedTexts(this.segments, this.test);
      const plan = await this.compile(query, 'query', context);
      if (plan === undefined) return;
      await this.checkResult(plan, labels, context);
      if (asserted !== undefined) await this.checkAssertion(asserted, context);
    } catch (error) {
      this.fail('query', messageOf(error));
    }
  }

  private async compile(text: string, check: string, context: RunContext): Promise<Plan | undefined> {
    const { plan, diagnostics } = await bindInSteps(
      async (found) => withOpenPlugin(await checkSupport(await this.environment.compile(text, found))),
      (open) => columnsByRows(open, context),
    );
    const error = diagnostics.find((diagnostic) => diagnostic.severity === 'error');
    if (error !== undefined || plan === undefined) {
      this.fail(check, error === undefined ? 'The query has no plan' : `${error.code}: ${error.message}`);
      return undefined;
    }
    return plan;
  }

  private async checkResult(plan: Plan, labels: SampleLabels, context: RunContext): Promise<void> {
    const found = await verdicts(plan, this.query.spans.exclusions, context);
    this.hits = rowCount(found.result);
    const { hits, match, noMatch, excluded } = this.test;
    if (hits !== undefined && hits !== this.hits) {
      this.fail('hits', `${this.hits} rows are in the result; ${hits} were expected`);
    }
    if (match.length + noMatch.length + excluded.length === 0) return;
    const table = found.table === undefined ? undefined : context.catalogue.table(found.table);
    if (!found.traceable || table === undefined) {
      this.fail('match', 'Rows of the result are not rows of a table: check them with hits and assert instead');
      return;
    }
    const { failures, checked } = checkRows(this.test, {
      table,
      labels,
      verdicts: found,
      exclusionName: this.exclusionNames(),
    });
    this.checked = checked;
    this.failures.push(...failures);
  }

  /** The name of the exclusion at a span of the whole query. */
  private exclusionNames(): (span: Span) => string {
    const steps = parseExclusions(this.segments.exclusions).filter((step) => step.enabled);
    return (span) => {
      const { position } = toSegmentPosition(this.query, span.start);
      const step = steps.find(({ span: own }) => own.start <= position && position < own.start + own.length);
      return step?.name ?? '';
    };
  }

  private async checkAssertion(text: string, context: RunContext): Promise<void> {
    const plan = await this.compile(text, 'assert', context);
    if (plan === undefined) return;
    const result = await evaluate(plan, context);
    const rows = rowsOf(result);
    if (rows.length === 0) return this.fail('assert', 'The assertion gave no row');
    const flags = result.columns.flatMap((column, index) => (column.type === 'bool' ? [index] : []));
    if (flags.length === 0) return this.fail('assert', 'The assertion gave no bool column');
    for (const index of flags) {
      const wrong = rows.find((row) => result.columns[index].get(row) !== true);
      if (wrong !== undefined)
        this.fail('assert', `${result.schema[index].name} is not true: ${rowText(result, wrong)}`);
    }
  }

  private fail(check: string, message: string): void {
    this.failures.push({ check, message });
  }
}

function rowText(result: Relation, row: number): string {
  return result.schema.map(({ name }, index) => `${name} = ${String(result.columns[index].get(row))}`).join(', ');
}
