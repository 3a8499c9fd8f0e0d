import type { RE2JS } from 're2js';
import { messageOf } from '../base/error-message.ts';
import type { Span } from '../base/span.ts';
import { invalid, unsupported } from '../diagnostics/diagnostic.ts';
import { translateRegularExpression } from './regular-expression-dialect.ts';
import { regularExpressions } from './regular-expression-library.ts';
import { hasWordsBeyondAscii, MarkedExpression } from './word-boundaries.ts';

/** A compiled pattern of Kusto's linear-time dialect. Positions are UTF-16 code units. */
export interface RegularExpression {
  readonly groupCount: number;
  /** The number of each named group. */
  readonly groupNames: Readonly<Record<string, number>>;
  test(text: string): boolean;
  /** The first match that starts at or after `from`: `[start, end]` of the whole and of each group, -1 where unset. */
  find(text: string, from: number): readonly (readonly [number, number])[] | undefined;
}

/** The reason why a pattern is refused, in words for its author; or what of Kusto's patterns this engine lacks. */
class RegularExpressionError extends Error {
  readonly isLack: boolean;

  constructor(message: string, isLack = false) {
    super(message);
    this.isLack = isLack;
  }
}

const compiled = new Map<string, RegularExpression | RegularExpressionError>();
const MAXIMUM_COMPILED = 500;

/** Compiles a pattern, or gives the one compiled before; `loadRegularExpressions` comes first. Throws RegularExpressionError. */
export function regularExpression(pattern: string): RegularExpression {
  const known = compiled.get(pattern);
  const result = known ?? compile(pattern);
  if (known === undefined) {
    if (compiled.size >= MAXIMUM_COMPILED) compiled.clear();
    compiled.set(pattern, result);
  }
  if (result instanceof RegularExpressionError) throw result;
  return result;
}

/** Compiles a pattern of a query; a bad one is a positioned error. */
export function regularExpressionAt(pattern: string, span: Span): RegularExpression {
  try {
    return regularExpression(pattern);
  } catch (error) {
    if (!(error instanceof RegularExpressionError)) throw error;
    throw error.isLack ? unsupported(error.message, span) : invalid('invalid-regex', error.message, span);
  }
}

/** The pattern's expression when it is constant (bad ones throw), else one that is compiled a row (bad ones are undefined). */
export function regularExpressionOf(
  constant: string | undefined,
  span: Span,
): (pattern: string) => RegularExpression | undefined {
  if (constant !== undefined) {
    const expression = regularExpressionAt(constant, span);
    return () => expression;
  }
  return (pattern) => {
    try {
      return regularExpression(pattern);
    } catch (error) {
      if (error instanceof RegularExpressionError) return undefined;
      throw error;
    }
  };
}

function compile(pattern: string): RegularExpression | RegularExpressionError {
  // A caller's mistake, not the pattern's, where it isn't there.
  const library = regularExpressions();
  const translated = translateRegularExpression(pattern);
  if ('problem' in translated) return new RegularExpressionError(translated.problem);
  if ('lacks' in translated) return new RegularExpressionError(translated.lacks, true);
  try {
    const adapted = adapt(library.compile(translated.pattern));
    if (translated.boundaries === 'none') return adapted;
    return withMarks(adapted, pattern, translated.boundaries === 'of one side' ? () => true : hasWordsBeyondAscii);
  } catch (error) {
    const reason = messageOf(error);
    if (reason.includes('invalid repeat')) {
      return new RegularExpressionError(
        `A regular expression that repeats a repetition more than a thousand times`,
        true,
      );
    }
    return new RegularExpressionError(`Invalid regular expression: ${reason}`);
  }
}

function adapt(expression: RE2JS): RegularExpression {
  const groupCount = expression.groupCount();
  return {
    groupCount,
    groupNames: expression.namedGroups(),
    test: (text) => expression.test(text),
    find(text, from) {
      if (from > text.length) return undefined;
      const matcher = expression.matcher(text);
      if (!matcher.find(from)) return undefined;
      const groups: [number, number][] = [];
      for (let group = 0; group <= groupCount; group++) groups.push([matcher.start(group), matcher.end(group)]);
      return groups;
    },
  };
}

/** Texts whose boundaries RE2 can't tell go to an expression of their own, which is compiled for the first of them. */
function withMarks(
  unmarked: RegularExpression,
  pattern: string,
  needsMarks: (text: string) => boolean,
): RegularExpression {
  let marked: MarkedExpression | undefined;
  const find: RegularExpression['find'] = (text, from) => {
    if (!needsMarks(text)) return unmarked.find(text, from);
    if (from > text.length) return undefined;
    marked ??= new MarkedExpression(pattern);
    return marked.find(text, from);
  };
  return {
    ...unmarked,
    find,
    test: (text) => (needsMarks(text) ? find(text, 0) !== undefined : unmarked.test(text)),
  };
}

/**
 * All matches that do not overlap, in order. No match is empty at the end of the one before, as in RE2 and Rust's regex:
 * `a*` is found once in "aaa".
 */
export function* matches(
  expression: RegularExpression,
  text: string,
  start = 0,
): Generator<readonly (readonly [number, number])[], void> {
  let from = start;
  let last = -1;
  for (;;) {
    const match = expression.find(text, from);
    if (match === undefined) return;
    const [start, end] = match[0];
    if (start === end && end === last) {
      from = end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
      continue;
    }
    yield match;
    from = end;
    last = end;
  }
}
