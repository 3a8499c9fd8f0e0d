/**
 * From the dialect that Kusto documents (Rust's `regex`) to RE2's: Unicode classes, `\u{…}`, nested classes and
 * `{,n}`; what RE2 would read otherwise is refused with a reason.
 * @see https://learn.microsoft.com/kusto/query/regex
 */
export type Translation = { readonly pattern: string } | { readonly problem: string };

const WORD = '\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}\\x{200c}\\x{200d}';
const SPACE = '\\t-\\r \\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}';
const PERL_CLASSES: Readonly<Record<string, string>> = { d: '\\p{Nd}', w: WORD, s: SPACE };
const GENERAL_CATEGORIES: Readonly<Record<string, string>> = {
  letter: 'L',
  uppercaseletter: 'Lu',
  lowercaseletter: 'Ll',
  mark: 'M',
  number: 'N',
  decimalnumber: 'Nd',
  punctuation: 'P',
  symbol: 'S',
  separator: 'Z',
  other: 'C',
  alphabetic: 'L',
  uppercase: 'Lu',
  lowercase: 'Ll',
};

class Refusal extends Error {}

/** Translates a whole pattern. */
export function translateRegularExpression(pattern: string): Translation {
  try {
    return { pattern: new Translator(pattern).translate() };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

class Translator {
  private readonly text: string;
  private at = 0;
  private out = '';
  private extended = false;

  constructor(text: string) {
    this.text = text;
  }

  translate(): string {
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === '\\') this.out += this.escape(false);
      else if (char === '[') this.out += this.characterClass();
      else if (char === '(') this.group();
      else if (this.extended && /\s/.test(char)) this.at++;
      else if (this.extended && char === '#') this.skipComment();
      else if (char === '{') this.repetition();
      else {
        this.out += char;
        this.at++;
      }
    }
    return this.out;
  }

  private repetition(): void {
    const counted = /^\{\s*(\d*)\s*(,?)\s*(\d*)\s*\}/.exec(this.text.slice(this.at));
    if (counted === null || (counted[1] === '' && counted[3] === '')) {
      this.out += '\\{';
      this.at++;
      return;
    }
    const [whole, from, comma, to] = counted;
    this.out += `{${from === '' ? '0' : from}${comma}${to}}`;
    this.at += whole.length;
  }

  private skipComment(): void {
    while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
  }

  private group(): void {
    const rest = this.text.slice(this.at);
    if (/^\(\?(<[=!]|[=!])/.test(rest)) {
      throw new Refusal('Invalid regular expression: look-around is not supported by Kusto');
    }
    const named = /^\(\?P?<([^>]*)>/.exec(rest);
    if (named !== null) {
      this.out += `(?P<${named[1]}>`;
      this.at += named[0].length;
      return;
    }
    const flags = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/.exec(rest);
    if (flags === null) {
      this.out += '(';
      this.at++;
      return;
    }
    this.flags(flags[1], flags[2] ?? '', flags[3]);
    this.at += flags[0].length;
  }

  private flags(on: string, off: string, end: string): void {
    for (const flag of on + off) {
      if (!'imsUuxR'.includes(flag)) throw new Refusal(`Invalid regular expression: unknown flag '${flag}'`);
    }
    if (off.includes('u')) throw new Refusal('Invalid regular expression: (?-u) is not supported by this engine');
    if (on.includes('x')) this.extended = true;
    if (off.includes('x')) this.extended = false;
    const keep = (flags: string): string => [...flags].filter((flag) => 'imsU'.includes(flag)).join('');
    const [kept, dropped] = [keep(on), keep(off)];
    if (kept === '' && dropped === '') {
      if (end === ':') this.out += '(?:';
      return;
    }
    this.out += `(?${kept}${dropped === '' ? '' : `-${dropped}`}${end}`;
  }

  /** An escape; inside a class it gives what may stand inside RE2's brackets. */
  private escape(inClass: boolean): string {
    const next = this.text[this.at + 1];
    if (next === undefined) throw new Refusal('Invalid regular expression: it ends with a backslash');
    const lower = next.toLowerCase();
    if ('dws'.includes(lower)) {
      this.at += 2;
      if (next === lower) return inClass ? PERL_CLASSES[lower] : `[${PERL_CLASSES[lower]}]`;
      if (!inClass) return `[^${PERL_CLASSES[lower]}]`;
      if (lower === 'd') return '\\P{Nd}';
      throw new Refusal(`Invalid regular expression: \\${next} inside a class is not supported by this engine`);
    }
    if (next === 'x' || next === 'u' || next === 'U') return this.codePoint(next);
    if (lower === 'p') return this.property(next);
    const octal = /^\\(0[0-7]{0,2}|[1-3][0-7]{2})/.exec(this.text.slice(this.at));
    if (octal !== null) {
      this.at += octal[0].length;
      return `\\x{${Number.parseInt(octal[1], 8).toString(16)}}`;
    }
    if (/[1-9]/.test(next)) throw new Refusal('Invalid regular expression: back-references are not supported by Kusto');
    if (/[QEZGCXRKkhHN]/.test(next) || next === '<' || next === '>') {
      throw new Refusal(`Invalid regular expression: unknown escape \\${next}`);
    }
    if (next === 'b' && /^\\b\{(start|end|start-half|end-half)\}/.test(this.text.slice(this.at))) {
      throw new Refusal('Invalid regular expression: \\b{…} is not supported by this engine');
    }
    this.at += 2;
    if (this.extended && next === ' ') return ' ';
    return next.charCodeAt(0) > 127 ? next : `\\${next}`;
  }

  private codePoint(kind: string): string {
    const digits = { x: 2, u: 4, U: 8 }[kind];
    const match = new RegExp(`^\\\\${kind}(?:\\{([0-9a-fA-F]+)\\}|([0-9a-fA-F]{${digits}}))`).exec(
      this.text.slice(this.at),
    );
    if (match === null) throw new Refusal(`Invalid regular expression: bad escape \\${kind}`);
    this.at += match[0].length;
    return `\\x{${match[1] ?? match[2]}}`;
  }

  private property(kind: string): string {
    const match = /^\\[pP](?:\{(\^?)([^}]*)\}|(\w))/.exec(this.text.slice(this.at));
    if (match === null) throw new Refusal(`Invalid regular expression: bad escape \\${kind}`);
    this.at += match[0].length;
    const name = match[3] ?? match[2].replace(/^(gc|general_category|sc|script)\s*[=:]\s*/i, '');
    const category = GENERAL_CATEGORIES[name.replace(/[\s_-]/g, '').toLowerCase()] ?? name;
    const negated = (kind === 'P') !== (match[1] === '^');
    return `\\${negated ? 'P' : 'p'}{${category}}`;
  }

  private characterClass(): string {
    let out = '[';
    this.at++;
    if (this.text[this.at] === '^') {
      out += '^';
      this.at++;
    }
    if (this.text[this.at] === ']') {
      out += '\\]';
      this.at++;
    }
    return out + this.classMembers();
  }

  private classMembers(): string {
    let out = '';
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined) throw new Refusal('Invalid regular expression: a class is not closed');
      const pair = this.text.slice(this.at, this.at + 2);
      if (pair === '&&' || pair === '~~' || (pair === '--' && this.text[this.at + 2] !== ']')) {
        throw new Refusal(`Invalid regular expression: '${pair}' between classes is not supported by this engine`);
      }
      if (char === ']') {
        this.at++;
        return `${out}]`;
      }
      if (char === '\\') out += this.escape(true);
      else if (char === '[') out += this.nestedClass();
      else {
        out += char;
        this.at++;
      }
    }
  }

  /** `[[:alpha:]]` stays; `[a[bc]]` is the union of both. */
  private nestedClass(): string {
    const posix = /^\[:\^?[a-z]+:\]/.exec(this.text.slice(this.at));
    if (posix !== null) {
      this.at += posix[0].length;
      return posix[0];
    }
    const inner = this.characterClass();
    if (inner.startsWith('[^')) {
      throw new Refusal('Invalid regular expression: a negated class inside a class is not supported by this engine');
    }
    return inner.slice(1, -1);
  }
}
