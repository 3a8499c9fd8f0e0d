import { integerArgument, textArgument } from './arguments.ts';
import { codePointCount, codePointIndex, codeUnitIndex, sliceCodePoints } from './code-points.ts';
import { compareText } from './comparison.ts';
import { dynamicOf } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { isDynamicArray, valueText } from './value-text.ts';

/** Text in, text or length out: case, length, parts, joining, order. */
export const textFunctions: readonly ScalarFunction[] = [
  mapText('tolower', (text) => mapCharacters(text, (char) => char.toLowerCase())),
  mapText('toupper', (text) => mapCharacters(text, (char) => char.toUpperCase())),
  mapText('reverse', (text) => [...text].reverse().join('')),
  {
    name: 'strlen',
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => BigInt(codePointCount(text(args)));
    },
  },
  {
    name: 'string_size',
    nulls: 'propagate',
    bind(call) {
      const text = textArgument(call, 0);
      const encoder = new TextEncoder();
      return (args) => BigInt(encoder.encode(text(args)).length);
    },
  },
  { name: 'strcat', nulls: 'kernel', bind: bindStrcat },
  { name: 'strcat_delim', nulls: 'kernel', bind: bindStrcatDelim },
  { name: 'strcat_array', nulls: 'propagate', bind: bindStrcatArray },
  { name: 'array_strcat', nulls: 'propagate', bind: bindStrcatArray },
  { name: 'strrep', nulls: 'kernel', bind: bindStrrep },
  { name: 'substring', nulls: 'kernel', bind: bindSubstring },
  {
    name: 'strcmp',
    nulls: 'propagate',
    bind(call) {
      const [left, right] = [textArgument(call, 0), textArgument(call, 1)];
      return (args) => BigInt(Math.sign(compareText(left(args), right(args))));
    },
  },
  { name: 'indexof', nulls: 'propagate', bind: bindIndexof },
  { name: 'translate', nulls: 'kernel', bind: bindTranslate },
];

function mapText(name: string, map: (text: string) => string): ScalarFunction {
  return {
    name,
    nulls: 'kernel',
    bind(call) {
      const text = textArgument(call, 0);
      return (args) => map(text(args));
    },
  };
}

/** Changes case one character at a time: `ß` stays, as in Kusto's invariant rules. */
function mapCharacters(text: string, map: (char: string) => string): string {
  const whole = map(text);
  if (whole.length === text.length) return whole;
  let mapped = '';
  for (const char of text) {
    const changed = map(char);
    mapped += changed.length === char.length ? changed : char;
  }
  return mapped;
}

function bindStrcat(call: CallSite): Kernel {
  const types = call.argumentTypes;
  return (args) => {
    let joined = '';
    for (let i = 0; i < types.length; i++) joined += valueText(args[i], types[i]);
    return joined;
  };
}

function bindStrcatDelim(call: CallSite): Kernel {
  const [delimiterType, ...types] = call.argumentTypes;
  return ([delimiter, ...values]) =>
    values.map((value, i) => valueText(value, types[i])).join(valueText(delimiter, delimiterType));
}

function bindStrcatArray(call: CallSite): Kernel {
  const delimiter = textArgument(call, 1);
  return (args) => {
    const array = dynamicOf(args[0], call.argumentTypes[0]);
    return isDynamicArray(array) ? array.map((item) => valueText(item, 'dynamic')).join(delimiter(args)) : '';
  };
}

function bindStrrep(call: CallSite): Kernel {
  const text = textArgument(call, 0);
  const count = integerArgument(call, 1, 0);
  const delimiter = call.argumentTypes.length > 2 ? textArgument(call, 2) : () => '';
  return (args) =>
    Array(Math.max(0, Math.min(count(args) ?? 0, 1024)))
      .fill(text(args))
      .join(delimiter(args));
}

function bindSubstring(call: CallSite): Kernel {
  const text = textArgument(call, 0);
  const startOf = integerArgument(call, 1, 0);
  const lengthOf = integerArgument(call, 2, Number.MAX_SAFE_INTEGER);
  return (args) => {
    const source = text(args);
    const [start, length] = [startOf(args), lengthOf(args)];
    if (start === null || length === null || length <= 0) return '';
    const from = start < 0 ? codePointCount(source) + start : start;
    return from < 0 ? '' : sliceCodePoints(source, from, from + length);
  };
}

/**
 * `indexof(source, lookup, start, length, occurrence)`, in code points; occurrences may overlap. As in Kusto, `length`
 * counts anew after each occurrence.
 */
function bindIndexof(call: CallSite): Kernel {
  const [text, lookup] = [textArgument(call, 0), textArgument(call, 1)];
  const startOf = integerArgument(call, 2, 0);
  const lengthOf = integerArgument(call, 3, -1);
  const occurrenceOf = integerArgument(call, 4, 1);
  return (args) => {
    const [source, sought] = [text(args), lookup(args)];
    const [start, length, occurrence] = [startOf(args) ?? 0, lengthOf(args) ?? -1, occurrenceOf(args) ?? 1];
    if (sought === '' || length < -1 || occurrence < 1) return null;
    const count = codePointCount(source);
    const from = start < 0 ? Math.max(0, count + start) : start;
    let next = codeUnitIndex(source, from);
    for (let left = occurrence; left > 0; left--) {
      const window = length === -1 ? source.length - next : codeUnitIndex(source.slice(next), length);
      const at = source.indexOf(sought, next);
      if (at < 0 || at + sought.length > next + window) return -1n;
      next = at + 1;
    }
    return BigInt(codePointIndex(source, next - 1));
  };
}

/** `translate(searchList, replacementList, source)`: a shorter list of replacements repeats its last character. */
function bindTranslate(call: CallSite): Kernel {
  const [search, replacement, text] = [textArgument(call, 0), textArgument(call, 1), textArgument(call, 2)];
  return (args) => {
    const [from, to] = [[...search(args)], [...replacement(args)]];
    const table = new Map<string, string>();
    from.forEach((char, i) => {
      if (!table.has(char)) table.set(char, to[Math.min(i, to.length - 1)] ?? '');
    });
    return Array.from(text(args), (char) => table.get(char) ?? char).join('');
  };
}
