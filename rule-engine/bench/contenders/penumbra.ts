import { DiskFile } from '../../cli/disk-file.ts';
import { deserializePlan } from '../../plan/serialize.ts';
import { EngineSession } from '../../session/engine-session.ts';
import type { EvaluateParams, LiteralCount, RowsWindow } from '../../session/protocol.ts';
import { type BenchRule, fileNames } from '../bench-rule.ts';
import type { CompiledQuery } from '../compiled-query.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS, type Superseding } from '../contender.ts';

/** Our engine as the page's worker runs it: with the counts of every pattern, step and exclusion. */
export class Penumbra implements Contender, Superseding {
  private readonly session = new EngineSession();
  /** Those of the last evaluation, in the order of its text. */
  private literals: readonly LiteralCount[] = [];
  private readonly compile: (kind: 'rule' | 'summarize' | 'needle', of: BenchRule | string) => CompiledQuery;

  constructor(compile: Penumbra['compile']) {
    this.compile = compile;
  }

  async ingest(file: string): Promise<void> {
    await this.session.handlers.load({ file: new DiskFile(file) }, context());
  }

  async evaluate(rule: BenchRule): Promise<Answer> {
    const { count, literals, window } = await this.run(this.compile('rule', rule), SHOWN_ROWS);
    this.literals = literals;
    return { count, shown: window.rows.length };
  }

  async hits(rule: BenchRule): Promise<readonly string[]> {
    const { window } = await this.run(this.compile('rule', rule), Number.MAX_SAFE_INTEGER);
    const names = window.columns.map(({ name }) => name);
    const at = (name: string) => names.indexOf(name);
    const columns = ['DeviceName', 'AccountName', 'ProcessCommandLine'].map(at);
    const flagColumns = ['OsExec', 'NetworkActivity', 'DynamicLoad', 'ScriptFromTemp'].map(at);
    return window.rows.map(({ cells }) =>
      hitLine(
        columns.map((column) => cells[column].text ?? ''),
        flagColumns.map((column) => cells[column].text === 'true' || cells[column].text === 'True'),
      ),
    );
  }

  async summarize(rule: BenchRule): Promise<readonly string[]> {
    const { window } = await this.run(this.compile('summarize', rule), Number.MAX_SAFE_INTEGER);
    return window.rows.map(({ cells }) => cells.map(({ text }) => text).join('\t'));
  }

  /** The counts came with the evaluation. */
  async countPatterns({ patterns }: BenchRule): Promise<readonly number[]> {
    return this.literals.slice(fileNames.length, fileNames.length + patterns.length).map(({ rows }) => rows);
  }

  async countNeedle(needle: string): Promise<number> {
    const { window } = await this.run(this.compile('needle', needle), 1);
    return Number(window.rows[0].cells[0].text);
  }

  async supersede(older: CompiledQuery, newer: CompiledQuery): Promise<number> {
    const [first, second] = [paramsOf(older), paramsOf(newer)];
    const started = performance.now();
    const running = Promise.resolve(this.session.handlers.evaluate(first, context()));
    const ended = running.then(
      () => performance.now(),
      () => performance.now(),
    );
    // The newer edit's message is handled when the older evaluation lets it in.
    await new Promise((resolve) => setImmediate(resolve));
    await this.session.handlers.evaluate(second, context());
    return (await ended) - started;
  }

  private async run(
    query: CompiledQuery,
    rows: number,
  ): Promise<{ count: number; literals: readonly LiteralCount[]; window: RowsWindow }> {
    const { run, counts, literals } = await this.session.handlers.evaluate(paramsOf(query), context());
    const view = { run, tab: 'hits' as const, sort: [], filters: [], search: '' };
    const window = await this.session.handlers.rows({ view, start: 0, end: rows }, context());
    return { count: counts.hits, literals, window };
  }
}

function paramsOf({ plan, exclusions: [start, length] }: CompiledQuery): EvaluateParams {
  return { plan: deserializePlan(plan), exclusions: { start, length }, clock: { kind: 'newest' } };
}

function context() {
  return { signal: new AbortController().signal, progress: () => {} };
}
