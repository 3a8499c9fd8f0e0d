import type { Execution } from './execution.ts';
import { literalIdentity } from './literal-identity.ts';
import { LiteralMap } from './literal-map.ts';
import type { LiteralTest, StepLiteral } from './literals.ts';
import { countStepLiterals } from './step-literals.ts';

/** A string literal of a run, counted in the first condition that uses it, over the rows that reach its step. */
export interface NumberedLiteral extends Omit<StepLiteral, 'tests'> {
  /** The same for this literal in the next run, wherever it stands there. */
  readonly id: number;
}

/** The string literals of a run in the query's order, and all tests that each of them makes. */
export interface CountedLiterals {
  readonly literals: readonly NumberedLiteral[];
  readonly tests: readonly (readonly LiteralTest[])[];
}

/** Counts the string literals of all steps, each over the rows that reach its step. */
export async function countAllLiterals(execution: Execution): Promise<CountedLiterals> {
  const indexes = new LiteralMap<number>();
  const literals: NumberedLiteral[] = [];
  const ofTexts = new Map<string, number>();
  const tests: LiteralTest[][] = [];
  for (const { plan, input } of execution.steps) {
    if (input === undefined) continue;
    for (const counted of await countStepLiterals(plan, input, execution)) {
      const known = indexes.get(counted);
      if (known !== undefined) {
        tests[known].push(...counted.tests);
        continue;
      }
      indexes.set(counted, literals.length);
      const { span, text, rows, unique } = counted;
      const nth = ofTexts.get(text) ?? 0;
      ofTexts.set(text, nth + 1);
      literals.push({ id: literalIdentity(text, nth), span, text, rows, unique });
      tests.push([...counted.tests]);
    }
  }
  return { literals, tests };
}
