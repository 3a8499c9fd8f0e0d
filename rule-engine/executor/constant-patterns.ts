import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { QueryError } from '../diagnostics/diagnostic.ts';
import { regularExpressionAt } from '../functions/regular-expression.ts';
import type { Expr } from '../plan/expr.ts';
import type { Plan } from '../plan/plan.ts';
import { walkPlan } from '../plan/walk.ts';

/** Which argument of a function is a regular expression. */
const PATTERN_ARGUMENT: ReadonlyMap<string, number> = new Map([
  ['matches regex', 1],
  ['extract', 0],
  ['extract_all', 0],
  ['extractall', 0],
  ['indexof_regex', 1],
  ['replace', 0],
  ['replace_regex', 1],
]);

/** The regular expressions that a plan spells out and that are none: the run would refuse them. */
export function invalidPatterns(plan: Plan): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  walkPlan(plan, (node) => {
    if (node.kind !== 'call') return;
    const pattern = constantPattern(node);
    if (pattern === undefined) return;
    try {
      regularExpressionAt(pattern, node.span);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      found.push(error.diagnostic);
    }
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

function constantPattern({ name, args }: Extract<Expr, { kind: 'call' }>): string | undefined {
  const at = PATTERN_ARGUMENT.get(name);
  const argument = at === undefined ? undefined : args[at];
  return argument?.kind === 'literal' && typeof argument.value === 'string' ? argument.value : undefined;
}
