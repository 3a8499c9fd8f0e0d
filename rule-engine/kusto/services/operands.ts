import type { Span } from '../../base/span.ts';
import type { Token } from './tokens.ts';

const OPENS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);
const CLOSES: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
]);
const NAME = /^[\p{L}_$][\p{L}\p{N}_-]*$/u;
/** What ends an operand to the left though it looks like a name. */
const WORDS = new Set(['where', 'filter', 'and', 'or', 'not', 'by', 'extend', 'project', 'on', '|']);

/** From the start of the first token to the end of the last. */
export function spanOfTokens(tokens: readonly Token[], first: number, last: number): Span {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last];
  return { start, length: (end === undefined ? start : end.start + end.text.length) - start };
}

/**
 * The first token of the operand that ends right before `index`: a name, a path (`a.b["c"]`), a call or a group in
 * parentheses; undefined when there is none.
 */
export function operandBefore(tokens: readonly Token[], index: number): number | undefined {
  let at = index - 1;
  for (;;) {
    const token = tokens[at]?.text ?? '';
    const open = OPENS.get(token);
    if (open !== undefined) {
      const opening = matching(tokens, at, -1, token, open);
      if (opening === undefined) return undefined;
      const before = tokens[opening - 1]?.text ?? '';
      const isCallOrIndex = NAME.test(before) && !WORDS.has(before);
      if (!isCallOrIndex && !OPENS.has(before)) return opening;
      at = opening - 1;
      continue;
    }
    if (!(NAME.test(token) && !WORDS.has(token)) && !isLiteral(token)) return undefined;
    if (tokens[at - 1]?.text !== '.') return at;
    at -= 2;
  }
}

/** The last token of the operand that begins right after `index`; undefined when there is none. */
export function operandAfter(tokens: readonly Token[], index: number): number | undefined {
  let at = index + 1;
  const token = tokens[at]?.text ?? '';
  if (!CLOSES.has(token)) {
    if (!NAME.test(token) && !isLiteral(token)) return undefined;
    if (!CLOSES.has(tokens[at + 1]?.text ?? '')) return at;
    at++;
  }
  const open = tokens[at]?.text ?? '';
  return matching(tokens, at, 1, open, CLOSES.get(open) ?? '');
}

function isLiteral(token: string): boolean {
  return /^[hH]?@?["'`~]/.test(token) || /^\d/.test(token);
}

function matching(
  tokens: readonly Token[],
  from: number,
  step: 1 | -1,
  here: string,
  there: string,
): number | undefined {
  let depth = 0;
  for (let i = from; i >= 0 && i < tokens.length; i += step) {
    const text = tokens[i]?.text;
    if (text === here) depth++;
    if (text === there && --depth === 0) return i;
  }
  return undefined;
}
