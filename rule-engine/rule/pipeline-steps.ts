import type { Span } from '../base/span.ts';
import { type KqlToken, kqlTokens } from './kql-tokens.ts';

/** A `| operator …` of a pipeline, from its pipe to its last token that is neither blank nor comment. */
export interface PipelineStep {
  readonly span: Span;
  /** The operator's keyword as written (`where`, `project-away`), empty while it is not yet typed. */
  readonly operator: string;
}

/**
 * The steps of a text by its pipes outside of brackets, strings and comments. A closing bracket too many is ignored; a
 * bracket that is not closed holds what follows, unless a line begins with a pipe: then a new step begins, so that a
 * half-typed step does not swallow the ones below it.
 */
export function pipelineSteps(text: string): readonly PipelineStep[] {
  const steps: PipelineStep[] = [];
  const tokens = kqlTokens(text);
  let depth = 0;
  let first: number | undefined;
  let last = 0;
  const close = () => {
    if (first !== undefined) steps.push(step(text, tokens.slice(first, last + 1)));
    first = undefined;
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'pipe' && (depth === 0 || (startsLine(tokens, index) && isUnclosed(tokens, index, depth)))) {
      close();
      first = index;
      depth = 0;
    }
    if (token.kind === 'semicolon' && depth === 0) close();
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (!isTrivia(token)) last = index;
  });
  close();
  return steps;
}

function step(text: string, tokens: readonly KqlToken[]): PipelineStep {
  const start = tokens[0].start;
  const end = tokens[tokens.length - 1].end;
  const operator = /^\|(?:\s|\/\/[^\r\n]*)*([\p{L}_][\p{L}\p{N}_-]*)/u.exec(text.slice(start, end))?.[1] ?? '';
  return { span: { start, length: end - start }, operator };
}

/** True when the brackets open at a token are not closed before the end of the text: the step was left half-typed. */
function isUnclosed(tokens: readonly KqlToken[], from: number, depth: number): boolean {
  let open = depth;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i].kind === 'open') open++;
    if (tokens[i].kind === 'close' && --open === 0) return false;
  }
  return true;
}

function startsLine(tokens: readonly KqlToken[], index: number): boolean {
  const before = tokens[index - 1];
  if (before === undefined || before.kind === 'newline') return true;
  return before.kind === 'space' && (tokens[index - 2]?.kind ?? 'newline') === 'newline';
}

/** Blank, line break or comment. */
export function isTrivia(token: KqlToken): boolean {
  return token.kind === 'space' || token.kind === 'newline' || token.kind === 'comment';
}
