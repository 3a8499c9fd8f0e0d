import { type Span, spanEnd } from '../base/span.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { parseExclusions } from '../rule/exclusions.ts';
import { kqlTokens } from '../rule/kql-tokens.ts';
import { toggleExclusion } from '../rule/toggle-exclusion.ts';
import { kqlEscapedString, kqlString } from './kql-string.ts';
import { shiftEdit } from './write-exclusion.ts';

/** Puts a literal behind another one of a list, on a line of its own where the other has one. */
export function addLiteral(text: string, literal: Span, value: string): readonly TextEdit[] {
  const line = text.slice(text.lastIndexOf('\n', literal.start - 1) + 1, literal.start);
  const separator = /^\s*$/.test(line) && line.length < literal.start ? `,\n${line}` : ', ';
  return [insertAt(spanEnd(literal), `${separator}${kqlEscapedString(value)}`)];
}

/** Replaces the first `from` between two places by `to`. Undefined where the text does not show it. */
export function replaceOperator(
  text: string,
  between: { readonly start: number; readonly end: number },
  from: string,
  to: string,
): readonly TextEdit[] | undefined {
  const found = kqlTokens(text.slice(between.start, between.end)).find(
    ({ kind }) => kind === 'word' || kind === 'other',
  );
  if (found === undefined) return undefined;
  const start = between.start + found.start;
  const shown =
    found.kind === 'word' ? text.slice(start, between.start + found.end) === from : text.startsWith(from, start);
  if (!shown) return undefined;
  return [{ span: { start, length: from.length }, text: to }];
}

/** Lets a list's condition hold also where a column contains a text: `(… or Column contains "text")`. */
export function orContains(text: string, list: Span, left: Span, value: string): readonly TextEdit[] {
  const column = text.slice(left.start, spanEnd(left));
  return [insertAt(list.start, '('), insertAt(spanEnd(list), ` or ${column} contains ${kqlString(value)})`)];
}

/** Takes a whole step away, with its pipe. */
export function dropStep(text: string, step: Span): readonly TextEdit[] | undefined {
  const pipe = kqlTokens(text).findLast(({ kind, end }) => kind === 'pipe' && end <= step.start);
  if (pipe === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', pipe.start - 1) + 1;
  const ownLine = text.slice(lineStart, pipe.start).trim() === '' && text[spanEnd(step)] === '\n';
  const start = ownLine ? lineStart : pipe.start;
  return [{ span: { start, length: spanEnd(step) + (ownLine ? 1 : 0) - start }, text: '' }];
}

/** Takes one of several conditions joined by `and` away. Undefined where the text is not as simple as that. */
export function dropCondition(text: string, condition: Span): readonly TextEdit[] | undefined {
  const { start, end } = withParentheses(text, condition);
  const behind = /^\s*and\b\s*/.exec(text.slice(end));
  if (behind !== null) return [{ span: { start, length: end + behind[0].length - start }, text: '' }];
  const before = /\s*\band\s*$/.exec(text.slice(0, start));
  if (before === null) return undefined;
  return [{ span: { start: before.index, length: end - before.index }, text: '' }];
}

/** Switches the exclusion off whose step is at a place of the query; its lines become comments. */
export function switchOffExclusion(
  text: string,
  exclusions: Span,
  step: Span,
): { readonly name: string; readonly edits: readonly TextEdit[] } | undefined {
  const part = text.slice(exclusions.start, spanEnd(exclusions));
  const at = step.start - exclusions.start;
  const exclusion = parseExclusions(part).find(
    ({ span, enabled }) => enabled && span.start <= at && at < spanEnd(span),
  );
  if (exclusion === undefined) return undefined;
  return { name: exclusion.name, edits: toggleExclusion(part, exclusion).map((edit) => shiftEdit(edit, exclusions)) };
}

/** A condition's place with the parentheses around it, those of a call left out. */
function withParentheses(text: string, condition: Span): { readonly start: number; readonly end: number } {
  let { start } = condition;
  let end = spanEnd(condition);
  for (;;) {
    const open = /\(\s*$/.exec(text.slice(0, start));
    const close = /^\s*\)/.exec(text.slice(end));
    if (open === null || close === null || wordBefore(text, open.index) !== '') return { start, end };
    start = open.index;
    end += close[0].length;
  }
}

/** The word before a place, empty where it is an operator between conditions. */
function wordBefore(text: string, index: number): string {
  const word = /(\w+)\s*$/.exec(text.slice(0, index))?.[1] ?? '';
  return /^(?:and|or|where|filter)$/.test(word) ? '' : word;
}

function insertAt(start: number, text: string): TextEdit {
  return { span: { start, length: 0 }, text };
}
