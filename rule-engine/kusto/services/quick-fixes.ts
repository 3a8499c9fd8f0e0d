import { type Span, spanEnd } from '../../base/span.ts';
import { absentOperatorFixes } from './absent-operators.ts';
import type { Code } from './code-service.ts';
import { misspelledNameFixes } from './misspelled-names.ts';
import type { QuickFix } from './quick-fix.ts';

/** The repairs known for the faults that touch a part of the query, the likeliest first. */
export function quickFixes(code: Code, within: Span): QuickFix[] {
  return [...absentOperatorFixes(code), ...misspelledNameFixes(code, within)].filter(
    ({ span }) => span.start <= spanEnd(within) && spanEnd(span) >= within.start,
  );
}
