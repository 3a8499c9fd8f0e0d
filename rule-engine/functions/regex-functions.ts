import type { DynamicValue, Scalar } from '../schema/value.ts';
import { constantText, dynamicArgument, integerArgument, textArgument } from './arguments.ts';
import { codePointCount, codePointIndex, codeUnitIndex } from './code-points.ts';
import { convert } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { matches, type RegularExpression, regularExpressionOf } from './regular-expression.ts';
import { loadRegularExpressions, regularExpressions } from './regular-expression-library.ts';
import { isDynamicArray } from './value-text.ts';

/** What takes a regular expression: extract, replace, trim, count, index. */
export const regexFunctions: readonly ScalarFunction[] = (
  [
    { name: 'extract', nulls: 'kernel', bind: bindExtract },
    { name: 'extract_all', aliases: ['extractall'], nulls: 'kernel', bind: bindExtractAll },
    { name: 'replace_regex', nulls: 'kernel', bind: (call) => bindReplace(call, 0, 1, 2) },
    { name: 'replace', nulls: 'kernel', bind: (call) => bindReplace(call, 2, 0, 1) },
    { name: 'countof', nulls: 'kernel', bind: bindCountof },
    { name: 'indexof_regex', nulls: 'propagate', bind: bindIndexofRegex },
    trim('trim', true, true),
    trim('trim_start', true, false),
    trim('trim_end', false, true),
    { name: 'regex_quote', nulls: 'propagate', bind: bindQuote },
  ] satisfies readonly ScalarFunction[]
).map((entry) => ({ ...entry, prepare: loadRegularExpressions }));

function bindQuote(call: CallSite): Kernel {
  const text = textArgument(call, 0);
  const library = regularExpressions();
  return (args) => library.quote(text(args));
}

function expressionArgument(call: CallSite, index: number): (args: readonly Scalar[]) => RegularExpression | undefined {
  const pattern = textArgument(call, index);
  const expressionOf = regularExpressionOf(constantText(call, index), call.span);
  return (args) => expressionOf(pattern(args));
}

/** `extract(regex, group, source, type)`: `''` or null where nothing matches. */
function bindExtract(call: CallSite): Kernel {
  const expression = expressionArgument(call, 0);
  const group = integerArgument(call, 1, 0);
  const text = textArgument(call, 2);
  const none = call.resultType === 'string' ? '' : null;
  return (args) => {
    const source = text(args);
    const span = expression(args)?.find(source, 0)?.[group(args) ?? 0];
    if (span === undefined || span[0] < 0) return none;
    return convert(source.slice(span[0], span[1]), 'string', call.resultType);
  };
}

/** `extract_all(regex, [groups,] source)`: one group gives an array of texts, several an array of arrays. */
function bindExtractAll(call: CallSite): Kernel {
  const expression = expressionArgument(call, 0);
  const chosen = call.argumentTypes.length > 2 ? dynamicArgument(call, 1) : undefined;
  const text = textArgument(call, call.argumentTypes.length - 1);
  return (args) => {
    const source = text(args);
    const regex = expression(args);
    if (regex === undefined) return null;
    const groups = groupsOf(regex, chosen?.(args));
    const found = [...matches(regex, source)].map((match) =>
      groups.map((group) => {
        const [start, end] = match[group] ?? [-1, -1];
        return start < 0 ? '' : source.slice(start, end);
      }),
    );
    if (found.length === 0) return null;
    return groups.length === 1 ? found.map(([only]) => only) : found;
  };
}

function groupsOf(regex: RegularExpression, chosen: DynamicValue | undefined): readonly number[] {
  const all = Array.from({ length: regex.groupCount }, (_, i) => i + 1);
  if (!isDynamicArray(chosen)) return all.length === 0 ? [0] : all;
  return chosen.flatMap((group) => {
    if (typeof group === 'bigint') return [Number(group)];
    const named = typeof group === 'string' ? regex.groupNames[group] : undefined;
    return named === undefined ? [] : [named];
  });
}

