/**
 * `\d`, `\w` and `\s` as Unicode has them (UTS #18), as what may stand between RE2's brackets.
 * @see https://learn.microsoft.com/kusto/query/regex
 */
export const PERL_CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  w: '\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{200c}\\x{200d}',
  s: '\\t-\\r \\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}',
};

const LAST_CODE_POINT = 0x10ffff;
const complements = new Map<string, string>();

/** All other characters than those of `\d`, `\w` or `\s`: what `\D`, `\W` and `\S` mean between brackets. */
export function negatedPerlClass(letter: string): string {
  if (letter === 'd') return '\\P{Nd}';
  const known = complements.get(letter);
  if (known !== undefined) return known;
  const complement = complementOf(
    new RegExp(`[${PERL_CLASSES[letter].replace(/\\x\{([0-9a-f]+)\}/g, '\\u{$1}')}]`, 'u'),
  );
  complements.set(letter, complement);
  return complement;
}

function complementOf(members: RegExp): string {
  const ranges: string[] = [];
  let first: number | undefined;
  for (let point = 0; point <= LAST_CODE_POINT + 1; point++) {
    const isOther = point <= LAST_CODE_POINT && !members.test(String.fromCodePoint(point));
    if (isOther) first ??= point;
    else if (first !== undefined) {
      ranges.push(`\\x{${first.toString(16)}}-\\x{${(point - 1).toString(16)}}`);
      first = undefined;
    }
  }
  return ranges.join('');
}
