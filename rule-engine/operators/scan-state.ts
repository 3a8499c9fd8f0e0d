import type { ScanStep } from '../plan/plan.ts';
import type { Scalar } from '../schema/value.ts';

/** A row that matched a step, with the columns that steps write as they were assigned. */
export interface ScanRecord {
  readonly row: number;
  readonly written: readonly Scalar[];
}

/** An active sequence: the last record of each step so far, and the number of its match. */
export interface StepState {
  readonly records: readonly (ScanRecord | undefined)[];
  readonly matchId: bigint;
}

/** The state of `scan`: for each step the active sequence that has come as far as it. */
export class MatchState {
  readonly steps: (StepState | undefined)[];
  private readonly definitions: readonly ScanStep[];
  private readonly emit: (record: ScanRecord, matchId: bigint) => void;
  private nextMatchId = 0n;

  constructor(definitions: readonly ScanStep[], emit: (record: ScanRecord, matchId: bigint) => void) {
    this.definitions = definitions;
    this.emit = emit;
    this.steps = definitions.map(() => undefined);
  }

  /** The step whose active sequence a match of `step` would carry on: the one before it, optional ones skipped. */
  sourceOf(step: number): number | undefined {
    for (let previous = step - 1; previous >= 0; previous--) {
      if (this.steps[previous] !== undefined) return previous;
      if (!this.definitions[previous].optional) return undefined;
    }
    return undefined;
  }

  /** True when a sequence may begin with the step: all steps before it are optional. */
  isOpening(step: number): boolean {
    return this.definitions.slice(0, step).every(({ optional }) => optional);
  }

  /** The sequence of `previous` moves on to `step` with a record. */
  promote(previous: number, step: number, record: ScanRecord): void {
    const sequence = this.steps[previous];
    if (sequence === undefined) return;
    this.emitLast(step);
    this.emitLast(previous);
    this.steps[previous] = undefined;
    const records = sequence.records.slice(0, step);
    records[step] = record;
    this.steps[step] = { records, matchId: sequence.matchId };
    if (this.definitions[step].output === 'all') this.emit(record, sequence.matchId);
  }

  /** The step of an active sequence matches once more, or a sequence begins with it. */
  repeat(step: number, record: ScanRecord): void {
    const known = this.steps[step];
    const matchId = known === undefined ? this.nextMatchId++ : known.matchId;
    const records = known === undefined ? [] : known.records.slice(0, step);
    records[step] = record;
    this.steps[step] = { records, matchId };
    if (this.definitions[step].output === 'all') this.emit(record, matchId);
  }

  /** At the end of the input or of a partition: what `output=last` still holds back; all sequences end. */
  finish(): void {
    this.definitions.forEach((_, step) => {
      this.emitLast(step);
      this.steps[step] = undefined;
    });
  }

  private emitLast(step: number): void {
    const sequence = this.steps[step];
    const record = sequence?.records[step];
    if (this.definitions[step].output === 'last' && sequence !== undefined && record !== undefined) {
      this.emit(record, sequence.matchId);
    }
  }
}
