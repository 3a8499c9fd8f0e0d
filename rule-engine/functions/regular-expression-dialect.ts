import { negatedPerlClass, PERL_CLASSES } from './perl-classes.ts';

/**
 * From the dialect that Kusto documents (Rust's `regex`) to RE2's: Unicode classes, `\u{…}`, nested classes and
 * `{,n}`; what RE2 would read otherwise is refused with a reason.
 * @see https://learn.microsoft.com/kusto/query/regex
 */
export type Translation =
  | { readonly pattern: string; readonly boundaries: WordBoundaries }
  | { readonly problem: string };

/**
 * The word boundaries that a pattern asks for: those of either side (`\b`), which RE2 knows for ASCII alone, or also of one
 * side (`\<`, `\b{end-half}`), which it doesn't know at all.
 */
export type WordBoundaries = 'none' | 'of either side' | 'of one side';

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

/**
 * Translates a whole pattern. Without marks a boundary of one side becomes one of either.
 *
 * @param marks gives the pattern for marked texts instead: see `markBoundaries`
 */
export function translateRegularExpression(pattern: string, marks?: BoundaryMarks): Translation {
  try {
    const translator = new Translator(pattern, marks);
    return { pattern: translator.translate(), boundaries: translator.boundaries };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

/** The names that Kusto has for word boundaries of one side: `\b{start}`. */
export type SidedBoundary = 'start' | 'end' | 'start-half' | 'end-half';

const SIDED_BOUNDARY = /^\\(?:([<>])|b\{(start|end|start-half|end-half)\})/;

/** Classes of the marks that a marked text has before its first and after each character. */
export interface BoundaryMarks {
  readonly any: string;
  readonly boundary: string;
  readonly inside: string;
  /** Boundaries of one side, by their names in Kusto. */
  readonly sided: Readonly<Record<SidedBoundary, string>>;
  /** The mark before the first character. */
  readonly first: string;
}

/** What flags hold where the translator stands: a group ends those that it sets. */
interface Flags {
  readonly extended: boolean;
  readonly multiline: boolean;
}

class Translator {
  boundaries: WordBoundaries = 'none';
  private readonly text: string;
  private readonly marks: BoundaryMarks | undefined;
  private readonly enclosing: Flags[] = [];
  private at = 0;
  private out = '';
  private current: Flags = { extended: false, multiline: false };

  constructor(text: string, marks: BoundaryMarks | undefined) {
    this.text = text;
    this.marks = marks;
  }

  translate(): string {
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === '\\') this.escaped();
      else if (char === '[') this.one(this.characterClass());
      else if (char === '(') this.group();
      else if (this.current.extended && /\s/.test(char)) this.at++;
      else if (this.current.extended && char === '#') this.skipComment();
      else if (char === '{') this.repetition();
      else this.plain(char);
    }
    // A match of a marked text starts after a mark, and ends after one.
    return this.marks === undefined ? this.out : `(?<=${this.marks.any})(?:${this.out})`;
  }

  private plain(char: string): void {
    if (char === ')') this.current = this.enclosing.pop() ?? this.current;
    if ('*+?|)$'.includes(char) || (char === '^' && this.marks === undefined)) {
      this.out += char;
      this.at++;
    } else if (char === '^') {
      this.out += this.start();
      this.at++;
    } else {
      const whole = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
      this.at += whole.length;
      this.one(whole);
    }
  }

  /** What matches one character. */
  private one(pattern: string): void {
    this.out += this.marks === undefined ? pattern : `(?:${pattern}${this.marks.any})`;
  }

  private start(): string {
    const { first = '', any = '' } = this.marks ?? {};
    return this.current.multiline ? `(?<=${first}|\\n${any})` : `(?<=${first})`;
  }

  private escaped(): void {
    const sided = SIDED_BOUNDARY.exec(this.text.slice(this.at));
    if (sided !== null) {
      this.at += sided[0].length;
      this.boundaries = 'of one side';
      this.out += this.marks === undefined ? '\\b' : `(?<=${this.marks.sided[sidedBoundary(sided)]})`;
      return;
    }
    const next = this.text[this.at + 1] ?? '';
    const pattern = this.escape(false);
    if ((next === 'b' || next === 'B') && this.boundaries === 'none') this.boundaries = 'of either side';
    if (!'bBAz'.includes(next)) this.one(pattern);
    else if (this.marks === undefined || next === 'z') this.out += pattern;
    else if (next === 'A') this.out += `(?<=${this.marks.first})`;
    else this.out += `(?<=${next === 'b' ? this.marks.boundary : this.marks.inside})`;
  }

  private repetition(): void {
    const counted = /^\{\s*(\d*)\s*(,?)\s*(\d*)\s*\}/.exec(this.text.slice(this.at));
    if (counted === null || (counted[1] === '' && counted[3] === '')) {
      this.at++;
      this.one('\\{');
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
    this.enclosing.push(this.current);
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
    if (end === ')') this.enclosing.pop();
    const holds = (flag: string, before: boolean) => on.includes(flag) || (before && !off.includes(flag));
    const { extended, multiline } = this.current;
    this.current = { extended: holds('x', extended), multiline: holds('m', multiline) };
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
      return inClass ? negatedPerlClass(lower) : `[^${PERL_CLASSES[lower]}]`;
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
    this.at += 2;
    if (this.current.extended && next === ' ') return ' ';
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

/** `\<` is `\b{start}`, `\>` is `\b{end}`. */
function sidedBoundary([, sign, name]: RegExpExecArray): SidedBoundary {
  if (sign !== undefined) return sign === '<' ? 'start' : 'end';
  return name as SidedBoundary;
}
