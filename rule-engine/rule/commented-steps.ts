import { kqlTokens } from './kql-tokens.ts';
import type { Line } from './text-lines.ts';

/** A step that is commented out, from a line on. */
export interface CommentedStep {
  /** The number of lines that it takes. */
  readonly lines: number;
  /** Its text without the slashes. */
  readonly content: string;
}

/** Marks a line as one that goes on a commented-out step though its text does not show it. */
export const continuationMark = '//\t';

/** A step in brackets over more lines than this is taken as half-typed. */
const longestStep = 200;

/** The commented-out step that begins at a line, if one does: a comment whose text begins with a pipe. */
export function commentedOut(lines: readonly Line[], from: number): CommentedStep | undefined {
  if (!/^\s*\|(?!\|)/.test(withoutSlashes(lines[from]) ?? '')) return undefined;
  const byBrackets = lastLine(lines, from, true);
  const last = byBrackets ?? lastLine(lines, from, false) ?? from;
  const taken = lines.slice(from, last + 1);
  return { lines: taken.length, content: taken.map((line) => line.indent + withoutSlashes(line)).join('\n') };
}

/** The text of a comment line without its slashes and the one blank that follows them. */
function withoutSlashes(line: Line): string | undefined {
  return line.comment?.replace(/^[ \t]/, '');
}

/** True when a line in a commented-out step's own text shows that it goes on the step above it. */
export function showsContinuation(content: string): boolean {
  return /^\s*(?:(?:and|or)\b|[)\]},])/.test(content);
}

/** How many more brackets a line opens than it closes. */
export function bracketBalance(content: string): number {
  let balance = 0;
  for (const token of kqlTokens(content)) {
    if (token.kind === 'open') balance++;
    if (token.kind === 'close') balance--;
  }
  return balance;
}

/** The last line of the step; undefined when its brackets are still open there and `brackets` were to tell its end. */
function lastLine(lines: readonly Line[], from: number, brackets: boolean): number | undefined {
  let depth = 0;
  for (let at = from; at < lines.length && at - from < longestStep; at++) {
    if (brackets) depth = Math.max(0, depth + bracketBalance(withoutSlashes(lines[at]) ?? ''));
    const next = lines[at + 1];
    if (next?.comment === undefined) return depth === 0 ? at : undefined;
    const goesOn = depth > 0 || next.comment.startsWith('\t') || showsContinuation(withoutSlashes(next) ?? '');
    if (!goesOn) return at;
  }
  return undefined;
}
