import { invariant } from '../../base/assert.ts';
import { DiskFile } from '../../cli/disk-file.ts';
import { EngineSession } from '../../session/engine-session.ts';
import { fromNamed } from '../../session/known-rows.ts';
import type { EvaluatedRows, EvaluateParams, Evaluation } from '../../session/protocol/evaluation.ts';
import type { GridRow } from '../../session/protocol/rows.ts';
import { type BenchRule, fileNames } from '../bench-rule.ts';
import type { CompiledQuery } from '../compiled-query.ts';
import { type Answer, type Contender, hitLine, SHOWN_ROWS, type Superseding } from '../contender.ts';

interface Found extends Pick<EvaluatedRows, 'columns'> {
  readonly count: number;
  readonly rows: readonly GridRow[];
  /** What comes after the rows: the counts of every pattern, step and exclusion. */
  readonly evaluation: Promise<Evaluation>;
}

/** Our engine as the page's worker runs it: rows first, then what every pattern, step and exclusion did. */
export class Penumbra implements Contender, Superseding {
  private readonly session = new EngineSession();
  private last: Promise<Evaluation> | undefined;
  private readonly compile: (kind: 'rule' | 'summarize' | 'needle', of: BenchRule | string) => CompiledQuery;

  constructor(compile: Penumbra['compile']) {
    this.compile = compile;
  }

  async ingest(file: string): Promise<void> {
    await this.session.handlers.load({ file: new DiskFile(file) }, context);
  }

  async evaluate(rule: BenchRule): Promise<Answer> {
    const { count, rows, evaluation } = await this.run(this.compile('rule', rule), SHOWN_ROWS);
    this.last = evaluation;
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

  async countPatterns({ patterns }: BenchRule): Promise<readonly number[]> {
    invariant(this.last !== undefined, 'an evaluation before its counts');
    const { literals } = await this.last;
    return literals.slice(fileNames.length, fileNames.length + patterns.length).map(({ rows }) => rows);
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

  private async run(query: CompiledQuery, rows: number): Promise<Found> {
    const view = { tab: 'hits' as const, sort: [], filters: [], search: '' };
    const params = { ...this.paramsOf(query), rows: { view, start: 0, end: rows } };
    return new Promise((resolve, reject) => {
      const progress = ({ columns, window }: EvaluatedRows): void => {
        invariant(window !== undefined, 'the rows that were asked for');
        const { total: count, rows: named } = window.rows;
        resolve({ count, columns, rows: fromNamed(named, new Map()) ?? [], evaluation });
      };
      const evaluation = Promise.resolve(this.session.handlers.evaluate(params, { ...context, progress }));
      evaluation.catch(reject);
    });
  }

  private paramsOf({ plan, exclusions: [start, length] }: CompiledQuery): EvaluateParams {
    return { plan, exclusions: { start, length }, clock: { kind: 'newest' } };
  }
}

/** No step of a benchmark is cancelled but by a newer one. */
const context = { signal: new AbortController().signal, progress: () => {} };
