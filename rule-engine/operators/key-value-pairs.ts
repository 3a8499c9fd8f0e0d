import { matches, regularExpressionAt } from '../functions/regular-expression.ts';
import type { PlanOf } from './operator.ts';

type PairSyntax = Pick<
  PlanOf<'parse-kv'>,
  'pairDelimiter' | 'kvDelimiter' | 'quotes' | 'escape' | 'greedy' | 'regex' | 'span'
>;

/** Finds the key and value pairs of a text, in order. */
export type PairReader = (text: string) => readonly (readonly [string, string])[];

/** The reader for the `with` clause of `parse-kv`; `keys` are what `greedy` values end before. */
export function pairReader(syntax: PairSyntax, keys: readonly string[]): PairReader {
  if (syntax.regex !== undefined) return regexReader(syntax.regex, syntax);
  if (syntax.greedy && syntax.kvDelimiter !== undefined) return greedyReader(syntax, keys);
  if (syntax.pairDelimiter === undefined && syntax.kvDelimiter === undefined) return looseReader(syntax, keys);
  return delimitedReader(syntax);
}

function regexReader(pattern: string, { span }: PairSyntax): PairReader {
  const expression = regularExpressionAt(pattern, span);
  return (text) =>
    [...matches(expression, text)].map(([, key, value]) => [text.slice(...key).trim(), text.slice(...value).trim()]);
}

/** An unquoted value runs to the next of the keys. */
function greedyReader(syntax: PairSyntax, keys: readonly string[]): PairReader {
  const kvDelimiter = syntax.kvDelimiter ?? '';
  const pairDelimiter = syntax.pairDelimiter ?? '';
  return (text) => {
    const starts = keys
      .flatMap((key) => keyStarts(text, key, kvDelimiter, pairDelimiter))
      .sort((a, b) => a.start - b.start);
    return starts.map(({ key, valueStart }, at): [string, string] => {
      const end = starts[at + 1]?.start ?? text.length;
      const raw = text.slice(valueStart, end);
      const trimmed = raw.endsWith(pairDelimiter) && at + 1 < starts.length ? raw.slice(0, -pairDelimiter.length) : raw;
      return [key, unquoted(trimmed.trim(), syntax)];
    });
  };
}

function keyStarts(text: string, key: string, kvDelimiter: string, pairDelimiter: string) {
  const found: { key: string; start: number; valueStart: number }[] = [];
  const needle = key + kvDelimiter;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const before = text.slice(0, at).trimEnd();
    const atBoundary = at === 0 || text.slice(0, at).endsWith(pairDelimiter) || before.endsWith(pairDelimiter);
    if (atBoundary) found.push({ key, start: at, valueStart: at + needle.length });
  }
  return found;
}

function unquoted(text: string, { quotes }: PairSyntax): string {
  const quote = quotes.find((pair) => text.startsWith(pair[0]) && text.endsWith(pair[pair.length - 1]));
  return quote === undefined || text.length < 2 ? text : text.slice(1, -1);
}

/** Without given delimiters: a word or quoted text after one that is a key is its value. */
function looseReader(syntax: PairSyntax, keys: readonly string[]): PairReader {
  return (text) => {
    const words: string[] = [];
    for (let at = 0; at < text.length; ) {
      const quoted = readQuoted(text, at, syntax);
      if (quoted !== undefined) {
        words.push(quoted.value);
        at = quoted.end;
        continue;
      }
      const [word] = /^[\p{L}\p{N}_]*/u.exec(text.slice(at)) ?? [''];
      if (word !== '') words.push(word);
      at += Math.max(1, word.length);
    }
    return words.flatMap((word, i): [string, string][] => (keys.includes(word) ? [[word, words[i + 1] ?? '']] : []));
  };
}

/** With delimiters, from left to right; quoted keys and values may hold delimiters. */
function delimitedReader(syntax: PairSyntax): PairReader {
  const pairDelimiter = syntax.pairDelimiter ?? '';
  const kvDelimiter = syntax.kvDelimiter ?? '';
  if (pairDelimiter === '' || kvDelimiter === '') return () => [];
  return (text) => {
    const pairs: [string, string][] = [];
    for (let at = 0; at < text.length; ) {
      const key = readPart(text, at, [pairDelimiter, kvDelimiter], syntax);
      const afterKey = skipBlanks(text, key.end);
      if (!text.startsWith(kvDelimiter, afterKey)) {
        at = Math.max(at + 1, key.end + pairDelimiter.length);
        continue;
      }
      const value = readPart(text, afterKey + kvDelimiter.length, [pairDelimiter], syntax);
      pairs.push([key.value, value.value]);
      at = value.end + pairDelimiter.length;
    }
    return pairs;
  };
}

interface Part {
  readonly value: string;
  readonly end: number;
}

/** A quoted text, or what stands before a delimiter without the white space around it. */
function readPart(text: string, from: number, delimiters: readonly string[], syntax: PairSyntax): Part {
  const start = skipBlanks(text, from);
  const quoted = readQuoted(text, start, syntax);
  let end = quoted?.end ?? start;
  while (end < text.length && !delimiters.some((delimiter) => text.startsWith(delimiter, end))) end++;
  return { value: quoted?.value ?? text.slice(start, end).trim(), end };
}

function readQuoted(text: string, start: number, syntax: PairSyntax): Part | undefined {
  const quote = syntax.quotes.find((pair) => pair[0] === text[start]);
  if (quote === undefined) return undefined;
  const close = quote[quote.length - 1];
  let value = '';
  let at = start + 1;
  for (; at < text.length && text[at] !== close; at++) {
    if (syntax.escape?.includes(text[at]) && at + 1 < text.length) at++;
    value += text[at];
  }
  return at < text.length ? { value, end: at + 1 } : undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at])) at++;
  return at;
}
