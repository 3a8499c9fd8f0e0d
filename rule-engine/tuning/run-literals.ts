import { testedExpressions } from '../executor/counts.ts';
import type { Execution } from '../executor/execution.ts';
import type { Bound } from '../executor/expression/bound.ts';
import { literalIndexes } from '../executor/literal-map.ts';
import { conditionsIn, groupedUses, type LiteralUse } from '../executor/literals.ts';
import type { Relation } from '../operators/relation.ts';
import type { LiteralRole } from './impact-report.ts';
import type { RuleRun } from './rule-run.ts';

/** A string literal of a rule and the condition in which it is counted: the first that uses it. */
export interface CountedLiteral {
  /** Index in the run's literals. */
  readonly literal: number;
  readonly role: LiteralRole;
  /** Index of its step in the run's steps. */
  readonly step: number;
  /** The whole condition. */
  readonly condition: Bound;
  /** The tests that it makes in the condition, mostly one. */
  readonly uses: readonly LiteralUse[];
  /** The rows that reach its step. */
  readonly input: Relation;
}

/** The literals of the steps over rows of the run's first table, in the order of the run's literals. */
export async function countedLiterals(run: RuleRun, execution: Execution): Promise<readonly CountedLiteral[]> {
  const indexes = literalIndexes(run.literals);
  const found = new Map<number, CountedLiteral>();
  for (const [step, { plan, input }] of run.steps.entries()) {
    if (input === undefined || input.space !== run.base.space) continue;
    const exclusion = run.exclusions.some((where) => where.plan === plan);
    const role = plan.kind !== 'where' ? 'flag' : exclusion ? 'exclusion' : 'pattern';
    for (const { expr } of testedExpressions(plan)) {
      for (const condition of conditionsIn(await execution.bind(expr, input))) {
        for (const uses of groupedUses(condition)) {
          const literal = indexes.get(uses[0]);
          if (literal === undefined || found.has(literal)) continue;
          found.set(literal, { literal, role, step, condition, uses, input });
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.literal - b.literal);
}
