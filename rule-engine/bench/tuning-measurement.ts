import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { EngineSession } from '../session/engine-session.ts';
import type { EvaluateParams, Evaluation } from '../session/protocol/evaluation.ts';
import type { GridRow } from '../session/protocol/rows.ts';
import type { View } from '../session/protocol/view.ts';
import { type BenchRule, keystrokes, ruleQuery } from './bench-rule.ts';
import { compiledRule } from './compile-queries.ts';

/** What is asked of a run: a method, with what it needs besides the run. */
type Question = readonly [name: string, ask: (signal: AbortSignal) => Promise<unknown>];

/** One question after one edit. */
export interface QuestionCost {
  readonly question: string;
  /** Of all threads of the process. */
  readonly processorMilliseconds: number;
  readonly milliseconds: number;
  /** From the cancellation, given when half of the time above is over, to the refusal; undefined where it was too quick. */
  readonly cancelMilliseconds: number | undefined;
}

export interface TuningMeasured {
  readonly hits: number;
  readonly labelled: number;
  /** The first answers of a session, when nothing is known yet. */
  readonly first: readonly QuestionCost[];
  /** After each edit. */
  readonly afterEdit: readonly QuestionCost[];
}

const uncancelled = new AbortController().signal;
/** How many of the first hits get each label, spread over them. */
const LABELLED = { unsure: 100, FP: 600, TP: 300 } as const;
const FIRST_HITS = 20_000;

/** An engine session with events and labels, as the page's worker has it. */
export class TuningMeasurement {
  private readonly session: EngineSession;
  private only: string | undefined;

  private constructor(session: EngineSession) {
    this.session = session;
  }

  /** @param file of events in CSV */
  static async start(file: string): Promise<TuningMeasurement> {
    const blob = await openAsBlob(file);
    const named = Object.assign(blob, { name: path.basename(file), lastModified: 0, webkitRelativePath: '' });
    const session = new EngineSession();
    await session.handlers.load({ file: named }, context(uncancelled));
    return new TuningMeasurement(session);
  }

  /** Asks every question, or one, of a rule's first run and after each of `rounds` edits of each kind. */
  async measure(base: BenchRule, rounds: number, only?: string): Promise<TuningMeasured> {
    this.only = only;
    const { run, counts } = await this.evaluate(base, uncancelled);
    const labelled = await this.labelSome(run);
    const first = await this.askAll(base, base, run);
    const afterEdit: QuestionCost[] = [];
    for (const { rule } of keystrokes(rounds, base)) {
      const evaluation = await this.evaluate(rule, uncancelled);
      afterEdit.push(...(await this.askAll(base, rule, evaluation.run)));
    }
    return { hits: counts.hits, labelled, first, afterEdit };
  }

  private evaluate(rule: BenchRule, signal: AbortSignal): Promise<Evaluation> {
    const { plan, exclusions } = versionOf(rule);
    const params: EvaluateParams = { plan, exclusions, clock: { kind: 'newest' } };
    return Promise.resolve(this.session.handlers.evaluate(params, context(signal)));
  }

  private async labelSome(run: number): Promise<number> {
    const hits = await this.rowsOf(run, FIRST_HITS);
    let labelled = 0;
    for (const verdict of ['FP', 'TP', 'unsure'] as const) {
      const stride = Math.max(1, Math.floor(hits.length / LABELLED[verdict]));
      const rows = hits.filter((_, i) => i % stride === 0).map(({ row }) => row);
      const label = { verdict, note: '' };
      await this.session.handlers.label({ view: viewOf(run), rows, label }, context(uncancelled));
      labelled += rows.length;
    }
    return labelled;
  }

  private async rowsOf(run: number, end: number): Promise<readonly GridRow[]> {
    const { rows } = await this.session.handlers.rows({ view: viewOf(run), start: 0, end }, context(uncancelled));
    return rows;
  }

  private async askAll(base: BenchRule, rule: BenchRule, run: number): Promise<readonly QuestionCost[]> {
    const costs: QuestionCost[] = [];
    for (const [question, ask] of await this.questions(base, rule, run)) {
      if (this.only !== undefined && question !== this.only) continue;
      const processor = process.cpuUsage();
      const started = performance.now();
      await ask(uncancelled);
      const milliseconds = performance.now() - started;
      const { user, system } = process.cpuUsage(processor);
      const processorMilliseconds = (user + system) / 1000;
      const cancelMilliseconds = await cancelDelay(ask, milliseconds / 2);
      costs.push({ question, processorMilliseconds, milliseconds, cancelMilliseconds });
    }
    return costs;
  }

  private async questions(base: BenchRule, rule: BenchRule, run: number): Promise<readonly Question[]> {
    const { handlers } = this.session;
    const { text } = ruleQuery(rule);
    const rows = (await this.rowsOf(run, 5)).map(({ row }) => row);
    const conditions = [{ column: 'FileName', operator: '==', value: 'nmap' }] as const;
    const other = versionOf(base);
    const columns = ['DeviceName', 'InitiatingProcessFileName', 'AccountName', 'FileName'];
    return [
      ['metrics', async (signal) => handlers.metrics({ run }, context(signal))],
      ['impact', async (signal) => handlers.impact({ run }, context(signal))],
      ['overlap', async (signal) => handlers.overlap({ run, limit: 24 }, context(signal))],
      ['trend', async (signal) => handlers.trend({ run, bins: 60 }, context(signal))],
      ['breakdown', async (signal) => handlers.breakdown({ run, columns, limit: 8 }, context(signal))],
      ['near misses', async (signal) => handlers['near-misses']({ run, text }, context(signal))],
      [
        'exclusion candidates',
        async (signal) =>
          handlers['exclusion-candidates']({ run, rows, column: 'FileName', limit: 24 }, context(signal)),
      ],
      ['exclusion preview', async (signal) => handlers['preview-exclusion']({ run, conditions }, context(signal))],
      ['difference', async (signal) => handlers.compare({ run, other }, context(signal))],
      ['suggestions', async (signal) => handlers['suggest-exclusions']({ run }, context(signal))],
    ];
  }
}

/** How long a question goes on after it is cancelled; undefined where it was answered before. */
async function cancelDelay(ask: Question[1], after: number): Promise<number | undefined> {
  const controller = new AbortController();
  let cancelledAt = 0;
  const timer = setTimeout(() => {
    cancelledAt = performance.now();
    controller.abort();
  }, after);
  try {
    await ask(controller.signal);
    return undefined;
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    return performance.now() - cancelledAt;
  } finally {
    clearTimeout(timer);
  }
}

function versionOf(rule: BenchRule) {
  const { plan, exclusions } = compiledRule(rule);
  const [start, length] = exclusions;
  return { plan, exclusions: { start, length } };
}

function viewOf(run: number): View {
  return { run, tab: 'hits', sort: [], filters: [], search: '' };
}

function context(signal: AbortSignal) {
  return { signal, progress: () => {} };
}
