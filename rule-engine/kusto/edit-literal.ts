import { type Span, spanEnd } from '../base/span.ts';
import { PlanTextEditor } from '../plan/edit-plan-text.ts';
import { parseStringLiteral } from './literals/string-literal.ts';

/**
 * The plan of `after`, as `serializePlan` writes it, where it differs from `before`, whose plan is known, within one string
 * literal alone, and that literal is only compared with: an element of a list, or the right side of a string predicate.
 * Undefined otherwise. It spares the language service's parse, many times dearer, while a pattern is typed; the plan's text
 * is edited itself, as making it anew of a plan takes longer than all the rest.
 */
export function withEditedLiteral(plan: string, before: string, after: string): string | undefined {
  const edit = differenceOf(before, after);
  const editor = new PlanTextEditor(edit, after.length - before.length);
  const literal = editor.read(plan);
  if (literal === undefined) return undefined;
  const raw = after.slice(literal.start, spanEnd(literal) + after.length - before.length);
  const value = isOneLiteral(raw) && sameQuotes(before.slice(literal.start), raw) ? parseStringLiteral(raw) : undefined;
  return value === undefined ? undefined : editor.write(value);
}

/** The part of `before` that `after` has another text for. */
function differenceOf(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let kept = 0;
  while (kept < shorter - start && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++;
  return { start, length: before.length - kept - start };
}

/** Whether a text is one string literal to its end: no quote closes it earlier, and its last one is not escaped. */
function isOneLiteral(raw: string): boolean {
  return /^(?:"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|@"(?:[^"\r\n]|"")*"|@'(?:[^'\r\n]|'')*')$/.test(raw);
}

function sameQuotes(before: string, after: string): boolean {
  const opening = /^@?["']/;
  return opening.exec(before)?.[0] === opening.exec(after)?.[0];
}
