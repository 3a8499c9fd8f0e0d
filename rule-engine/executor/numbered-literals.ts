import type { Relation } from '../operators/relation.ts';
import type { Execution } from './execution.ts';
import { countLiterals } from './literal-counts.ts';
import { literalIdentities } from './literal-identity.ts';
import { LiteralMap, type LiteralPlace } from './literal-map.ts';
import type { ConditionLiterals, LiteralCounts, LiteralTest } from './literals.ts';
import { literalsOfStep } from './step-literals.ts';

/** A string literal of a run. */
export interface NumberedLiteral extends LiteralPlace {
  /** The same for this literal in the next run, wherever it stands there. */
  readonly id: number;
}

/** A literal, counted in the first condition that uses it, over the rows that reach its step. */
export interface CountedLiteral extends NumberedLiteral, LiteralCounts {}

/** A step's conditions, the rows that reach them, and for each of their literals its index in the run where it is first used. */
interface LiteralStep {
  readonly conditions: ConditionLiterals;
  readonly input: Relation;
  readonly indexes: readonly (number | undefined)[];
}

/** The string literals of a run, known without being counted. */
export class NumberedLiterals {
  /** Of a run whose literals nobody asks for. */
  static readonly none = new NumberedLiterals([], [], []);

  /** In the query's order. */
  readonly literals: readonly NumberedLiteral[];
  /** All tests that each of them makes. */
  readonly tests: readonly (readonly LiteralTest[])[];
  private readonly steps: readonly LiteralStep[];
  private counted: readonly CountedLiteral[] | undefined;

  private constructor(
    literals: readonly NumberedLiteral[],
    tests: NumberedLiterals['tests'],
    steps: readonly LiteralStep[],
  ) {
    this.literals = literals;
    this.tests = tests;
    this.steps = steps;
  }

  /** The literals of the steps that were run. */
  static async of(execution: Execution): Promise<NumberedLiterals> {
    const known = new LiteralMap<number>();
    const places: LiteralPlace[] = [];
    const tests: (readonly LiteralTest[])[] = [];
    const steps: LiteralStep[] = [];
    for (const { plan, input } of execution.steps) {
      // Where no row can come, a literal that matches none is not dead.
      if (input === undefined || input.physicalLength === 0) continue;
      const found = await literalsOfStep(plan, input, execution);
      if (found === undefined) continue;
      const indexes = found.literals.map((literal) => {
        const index = known.get(literal);
        if (index !== undefined) {
          tests[index] = [...tests[index], ...literal.tests];
          return undefined;
        }
        known.set(literal, places.length);
        places.push(literal);
        return tests.push(literal.tests) - 1;
      });
      steps.push({ conditions: found.conditions, input, indexes });
    }
    const ids = literalIdentities(places.map(({ text }) => text));
    const literals = places.map(({ span, text }, i) => ({ id: ids[i], span, text }));
    return new NumberedLiterals(literals, tests, steps);
  }

  /** The literals with their counts. `execution` is the run's, or another over the same data. */
  async count(execution: Execution): Promise<readonly CountedLiteral[]> {
    if (this.counted !== undefined) return this.counted;
    const counted: CountedLiteral[] = [];
    for (const { conditions, input, indexes } of this.steps) {
      if (indexes.every((index) => index === undefined)) continue;
      const counts = await countLiterals(conditions, input, execution);
      indexes.forEach((index, i) => {
        if (index === undefined) return;
        const { id, span, text } = this.literals[index];
        const { rows, unique } = counts[i];
        counted.push({ id, span, text, rows, unique });
      });
    }
    this.counted = counted;
    return counted;
  }
}
