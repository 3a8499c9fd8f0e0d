/**
 * Case as Kusto's case-insensitive operators see it: one character against one character, beyond ASCII too, without
 * normalisation, and never across the border of ASCII (`K` the letter is not `K` the Kelvin sign).
 */

const NOT_ASCII = /[^\0-\x7f]/;

/** True when all characters are ASCII. */
export function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text);
}

/** Code units from which a folded text is kept for the next needle that is looked for in it. */
const LONG = 4096;
let lastLong = '';
let lastFolded = '';

/** Folds each character by itself; the result has as many code units as the text, at the same positions. */
export function foldCase(text: string): string {
  if (text.length < LONG) return fold(text);
  if (text !== lastLong) [lastLong, lastFolded] = [text, fold(text)];
  return lastFolded;
}

function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let folded = '';
  for (const char of text) folded += foldCharacter(char);
  return folded;
}

function foldCharacter(char: string): string {
  const lower = char.toLowerCase();
  if (lower.length !== char.length) return char;
  return lower.charCodeAt(0) < 128 && char.charCodeAt(0) >= 128 ? char : lower;
}
