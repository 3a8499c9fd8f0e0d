import type { Span } from '../../../rule-engine/index.ts';

/** One replacement that leads from a text to another. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** The smallest single replacement that leads from one text to another; undefined when they are equal. */
export function changeBetween(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shortest - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  return { start, removed: before.length - start - tail, inserted: after.length - start - tail };
}

/**
 * Where a span stands after a change: moved when the change is before it, stretched or shrunk when the change is within
 * it. Undefined when nothing certain is left of it: the change cut into it from outside, or took it whole.
 */
export function spanAfter(span: Span, change: TextChange): Span | undefined {
  const spanEnd = span.start + span.length;
  const changeEnd = change.start + change.removed;
  const growth = change.inserted - change.removed;
  if (changeEnd <= span.start) return { start: span.start + growth, length: span.length };
  if (change.start >= spanEnd) return span;
  if (change.start > span.start && changeEnd < spanEnd) return { start: span.start, length: span.length + growth };
  return undefined;
}
