import type { Span } from '../base/span.ts';
import { Bitmap } from '../columnar/bitmap.ts';
import { exclusionSteps, isWhere, type WhereStep } from '../executor/counts.ts';
import { type ExecutedStep, Execution } from '../executor/execution.ts';
import { NumberedLiterals } from '../executor/numbered-literals.ts';
import { mainSteps } from '../executor/pipeline.ts';
import type { RunContext } from '../executor/run-context.ts';
import { type Relation, rowsOf } from '../operators/relation.ts';
import type { Plan } from '../plan/plan.ts';
import type { LiteralCount } from './protocol/evaluation.ts';
import type { Verdict } from './protocol/view.ts';

const NO_MATCH = 0;
const HIT = 1;
const FIRST_EXCLUSION = 2;

/** What one evaluation left behind: the result, and what became of every row of the table that it began with. */
export class Run {
  readonly id: number;
  readonly plan: Plan;
  readonly execution: Execution;
  readonly result: Relation;
  readonly literals: NumberedLiterals['literals'];
  /** All tests that each of the literals makes. */
  readonly literalTests: NumberedLiterals['tests'];
  /** The pipeline's steps from its first table on. */
  readonly steps: readonly ExecutedStep[];
  readonly exclusions: readonly WhereStep[];
  /** All rows that the pipeline began with: those that hits, excluded rows and all others are among. */
  readonly base: Relation;
  /** True when each hit is a row of a loaded table. */
  readonly traceable: boolean;
  /** The table that `base` is, or undefined when it is made by the query. */
  readonly baseTable: string | undefined;
  private readonly numbered: NumberedLiterals;
  private codes: Uint16Array | undefined;

  constructor(
    id: number,
    plan: Plan,
    execution: Execution,
    result: Relation,
    exclusions: Span,
    numbered: NumberedLiterals = NumberedLiterals.none,
  ) {
    this.id = id;
    this.plan = plan;
    this.execution = execution;
    this.result = result;
    this.numbered = numbered;
    this.literals = numbered.literals;
    this.literalTests = numbered.tests;
    this.steps = mainSteps(plan, execution);
    this.exclusions = exclusionSteps(this.steps, exclusions);
    const space = this.exclusions[0]?.input.space ?? this.steps[0].output.space;
    this.exclusions = this.exclusions.filter((step) => step.input.space === space);
    const first = this.steps.find((step) => step.output.space === space) ?? this.steps[0];
    this.base = first.output;
    this.baseTable = first.plan.kind === 'table' ? first.plan.name : undefined;
    this.traceable = result.space === this.base.space && this.baseTable !== undefined;
  }

  /** Runs a plan. */
  static async of(id: number, plan: Plan, exclusions: Span, context: RunContext): Promise<Run> {
    const execution = new Execution(context);
    const result = await execution.run(plan);
    return new Run(id, plan, execution, result, exclusions, await NumberedLiterals.of(execution));
  }

  /** What each of the literals does. `execution` is the run's, or another over the same data that can be cancelled. */
  countLiterals(execution: Execution): Promise<readonly LiteralCount[]> {
    return this.numbered.count(execution);
  }

  /** The `where` steps that a row of `base` meets, in order. */
  get conditions(): readonly WhereStep[] {
    return this.steps.filter(isWhere).filter((step) => step.input.space === this.base.space);
  }

  /** The rows of `base` that came through: the hits themselves, or what they were made of. */
  get survivors(): Relation {
    const steps = this.steps.filter((step) => step.output.space === this.base.space);
    return steps[steps.length - 1].output;
  }

  /** The rows that exclusions removed, in the order of `base`. */
  excludedRows(): Uint32Array {
    if (this.exclusions.length === 0) return new Uint32Array(0);
    const last = this.exclusions[this.exclusions.length - 1];
    const kept = Bitmap.fromRows(this.base.physicalLength, rowsOf(last.output));
    return rowsOf(this.exclusions[0].input).filter((row) => !kept.has(row));
  }

  verdict(row: number): Verdict {
    const code = this.verdictCodes()[row];
    if (code === HIT) return { kind: 'hit' };
    return code === NO_MATCH ? { kind: 'no match' } : { kind: 'excluded', exclusion: code - FIRST_EXCLUSION };
  }

  /** A number a row of `base`, the same for the same verdict: hits, then exclusions in order, then the rest. */
  verdictRank(row: number): number {
    const code = this.verdictCodes()[row];
    return code === NO_MATCH ? 0x10000 : code;
  }

  private verdictCodes(): Uint16Array {
    if (this.codes !== undefined) return this.codes;
    const codes = new Uint16Array(this.base.physicalLength);
    for (const [i, { input, output }] of this.exclusions.entries()) {
      for (const row of rowsOf(input)) codes[row] = FIRST_EXCLUSION + i;
      for (const row of rowsOf(output)) codes[row] = NO_MATCH;
    }
    for (const row of rowsOf(this.survivors)) codes[row] = HIT;
    this.codes = codes;
    return codes;
  }
}