/** `replace_regex(source, regex, rewrite)`; the deprecated `replace` takes `(regex, rewrite, source)`. */
function bindReplace(call: CallSite, source: number, pattern: number, rewriteIndex: number): Kernel {
  const text = textArgument(call, source);
  const expression = expressionArgument(call, pattern);
  const rewrite = textArgument(call, rewriteIndex);
  return (args) => {
    const whole = text(args);
    const regex = expression(args);
    return regex === undefined ? whole : replaceAll(regex, whole, rewrite(args));
  };
}

function replaceAll(regex: RegularExpression, source: string, rewrite: string): string {
  let result = '';
  let from = 0;
  for (const match of matches(regex, source)) {
    const [start, end] = match[0];
    result += source.slice(from, start);
    result += rewrite.replace(/\\([0-9\\])/g, (_, reference: string) => {
      if (reference === '\\') return '\\';
      const [a, b] = match[Number(reference)] ?? [-1, -1];
      return a < 0 ? '' : source.slice(a, b);
    });
    from = end;
  }
  return result + source.slice(from);
}

/** `countof(source, search, 'normal' | 'regex')`: plain occurrences overlap, matches do not. */
function bindCountof(call: CallSite): Kernel {
  const [text, search] = [textArgument(call, 0), textArgument(call, 1)];
  const kind = call.argumentTypes.length > 2 ? textArgument(call, 2) : () => 'normal';
  const isRegex = constantText(call, 2)?.toLowerCase() === 'regex';
  const expressionOf = regularExpressionOf(isRegex ? constantText(call, 1) : undefined, call.span);
  return (args) => {
    const [source, sought] = [text(args), search(args)];
    if (sought === '') return 0n;
    if (kind(args).toLowerCase() === 'regex') {
      const regex = expressionOf(sought);
      return regex === undefined ? null : BigInt([...matches(regex, source)].length);
    }
    let count = 0n;
    for (let at = source.indexOf(sought); at >= 0; at = source.indexOf(sought, at + 1)) count++;
    return count;
  };
}

function bindIndexofRegex(call: CallSite): Kernel {
  const text = textArgument(call, 0);
  const expression = expressionArgument(call, 1);
  const startOf = integerArgument(call, 2, 0);
  const lengthOf = integerArgument(call, 3, -1);
  const occurrenceOf = integerArgument(call, 4, 1);
  return (args) => {
    const source = text(args);
    const [start, length, occurrence] = [startOf(args) ?? 0, lengthOf(args) ?? -1, occurrenceOf(args) ?? 1];
    const regex = expression(args);
    if (regex === undefined || start < 0 || length < -1 || occurrence < 1) return null;
    const end = length === -1 ? codePointCount(source) : start + length;
    const window = source.slice(0, codeUnitIndex(source, end));
    let left = occurrence;
    for (const match of matches(regex, window, codeUnitIndex(source, start))) {
      if (--left === 0) return BigInt(codePointIndex(source, match[0][0]));
    }
    return -1n;
  };
}

/** Takes one match off the start, the end, or both. */
function trim(name: string, start: boolean, end: boolean): ScalarFunction {
  return {
    name,
    nulls: 'kernel',
    bind(call) {
      const [pattern, text] = [textArgument(call, 0), textArgument(call, 1)];
      const leading = regularExpressionOf(wrapped(constantText(call, 0), '^(?:', ')'), call.span);
      const trailing = regularExpressionOf(wrapped(constantText(call, 0), '(?:', ')$'), call.span);
      return (args) => {
        let rest = text(args);
        const sought = pattern(args);
        if (start) {
          const match = leading(`^(?:${sought})`)?.find(rest, 0)?.[0];
          if (match !== undefined) rest = rest.slice(match[1]);
        }
        if (end) {
          const match = trailing(`(?:${sought})$`)?.find(rest, 0)?.[0];
          if (match !== undefined) rest = rest.slice(0, match[0]);
        }
        return rest;
      };
    },
  };
}

function wrapped(pattern: string | undefined, before: string, after: string): string | undefined {
  return pattern === undefined ? undefined : before + pattern + after;
}
