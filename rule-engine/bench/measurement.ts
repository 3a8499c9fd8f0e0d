import { baseRule, type Keystroke, keystrokes } from './bench-rule.ts';
import { compiledNeedle, compiledRule, compiledSummary } from './compile-queries.ts';
import { ContenderClient } from './contender-client.ts';
import type { ContenderName, Step, StepResult } from './steps.ts';

/** Rounds of edits that are made before those that count: a user has typed before. */
const UNCOUNTED_ROUNDS = 2;
const EDITS_OF_ROUND = keystrokes(1).length;
/** Evaluations that a newer edit ends. */
const SUPERSEDED = 9;

export type Stage = 'ingest' | 'first' | 'keystroke' | 'counts' | 'summarize' | 'needle';

/** The results of a stage, in the same order of steps for both contenders. */
export type StageResults = ReadonlyMap<ContenderName, readonly StepResult[]>;

/** What our engine and one peer took, in turn. */
export interface Measured {
  /** How many hits the rule has, and a digest of them all. */
  readonly hits: string;
  readonly stages: Readonly<Record<Stage, StageResults>>;
  /** The kinds of the keystrokes, in order. */
  readonly edits: readonly Keystroke['kind'][];
  /** Milliseconds from an edit until our evaluation of an older one, which had just begun, has ended. */
  readonly superseded: readonly number[];
  readonly peakMegabytes: ReadonlyMap<ContenderName, number>;
  /** A peer that could not do the work, and why. */
  readonly failures: ReadonlyMap<ContenderName, string>;
}

/**
 * Runs our engine and one peer through the same steps, each step by one after the other, and compares what they answer.
 * No third one runs meanwhile: the longer a process rests between two steps, the more its next one takes, and a ratio
 * of two engines would hang on who else is measured.
 */
export class Measurement {
  private readonly clients: ContenderClient[];
  private readonly failures = new Map<ContenderName, string>();
  private readonly peaks = new Map<ContenderName, number>();

  private constructor(clients: ContenderClient[]) {
    this.clients = clients;
  }

  /** Beside no peer ours is measured alone. */
  static async beside(peer: ContenderName | undefined): Promise<Measurement> {
    const clients = [await ContenderClient.start('penumbra')];
    if (peer !== undefined) clients.push(await ContenderClient.start(peer));
    return new Measurement(clients);
  }

  async measure(path: string, rounds: number): Promise<Measured> {
    const ingest = await this.stage([{ kind: 'ingest', path }]);
    const base = { rule: baseRule, compiled: compiledRule(baseRule) };
    const first = await this.stage([{ kind: 'evaluate', ...base }]);
    const rules = keystrokes(UNCOUNTED_ROUNDS + rounds + 1);
    const edits = rules.slice(0, -EDITS_OF_ROUND);
    const typed = edits.map(({ rule }): Step => ({ kind: 'evaluate', rule, compiled: compiledRule(rule) }));
    const uncounted = UNCOUNTED_ROUNDS * EDITS_OF_ROUND;
    await this.stage(typed.slice(0, uncounted));
    const keystroke = await this.stage(typed.slice(uncounted));
    for (const client of this.clients) {
      const last = keystroke.get(client.name)?.at(-1);
      if (last !== undefined) this.peaks.set(client.name, last.peakMegabytes);
    }
    const counted = rules.slice(-EDITS_OF_ROUND);
    const counts = await this.stage(
      counted.map(({ rule }) => ({ kind: 'counts', rule, compiled: compiledRule(rule) })),
    );
    const summarize = await this.stage([{ kind: 'summarize', rule: baseRule, compiled: compiledSummary(baseRule) }]);
    const needle = await this.stage(
      ['certutil', 'webpack', 'mimikatz', 'renderer', 'bitsadmin'].map((text) => ({
        kind: 'needle',
        needle: text,
        compiled: compiledNeedle(text),
      })),
    );
    const hits = await this.stage([{ kind: 'hits', ...base }]);
    return {
      hits: hits.get('penumbra')![0].answer,
      stages: { ingest, first, keystroke, counts, summarize, needle },
      edits: edits.slice(uncounted).map(({ kind }) => kind),
      superseded: await this.supersede(),
      peakMegabytes: this.peaks,
      failures: this.failures,
    };
  }

  /** Milliseconds until an older evaluation has ended, of several edits that come while one runs. */
  private async supersede(): Promise<readonly number[]> {
    const ours = this.clients.find(({ name }) => name === 'penumbra')!;
    const ended: number[] = [];
    for (let round = 0; round < SUPERSEDED; round++) {
      const patterns = baseRule.patterns.map((pattern) => `q${round}z${pattern}`);
      const older = compiledRule({ ...baseRule, patterns });
      const { answer } = await ours.run({ kind: 'supersede', older, compiled: compiledRule(baseRule) });
      ended.push(Number(answer));
    }
    return ended;
  }

  stop(): void {
    for (const client of this.clients) client.stop();
  }

  private async stage(steps: readonly Step[]): Promise<StageResults> {
    const results = new Map<ContenderName, StepResult[]>(this.clients.map(({ name }) => [name, []]));
    for (const step of steps) {
      for (const client of this.clients) {
        if (this.failures.has(client.name)) continue;
        const result = await client.run(step);
        if (result.failure === undefined) results.get(client.name)!.push(result);
        else if (client.name === 'penumbra') throw new Error(`${step.kind}: ${result.failure}`);
        else this.failures.set(client.name, `${step.kind}: ${result.failure}`);
      }
      this.compare(step, results);
    }
    return results;
  }

  /** @throws when contenders answer differently */
  private compare(step: Step, results: ReadonlyMap<ContenderName, readonly StepResult[]>): void {
    const ours = results.get('penumbra')!.at(-1)!.answer;
    for (const [name, { length, [length - 1]: last }] of results) {
      if (this.failures.has(name) || last.answer === ours) continue;
      throw new Error(`${step.kind}: ${name} answers '${last.answer}', penumbra '${ours}'`);
    }
  }
}
