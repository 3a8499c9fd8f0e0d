import { needleFinder } from '../kernels/string-predicate.ts';
import type { DynamicValue } from '../schema/value.ts';
import { dynamicArgument, integerArgument, textArgument } from './arguments.ts';
import { codePointCount } from './code-points.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { dynamicText, isDynamicArray } from './value-text.ts';

/** Plain (not regular-expression) replacing, splitting and finding of several needles. */
export const replaceTextFunctions: readonly ScalarFunction[] = [
  {
    name: 'replace_string',
    nulls: 'kernel',
    bind(call) {
      const [text, lookup, rewrite] = [textArgument(call, 0), textArgument(call, 1), textArgument(call, 2)];
      return (args) => {
        const sought = lookup(args);
        return sought === '' ? text(args) : text(args).replaceAll(sought, () => rewrite(args));
      };
    },
  },
  { name: 'replace_strings', nulls: 'kernel', bind: bindReplaceStrings },
  { name: 'split', nulls: 'kernel', bind: bindSplit },
  { name: 'has_any_index', nulls: 'kernel', bind: bindHasAnyIndex },
];

/**
 * Replaces lookups; of two that overlap the one that stands first in the list. What replaces is not searched again, and a
 * lookup whose rewrite is no text keeps its place as it is.
 */
function bindReplaceStrings(call: CallSite): Kernel {
  const text = textArgument(call, 0);
  const [lookups, rewrites] = [dynamicArgument(call, 1), dynamicArgument(call, 2)];
  return (args) => {
    const [from, to] = [lookups(args), rewrites(args)];
    if (!isDynamicArray(from) || !isDynamicArray(to) || from.length !== to.length) return text(args);
    let pieces: readonly Piece[] = [{ text: text(args), settled: false }];
    for (const [i, lookup] of from.entries()) {
      const rewrite = to[i];
      if (typeof lookup !== 'string' || lookup === '') continue;
      pieces = replaceIn(pieces, lookup, typeof rewrite === 'string' ? rewrite : lookup);
    }
    return pieces.map((piece) => piece.text).join('');
  };
}

/** A part of a text; `settled` when it was a match and is searched no more. */
interface Piece {
  readonly text: string;
  readonly settled: boolean;
}

function replaceIn(pieces: readonly Piece[], lookup: string, rewrite: string): readonly Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.settled) return piece;
    const [first, ...rest] = piece.text.split(lookup).map((text) => ({ text, settled: false }));
    return [first, ...rest.flatMap((next) => [{ text: rewrite, settled: true }, next])];
  });
}

/** `split(source, delimiter, index)`: an array; with an index an array of that one part, null where there is none. */
function bindSplit(call: CallSite): Kernel {
  const [text, delimiter] = [textArgument(call, 0), textArgument(call, 1)];
  const chosen = call.argumentTypes.length > 2 ? integerArgument(call, 2, 0) : undefined;
  return (args): DynamicValue => {
    const separator = delimiter(args);
    const parts = separator === '' ? [text(args)] : text(args).split(separator);
    if (chosen === undefined) return parts;
    const index = chosen(args);
    if (index === null) return parts;
    return index >= 0 && index < parts.length ? [parts[index]] : null;
  };
}

/** The index of the first needle that the text has as a term, else -1. */
function bindHasAnyIndex(call: CallSite): Kernel {
  const [text, needles] = [textArgument(call, 0), dynamicArgument(call, 1)];
  return (args) => {
    const list = needles(args);
    const source = text(args);
    if (!isDynamicArray(list) || codePointCount(source) === 0) return -1n;
    return BigInt(list.findIndex((needle) => needleFinder('has', dynamicText(needle))(source) >= 0));
  };
}
