import { type Span, spanEnd } from '../../base/span.ts';
import type { TextEdit } from '../../base/text-edit.ts';
import { absentOperatorFixes } from './absent-operators.ts';
import type { Code } from './code-service.ts';
import { misspelledNameFixes } from './misspelled-names.ts';

/** A repair of a fault in the query. */
export interface QuickFix {
  /** What it does, as a command: `Write not(… has_any …)`. */
  readonly title: string;
  /** The fault. */
  readonly span: Span;
  readonly edits: readonly TextEdit[];
}

/** The repairs known for the faults that touch a part of the query, the likeliest first. */
export function quickFixes(code: Code, within: Span): QuickFix[] {
  return [...absentOperatorFixes(code), ...misspelledNameFixes(code, within)].filter(
    ({ span }) => span.start <= spanEnd(within) && spanEnd(span) >= within.start,
  );
}
