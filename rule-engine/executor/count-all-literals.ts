import type { Span } from '../base/span.ts';
import type { Execution } from './execution.ts';
import { literalIdentity } from './literal-identity.ts';
import { LiteralMap } from './literal-map.ts';
import type { LiteralTest } from './literals.ts';
import { countStepLiterals } from './step-literals.ts';

/** A string literal of a run, counted in the first condition that uses it. */
export interface CountedLiteral {
  /** The same for this literal in the next run, wherever it stands there. */
  readonly id: number;
  readonly span: Span;
  readonly text: string;
  /** The rows that it matches of those that reach its step. */
  readonly rows: number;
  /** The rows for which the condition would turn out otherwise were this literal alone not there. */
  readonly unique: number;
}

/** The string literals of a run in the query's order, and all tests that each of them makes. */
export interface CountedLiterals {
  readonly literals: readonly CountedLiteral[];
  readonly tests: readonly (readonly LiteralTest[])[];
}

/** Counts the string literals of all steps, each over the rows that reach its step. */
export async function countAllLiterals(execution: Execution): Promise<CountedLiterals> {
  const indexes = new LiteralMap<number>();
  const literals: CountedLiteral[] = [];
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
      literals.push({ id: literalIdentity(text, execution), span, text, rows, unique });
      tests.push([...counted.tests]);
    }
  }
  return { literals, tests };
}
