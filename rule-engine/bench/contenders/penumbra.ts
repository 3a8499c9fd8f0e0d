import { invariant } from '../../base/assert.ts';
import { DiskFile } from '../../cli/disk-file.ts';
import { PlanReader } from '../../plan/read-plan.ts';
import { EngineSession } from '../../session/engine-session.ts';
import { fromNamed } from '../../session/known-rows.ts';
import type { EvaluateParams, Evaluation, GridRow, LiteralCount } from '../../session/protocol.ts';
import { type BenchRule, fileNames } from '../bench-rule.ts';
import type { CompiledQuery } from '../compiled-query.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS, type Superseding } from '../contender.ts';

interface Evaluated extends Pick<Evaluation, 'literals' | 'columns'> {
  readonly count: number;
  readonly rows: readonly GridRow[];
}

/** Our engine as the page's worker runs it: with the counts of every pattern, step and exclusion. */
export class Penumbra implements Contender, Superseding {
  private readonly session = new EngineSession();
  private readonly plans = new PlanReader();
  /** Those of the last evaluation, in the order of its text. */
  private literals: readonly LiteralCount[] = [];
  private readonly compile: (kind: 'rule' | 'summarize' | 'needle', of: BenchRule | string) => CompiledQuery;

  constructor(compile: Penumbra['compile']) {
    this.compile = compile;
  }

  async ingest(file: string): Promise<void> {
    await this.session.handlers.load({ file: new DiskFile(file) }, context);
  }

  async evaluate(rule: BenchRule): Promise<Answer> {
    const { count, literals, rows } = await this.run(this.compile('rule', rule), SHOWN_ROWS);
    this.literals = literals;
    return { count, shown: rows.length };
  }

  async hits(rule: BenchRule): Promise<readonly string[]> {
    const { columns: schema, rows } = await this.run(this.compile('rule', rule), Number.MAX_SAFE_INTEGER);
    const names = schema.map(({ name }) => name);
    const at = (name: string) => names.indexOf(name);
    const columns = ['DeviceName', 'AccountName', 'ProcessCommandLine'].map(at);
    const flagColumns = ['OsExec', 'NetworkActivity', 'DynamicLoad', 'ScriptFromTemp'].map(at);
    return rows.map(({ cells }) =>
      hitLine(
        columns.map((column) => cells[column].text ?? ''),
        flagColumns.map((column) => cells[column].text === 'true' || cells[column].text === 'True'),
      ),
    );
  }

  async summarize(rule: BenchRule): Promise<readonly string[]> {
    const { rows } = await this.run(this.compile('summarize', rule), Number.MAX_SAFE_INTEGER);
    return rows.map(({ cells }) => cells.map(({ text }) => text).join('\t'));
  }

  /** The counts came with the evaluation. */
  async countPatterns({ patterns }: BenchRule): Promise<readonly number[]> {
    return this.literals.slice(fileNames.length, fileNames.length + patterns.length).map(({ rows }) => rows);
  }

  async countNeedle(needle: string): Promise<number> {
    const { rows } = await this.run(this.compile('needle', needle), 1);
    return Number(rows[0].cells[0].text);
  }

  async supersede(older: CompiledQuery, newer: CompiledQuery): Promise<number> {
    const [first, second] = [this.paramsOf(older), this.paramsOf(newer)];
    const started = performance.now();
    const running = Promise.resolve(this.session.handlers.evaluate(first, context));
    const ended = running.then(
      () => performance.now(),
      () => performance.now(),
    );
    // The newer edit's message is handled when the older evaluation lets it in.
    await new Promise((resolve) => setImmediate(resolve));
    await this.session.handlers.evaluate(second, context);
    return (await ended) - started;
  }

  /** The rows come with the evaluation, as the page asks for them. */
  private async run(query: CompiledQuery, rows: number): Promise<Evaluated> {
    const view = { tab: 'hits' as const, sort: [], filters: [], search: '' };
    const params = { ...this.paramsOf(query), rows: { view, start: 0, end: rows } };
    const { counts, literals, columns, window } = await this.session.handlers.evaluate(params, context);
    const shown = window && fromNamed(window.rows.rows, new Map());
    invariant(shown !== undefined, 'the rows that were asked for');
    return { count: counts.hits, literals, columns, rows: shown };
  }

  private paramsOf({ plan, exclusions: [start, length] }: CompiledQuery): EvaluateParams {
    return { plan: this.plans.read(plan), exclusions: { start, length }, clock: { kind: 'newest' } };
  }
}

/** No step of a benchmark is cancelled but by a newer one. */
const context = { signal: new AbortController().signal, progress: () => {} };
