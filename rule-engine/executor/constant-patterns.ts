import type { Span } from '../base/span.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { QueryError } from '../diagnostics/diagnostic.ts';
import { regularExpressionAt } from '../functions/regular-expression.ts';
import { loadRegularExpressions } from '../functions/regular-expression-library.ts';
import type { Expr, Plan } from '../plan/plan.ts';
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
  ['trim', 0],
  ['trim_end', 0],
  ['trim_start', 0],
]);

/** The regular expressions that a plan spells out and that are none: the run would refuse them. */
export async function invalidPatterns(plan: Plan): Promise<readonly Diagnostic[]> {
  const patterns: { readonly pattern: string; readonly span: Span }[] = [];
  walkPlan(plan, (node) => {
    const pattern = node.kind === 'call' ? constantPattern(node) : undefined;
    if (pattern !== undefined) patterns.push({ pattern, span: node.span });
  });
  if (patterns.length === 0) return [];
  await loadRegularExpressions();
  const found = patterns.flatMap(({ pattern, span }) => problemOf(pattern, span));
  return found.sort((a, b) => a.span.start - b.span.start);
}

function problemOf(pattern: string, span: Span): readonly Diagnostic[] {
  try {
    regularExpressionAt(pattern, span);
    return [];
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return [error.diagnostic];
  }
}

function constantPattern({ name, args }: Extract<Expr, { kind: 'call' }>): string | undefined {
  const at = PATTERN_ARGUMENT.get(name);
  const argument = at === undefined ? undefined : args[at];
  return argument?.kind === 'literal' && typeof argument.value === 'string' ? argument.value : undefined;
}
