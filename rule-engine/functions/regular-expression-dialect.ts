import { escapedSet, posixSet } from './character-sets.ts';
import {
  type CodePointSet,
  codePointRange,
  codePointText,
  combineCodePoints,
  otherCodePoints,
  withAllCases,
} from './code-point-set.ts';
import { ASCII_PERL_CLASSES, negatedPerlClass, PERL_CLASSES } from './perl-classes.ts';

/**
 * From the dialect that Kusto documents (Rust's `regex`) to RE2's: Unicode classes, `\u{…}`, operations on classes,
 * `{,n}` and long repetitions; what RE2 would read otherwise is refused with a reason.
 * @see https://learn.microsoft.com/kusto/query/regex
 */
export type Translation =
  | { readonly pattern: string; readonly boundaries: WordBoundaries }
  | { readonly problem: string }
  /** What Kusto has and this engine lacks. */
  | { readonly lacks: string };

/**
 * The word boundaries that a pattern asks for: those of either side (`\b`), which RE2 knows for ASCII alone, or also of one
 * side (`\<`, `\b{end-half}`), which it doesn't know at all.
 */
type WordBoundaries = 'none' | 'of either side' | 'of one side';

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

class Lack extends Error {}

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
    if (error instanceof Lack) return { lacks: error.message };
    throw error;
  }
}

/** The names that Kusto has for word boundaries of one side: `\b{start}`. */
type SidedBoundary = 'start' | 'end' | 'start-half' | 'end-half';

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
  readonly caseless: boolean;
  readonly extended: boolean;
  readonly multiline: boolean;
  readonly unicode: boolean;
}

/** RE2 repeats no more at once. */
const MOST_REPETITIONS = 1000;
const MOST_REPETITIONS_IN_ALL = 10_000;

/** What stands between two sets in a class: which characters are in the result, by whether they are in either. */
const SET_OPERATIONS: Readonly<Record<string, (inLeft: boolean, inRight: boolean) => boolean>> = {
  '&&': (inLeft, inRight) => inLeft && inRight,
  '--': (inLeft, inRight) => inLeft && !inRight,
  '~~': (inLeft, inRight) => inLeft !== inRight,
};

const inEither = (inLeft: boolean, inRight: boolean) => inLeft || inRight;

const POSIX_CLASS = /^\[:\^?[a-z]+:\]/;

