import { codePointsMatching, codePointText, otherCodePoints } from './code-point-set.ts';

/**
 * `\d`, `\w` and `\s` as Unicode has them (UTS #18), as what may stand between RE2's brackets.
 * @see https://learn.microsoft.com/kusto/query/regex
 */
export const PERL_CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{200c}\\x{200d}',
  s: '\\t-\\r \\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}',
};

/** The same as ASCII alone has them: what they mean after `(?-u)`. */
export const ASCII_PERL_CLASSES: Readonly<Record<string, string>> = { d: '0-9', w: '0-9A-Za-z_', s: '\\t-\\r ' };

const complements = new Map<string, string>();

/** All other characters than those of `\d`, `\w` or `\s`: what `\D`, `\W` and `\S` mean between brackets. */
export function negatedPerlClass(letter: string): string {
  if (letter === 'd') return '\\P{Nd}';
  let complement = complements.get(letter);
  if (complement === undefined) {
    const members = new RegExp(`[${PERL_CLASSES[letter].replaceAll('\\x{', '\\u{')}]`, 'u');
    complement = codePointText(otherCodePoints(codePointsMatching(members)));
    complements.set(letter, complement);
  }
  return complement;
}
