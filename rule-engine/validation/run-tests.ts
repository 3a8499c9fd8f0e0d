import type { Span } from '../base/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { columnsByRows, evaluate } from '../executor/evaluate.ts';
import { checkSupport } from '../executor/plan-support.ts';
import type { RunContext } from '../executor/run-context.ts';
import { clockTicks } from '../ingest/evaluation-clock.ts';
import type { SourceFile } from '../ingest/load-source.ts';
import { Workspace } from '../ingest/workspace.ts';
import { type Relation, rowCount, rowsOf } from '../operators/relation.ts';
import { bindInSteps, type FoundColumns } from '../plan/bind-in-steps.ts';
import type { Plan } from '../plan/plan.ts';
import { parseExclusions } from '../rule/exclusions.ts';
import { type ComposedQuery, composeQuery, type Segments, toSegmentPosition } from '../rule/segments.ts';
import { checkRows } from './check-rows.ts';
import { SampleLabels } from './sample-labels.ts';
import type { TestFailure, TestResult } from './test-result.ts';
import type { RuleTest, TestSuite } from './test-suite.ts';
import { verdicts } from './verdicts.ts';

/** What tests need of the world around the rule. */
export interface TestEnvironment {
  /** A file of the rule's folder. Rejects when it is missing. */
  readonly file: (path: string) => Promise<SourceFile>;
  readonly compile: (
    text: string,
    found?: FoundColumns,
  ) => { readonly plan: Plan | undefined; readonly diagnostics: readonly Diagnostic[] };
}

/** Runs the tests of a rule in order. What goes wrong in one is its failure and does not stop the others. */
export async function runTests(
  segments: Segments,
  suite: TestSuite,
  environment: TestEnvironment,
): Promise<readonly TestResult[]> {
  const query = composeQuery(segments);
  const labels = await readLabels(suite, environment);
  const results: TestResult[] = [];
  for (const test of suite.tests) {
    const started = performance.now();
    const run = new TestRun(test, query, segments.exclusions, environment);
    await run.run(labels);
    const milliseconds = Math.round(performance.now() - started);
    const { failures, hits, rows } = run;
    const { id, title } = test;
    results.push({ id, title, passed: failures.length === 0, failures, hits, rows, milliseconds });
  }
  return results;
}

async function readLabels(suite: TestSuite, environment: TestEnvironment): Promise<SampleLabels | Error> {
  if (suite.labels === undefined) return SampleLabels.none;
  try {
    return SampleLabels.parse(new TextDecoder().decode(await (await environment.file(suite.labels)).arrayBuffer()));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

class TestRun {
  readonly failures: TestFailure[] = [];
  hits: number | undefined;
  rows = 0;
  private readonly test: RuleTest;
  private readonly query: ComposedQuery;
  private readonly exclusions: string;
  private readonly environment: TestEnvironment;

  constructor(test: RuleTest, query: ComposedQuery, exclusions: string, environment: TestEnvironment) {
    this.test = test;
    this.query = query;
    this.exclusions = exclusions;
    this.environment = environment;
  }

  async run(labels: SampleLabels | Error): Promise<void> {
    try {
      if (labels instanceof Error) return this.fail('samples', labels.message);
      const workspace = await this.loadSamples();
      const now = clockTicks(this.test.clock, workspace.newestEvent());
      const context: RunContext = { catalogue: workspace, now, checkpoint: async () => {} };
      const plan = await this.compile(this.query.text, 'query', context);
      if (plan === undefined) return;
      await this.checkResult(plan, labels, context);
      if (this.test.assertion !== undefined) await this.checkAssertion(this.test.assertion, context);
    } catch (error) {
      this.fail('query', error instanceof Error ? error.message : String(error));
    }
  }

  private async loadSamples(): Promise<Workspace> {
    const workspace = new Workspace();
    for (const path of this.test.samples) {
      const report = await workspace.load(await this.environment.file(path));
      if (report.errorCount > 0) {
        this.fail('samples', `${path}: ${report.errorCount} errors, the first: ${report.errors[0]?.message}`);
      }
      this.rows += report.records;
    }
    return workspace;
  }

  private async compile(text: string, check: string, context: RunContext): Promise<Plan | undefined> {
    const { plan, diagnostics } = await bindInSteps(
      (found) => checkSupport(this.environment.compile(text, found)),
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
    this.failures.push(
      ...checkRows(this.test, { table, labels, verdicts: found, exclusionName: this.exclusionNames() }),
    );
  }

  /** The name of the exclusion at a span of the whole query. */
  private exclusionNames(): (span: Span) => string {
    const steps = parseExclusions(this.exclusions).filter((step) => step.enabled);
    return (span) => {
      const { position } = toSegmentPosition(this.query, span.start);
      const step = steps.find(({ span: own }) => own.start <= position && position < own.start + own.length);
      return step?.name ?? '';
    };
  }

  private async checkAssertion(assertion: string, context: RunContext): Promise<void> {
    const text = `${this.query.text}\n| ${assertion.replace(/^\s*\|/, '')}`;
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
