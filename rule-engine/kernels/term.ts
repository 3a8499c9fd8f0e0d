import { foldCase } from './case-folding.ts';

/** Which edges of the needle must also be edges of a term, and whether case counts. */
export interface TermSearch {
  /** The needle's first character starts a term, where it is a term character. */
  readonly left: boolean;
  /** The needle's last character ends a term, where it is a term character. */
  readonly right: boolean;
  readonly caseSensitive: boolean;
}

const BEYOND_ASCII_TERM = /[\p{L}\p{N}]/u;

/** True for a letter or digit of any script: a term is a maximal run of them, everything else delimits. */
export function isTermCodePoint(codePoint: number): boolean {
  if (codePoint < 128) {
    return (
      (codePoint >= 97 && codePoint <= 122) ||
      (codePoint >= 65 && codePoint <= 90) ||
      (codePoint >= 48 && codePoint <= 57)
    );
  }
  return BEYOND_ASCII_TERM.test(String.fromCodePoint(codePoint));
}

/**
 * A search of one needle, folded once: the index of the first place where it stands as the search asks, or -1. An empty
 * needle stands at 0.
 */
export function termFinder(needle: string, search: TermSearch): (haystack: string) => number {
  const sought = search.caseSensitive ? needle : foldCase(needle);
  return (haystack) => findFolded(search.caseSensitive ? haystack : foldedOnce(haystack), sought, search);
}

/** The text that was folded last, and its folding: one value is often looked at for one needle after another. */
const last = { text: '', folded: '' };

function foldedOnce(text: string): string {
  if (text !== last.text) {
    last.folded = foldCase(text);
    last.text = text;
  }
  return last.folded;
}

function findFolded(text: string, needle: string, search: TermSearch): number {
  if (needle === '') return 0;
  const checkLeft = search.left && isTermCodePoint(needle.codePointAt(0) ?? 0);
  const checkRight = search.right && isTermCodePoint(codePointBefore(needle, needle.length));
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (checkLeft && at > 0 && isTermCodePoint(codePointBefore(text, at))) continue;
    if (checkRight && end < text.length && isTermCodePoint(text.codePointAt(end) ?? 0)) continue;
    return at;
  }
  return -1;
}

function codePointBefore(text: string, index: number): number {
  const unit = text.charCodeAt(index - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return isLowSurrogate && index >= 2 ? (text.codePointAt(index - 2) ?? unit) : unit;
}