class Translator {
  boundaries: WordBoundaries = 'none';
  private readonly text: string;
  private readonly marks: BoundaryMarks | undefined;
  private readonly enclosing: Flags[] = [];
  private at = 0;
  private out = '';
  private current: Flags = { caseless: false, extended: false, multiline: false, unicode: true };
  /** Where in `out` the last thing begins that a repetition may follow; of each open group, where it begins. */
  private last = 0;
  private readonly opened: number[] = [];
  private hasAsciiBoundary = false;

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
    if (this.hasAsciiBoundary && this.boundaries !== 'none') {
      throw new Lack('A regular expression with word boundaries of ASCII and of Unicode');
    }
    // A match of a marked text starts after a mark, and ends after one.
    return this.marks === undefined ? this.out : `(?<=${this.marks.any})(?:${this.out})`;
  }

  private plain(char: string): void {
    if (char === ')') {
      this.current = this.enclosing.pop() ?? this.current;
      this.last = this.opened.pop() ?? this.last;
    }
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
    this.last = this.out.length;
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
    if (next === 'b' || next === 'B') this.boundary();
    if (!'bBAz'.includes(next)) this.one(pattern);
    else if (this.marks === undefined || next === 'z') this.out += pattern;
    else if (next === 'A') this.out += `(?<=${this.marks.first})`;
    else this.out += `(?<=${next === 'b' ? this.marks.boundary : this.marks.inside})`;
  }

  /** `\b` of ASCII is RE2's own. */
  private boundary(): void {
    if (!this.current.unicode) this.hasAsciiBoundary = true;
    else if (this.boundaries === 'none') this.boundaries = 'of either side';
  }

  private repetition(): void {
    const counted = /^\{\s*(\d*)\s*(,?)\s*(\d*)\s*\}(\??)/.exec(this.text.slice(this.at));
    if (counted === null || (counted[1] === '' && counted[3] === '')) {
      this.at++;
      this.one('\\{');
      return;
    }
    const [whole, from, comma, to, lazy] = counted;
    this.at += whole.length;
    if (Math.max(Number(from), Number(to)) > MOST_REPETITIONS) {
      this.repeatOften(Number(from), to === '' && comma !== '' ? undefined : Number(to || from), lazy);
    } else {
      this.out += `{${from === '' ? '0' : from}${comma}${to}}${lazy}`;
    }
  }

  /** More repetitions than RE2 takes at once, one after the other. */
  private repeatOften(least: number, most: number | undefined, lazy: string): void {
    const repeated = this.out.slice(this.last);
    if (Math.max(least, most ?? 0) > MOST_REPETITIONS_IN_ALL || /\((?!\?)|\(\?P/.test(repeated)) {
      throw new Lack(`A regular expression that repeats a group or a class ${most ?? least} times`);
    }
    const counts = (of: number): number[] => [
      ...new Array<number>(Math.floor(of / MOST_REPETITIONS)).fill(MOST_REPETITIONS),
      of % MOST_REPETITIONS,
    ];
    const pieces = counts(least).map((count) => `${repeated}{${count}}`);
    if (most === undefined) pieces.push(`${repeated}*${lazy}`);
    else pieces.push(...counts(most - least).map((count) => `${repeated}{0,${count}}${lazy}`));
    this.out = `${this.out.slice(0, this.last)}(?:${pieces.join('')})`;
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
    this.opened.push(this.out.length);
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
    if (on.includes('R')) throw new Lack('The flag R of regular expressions');
    if (end === ')') {
      this.enclosing.pop();
      this.opened.pop();
    }
    const holds = (flag: string, before: boolean) => on.includes(flag) || (before && !off.includes(flag));
    const { caseless, extended, multiline, unicode } = this.current;
    this.current = {
      caseless: holds('i', caseless),
      extended: holds('x', extended),
      multiline: holds('m', multiline),
      unicode: holds('u', unicode),
    };
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
      const classes = this.current.unicode ? PERL_CLASSES : ASCII_PERL_CLASSES;
      if (next === lower) return inClass ? classes[lower] : `[${classes[lower]}]`;
      if (!this.current.unicode) {
        throw new Refusal(`Invalid regular expression: \\${next} after (?-u) would match parts of characters`);
      }
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

  /**
   * A class. One of sets is worked out; one whose `[` opens no set, as nothing closes it, is read as RE2 did, which Kusto
   * had before and published rules were written for.
   */
  private characterClass(): string {
    const start = this.at;
    const plain = this.plainClass(false);
    if (plain !== undefined) return plain;
    this.at = start;
    const set = this.setInBrackets();
    if (set !== undefined) return set.length === 0 ? '[^\\x{0}-\\x{10ffff}]' : `[${codePointText(set)}]`;
    this.at = start;
    const read = this.plainClass(true);
    if (read === undefined) throw new Refusal('Invalid regular expression: a class is not closed');
    return read;
  }

  /** A class without others in it and without operations; undefined where it has some, or isn't closed. */
  private plainClass(bracketsAreLiteral: boolean): string | undefined {
    let out = `[${this.negation()}`;
    for (const char of this.leadingCharacters()) out += `\\${char}`;
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined) return undefined;
      const posix = POSIX_CLASS.exec(this.text.slice(this.at));
      if (!bracketsAreLiteral && ((char === '[' && posix === null) || this.setOperation() !== undefined))
        return undefined;
      if (char === ']') {
        this.at++;
        return `${out}]`;
      }
      const start = this.at;
      if (char === '\\') out += this.escape(true) + this.hyphenAfterClass(start);
      else if (this.current.extended && /\s/.test(char)) this.at++;
      else {
        out += posix?.[0] ?? (char === '[' ? '\\[' : char);
        this.at += posix?.[0].length ?? 1;
      }
    }
  }

  /** What follows `[`, which it passes. */
  private negation(): '' | '^' {
    this.at++;
    if (this.text[this.at] !== '^') return '';
    this.at++;
    return '^';
  }

  /** A hyphen after `\w` and the like makes no range: it stands for itself, as RE2 had it. */
  private hyphenAfterClass(start: number): string {
    const isHyphen = /^\\(?:[dwsDWS]|[pP](?:\w|\{[^}]*\}))-(?!-)/.test(this.text.slice(start));
    if (isHyphen) this.at++;
    return isHyphen ? '\\-' : '';
  }

  /** Hyphens at the beginning of a class stand for themselves, or else a bracket. */
  private leadingCharacters(): string {
    const [found] = /^(?:-+|\]?)/.exec(this.text.slice(this.at)) ?? [''];
    this.at += found.length;
    return found;
  }

  private setOperation(): ((inLeft: boolean, inRight: boolean) => boolean) | undefined {
    return SET_OPERATIONS[this.text.slice(this.at, this.at + 2)];
  }

  /** The characters of `[…]`, with other classes in it and operations from left to right; undefined when it isn't closed. */
  private setInBrackets(): CodePointSet | undefined {
    const isNegated = this.negation() === '^';
    let left: CodePointSet = [];
    let [members = []] = [...this.leadingCharacters()].map((char) => codePointRange(char.charCodeAt(0)));
    let operation = inEither;
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined) return undefined;
      const next = this.setOperation();
      if (char === ']' || next !== undefined) {
        left = combineCodePoints(left, this.cased(members), operation);
        if (next === undefined) {
          this.at++;
          return isNegated ? otherCodePoints(left) : left;
        }
        operation = next;
        members = [];
        this.at += 2;
      } else {
        const found = this.setMember();
        if (found === undefined) return undefined;
        members = combineCodePoints(members, found, inEither);
      }
    }
  }

  private cased(set: CodePointSet): CodePointSet {
    return this.current.caseless ? withAllCases(set) : set;
  }

  /** A class, a range or a character in a class. */
  private setMember(): CodePointSet | undefined {
    const posix = POSIX_CLASS.exec(this.text.slice(this.at));
    if (posix !== null) {
      this.at += posix[0].length;
      return known(posixSet(posix[0]), posix[0]);
    }
    const char = this.text[this.at];
    if (char === '[') return this.setInBrackets();
    if (this.current.extended && /\s/.test(char)) {
      this.at++;
      return [];
    }
    const first = this.setCharacters();
    const [dash, after] = this.text.slice(this.at, this.at + 2);
    if (dash !== '-' || after === undefined || after === ']' || after === '-' || first.length !== 2) return first;
    this.at++;
    const last = this.setCharacters();
    if (last.length !== 2 || last[0] < first[0])
      throw new Refusal('Invalid regular expression: a range ends before it begins');
    return codePointRange(first[0], last[1] - 1);
  }

  private setCharacters(): CodePointSet {
    if (this.text[this.at] === '\\') {
      const written = this.escape(true);
      return known(escapedSet(written), written);
    }
    const point = this.text.codePointAt(this.at) ?? 0;
    this.at += String.fromCodePoint(point).length;
    return codePointRange(point);
  }
}

function known(set: CodePointSet | undefined, name: string): CodePointSet {
  if (set === undefined) throw new Refusal(`Invalid regular expression: unknown class ${name}`);
  return set;
}

/** `\<` is `\b{start}`, `\>` is `\b{end}`. */
function sidedBoundary([, sign, name]: RegExpExecArray): SidedBoundary {
  if (sign !== undefined) return sign === '<' ? 'start' : 'end';
  return name as SidedBoundary;
}
