import { kqlTokens } from '../kql-tokens.ts';
import { isTrivia } from '../pipeline-steps.ts';

/** The words and signs of a text, without blanks, line breaks and comments: what two texts that mean the same share. */
function comparableTokens(text: string): readonly string[] {
  return kqlTokens(text)
    .filter((token) => !isTrivia(token))
    .map(({ start, end }) => text.slice(start, end));
}

/** A text that is the same for texts that differ in blanks and comments alone. */
export function comparableText(text: string): string {
  return comparableTokens(text).join(' ');
}

/** How much of two texts is the same, from 0 to 1: twice what they share of the words and signs of both. */
export function likeness(a: string, b: string): number {
  const [own, other] = [comparableTokens(a), comparableTokens(b)];
  const free = new Map<string, number>();
  for (const token of other) free.set(token, (free.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of own) {
    const left = free.get(token) ?? 0;
    if (left === 0) continue;
    free.set(token, left - 1);
    shared++;
  }
  return own.length + other.length === 0 ? 1 : (2 * shared) / (own.length + other.length);
}
