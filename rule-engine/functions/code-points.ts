import { isAscii } from '../kernels/case-folding.ts';

/** Kusto counts characters as code points, JavaScript as UTF-16 code units; these go between the two. */

/** The number of code points. */
export function codePointCount(text: string): number {
  if (isAscii(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** The code unit index of a code point index; the text's length when it lies beyond. */
export function codeUnitIndex(text: string, codePointIndex: number): number {
  if (isAscii(text)) return Math.min(codePointIndex, text.length);
  let units = 0;
  let points = 0;
  for (const char of text) {
    if (points++ >= codePointIndex) break;
    units += char.length;
  }
  return units;
}

/** The code point index of a code unit index. */
export function codePointIndex(text: string, codeUnit: number): number {
  return codePointCount(text.slice(0, codeUnit));
}

/** Code points `[start, end)`. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  if (isAscii(text)) return text.slice(start, end);
  return text.slice(codeUnitIndex(text, start), codeUnitIndex(text, end));
}
