import type { Span } from '../base/span.ts';
import { foldCase } from '../kernels/case-folding.ts';
import { isTermCodePoint, type TermSearch } from '../kernels/term.ts';

/** A needle that stands in a text, but within longer terms. */
export interface TermMiss {
  /** Where the needle stands in the text. */
  readonly at: Span;
  /** What stands there between blanks and quotes: `lua5.4`. */
  readonly word: string;
  /** The term that goes on past the needle: `lua5`. */
  readonly term: string;
  /** The needle with all of the terms at its edges: as a needle it would be found. */
  readonly whole: string;
}

const BLANK = /[\s"'`;|&<>()[\]{},=]/;
const LONGEST_WORD = 60;

/** Where a needle stands as a substring; undefined where it does not. */
export function termMiss(text: string, needle: string, search: TermSearch): TermMiss | undefined {
  const start = search.caseSensitive ? text.indexOf(needle) : foldCase(text).indexOf(foldCase(needle));
  if (start < 0 || needle === '') return undefined;
  const end = start + needle.length;
  const left = search.left && isTermAt(text, start) ? termStart(text, start) : start;
  const right = search.right && isTermBefore(text, end) ? termEnd(text, end) : end;
  const edge = right > end ? end : start;
  return {
    at: { start, length: needle.length },
    word: wordAround(text, left, right),
    term: edge === end ? text.slice(termStart(text, end), right) : text.slice(left, termEnd(text, start)),
    whole: text.slice(left, right),
  };
}

/** Where a needle stands in any case. */
export function caseMiss(text: string, needle: string): { readonly at: Span; readonly found: string } | undefined {
  const start = foldCase(text).indexOf(foldCase(needle));
  if (start < 0) return undefined;
  return { at: { start, length: needle.length }, found: text.slice(start, start + needle.length) };
}

function wordAround(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start > 0 && end - start < LONGEST_WORD && !BLANK.test(text[start - 1])) start--;
  while (end < text.length && end - start < LONGEST_WORD && !BLANK.test(text[end])) end++;
  return text.slice(start, end);
}

function termStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && isTermBefore(text, start)) start -= before(text, start) > 0xffff ? 2 : 1;
  return start;
}

function termEnd(text: string, from: number): number {
  let end = from;
  while (isTermAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

function isTermAt(text: string, index: number): boolean {
  return index < text.length && isTermCodePoint(text.codePointAt(index) ?? 0);
}

function isTermBefore(text: string, index: number): boolean {
  return index > 0 && isTermCodePoint(before(text, index));
}

/** The code point that ends before an index. */
function before(text: string, index: number): number {
  const unit = text.charCodeAt(index - 1);
  const low = unit >= 0xdc00 && unit <= 0xdfff && index >= 2;
  const whole = low ? (text.codePointAt(index - 2) ?? unit) : unit;
  return whole > 0xffff ? whole : unit;
}
