import type { Span } from '../base/span.ts';
import { regularExpression } from '../functions/regular-expression.ts';
import { needleFinder, STRING_OPERATORS, type StringOperator } from '../kernels/string-predicate.ts';

const FOUND_BY_NEEDLE: ReadonlySet<string> = new Set(STRING_OPERATORS);

/** Finds where a literal matched in a text that it does match; undefined where it does not. */
export type MatchFinder = (text: string) => Span | undefined;

/** Where a string predicate finds its literal: the needle's place, the whole of an equal value, a pattern's first match. */
export function matchFinder(predicate: string, literal: string): MatchFinder {
  if (predicate === 'matches regex') {
    const expression = regularExpression(literal);
    return (text) => {
      const found = expression.find(text, 0);
      return found === undefined ? undefined : { start: found[0][0], length: found[0][1] - found[0][0] };
    };
  }
  if (!FOUND_BY_NEEDLE.has(predicate)) return () => undefined;
  const find = needleFinder(predicate as StringOperator, literal);
  return (text) => {
    const start = find(text);
    return start < 0 ? undefined : { start, length: Math.min(literal.length, text.length - start) };
  };
}
