import type { RE2JS } from 're2js';
import { type BoundaryMarks, translateRegularExpression } from './regular-expression-dialect.ts';
import { regularExpressions } from './regular-expression-library.ts';

/**
 * Word boundaries of all of Unicode, which Kusto's `\b` means and RE2's does not, and those of one side, `\<` and `\>`: a
 * text is marked before its first and after each character with whether a word begins or ends there, and the pattern looks
 * back at the mark. Looking back is linear, looking ahead is not to be had.
 */
const [FIRST_OUTSIDE, FIRST_START, OUTSIDE, START, END, WITHIN] = [
  '\ufdd0',
  '\ufdd1',
  '\ufdd2',
  '\ufdd3',
  '\ufdd4',
  '\ufdd5',
];

const MARKS: BoundaryMarks = {
  any: '[\\x{fdd0}-\\x{fdd5}]',
  boundary: '[\\x{fdd1}\\x{fdd3}\\x{fdd4}]',
  inside: '[\\x{fdd0}\\x{fdd2}\\x{fdd5}]',
  first: '[\\x{fdd0}\\x{fdd1}]',
  sided: {
    start: '[\\x{fdd1}\\x{fdd3}]',
    end: '\\x{fdd4}',
    'start-half': '[\\x{fdd0}-\\x{fdd3}]',
    'end-half': '[\\x{fdd0}\\x{fdd2}\\x{fdd4}]',
  },
};

const WORD = /[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\u200c\u200d]/u;
const BEYOND_ASCII = /[\x80-\uffff]/;
const WORD_BEYOND_ASCII = /(?![\0-\x7f])[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\u200c\u200d]/u;

/** True for a text whose words RE2 sees otherwise. */
export function hasWordsBeyondAscii(text: string): boolean {
  return BEYOND_ASCII.test(text) && WORD_BEYOND_ASCII.test(text);
}

/** A pattern compiled for marked texts, and its search. */
export class MarkedExpression {
  private readonly expression: RE2JS;
  private text: string | undefined;
  private marked: MarkedText = { text: '', at: [], original: [] };
  private matcher: ReturnType<RE2JS['matcher']> | undefined;

  constructor(pattern: string) {
    const translated = translateRegularExpression(pattern, MARKS);
    const library = regularExpressions();
    this.expression = library.compile('pattern' in translated ? translated.pattern : pattern, library.LOOKBEHINDS);
  }

  /** The first match at or after a place of the text: where it and its groups start and end, -1 where unset. */
  find(text: string, from: number): readonly (readonly [number, number])[] | undefined {
    if (this.text !== text || this.matcher === undefined) {
      this.text = text;
      this.marked = markBoundaries(text);
      this.matcher = this.expression.matcher(this.marked.text);
    }
    const { at, original } = this.marked;
    if (!this.matcher.find(at[from])) return undefined;
    const groups: (readonly [number, number])[] = [];
    for (let group = 0; group <= this.expression.groupCount(); group++) {
      const [start, end] = [this.matcher.start(group), this.matcher.end(group)];
      groups.push(start < 0 ? [-1, -1] : [original[start], original[end]]);
    }
    return groups;
  }
}

interface MarkedText {
  readonly text: string;
  /** For each place of the text that place in the marked one, after its mark. */
  readonly at: readonly number[];
  /** For each place of the marked text the place in the text. */
  readonly original: readonly number[];
}

function markBetween(before: boolean, after: boolean): string {
  if (before) return after ? WITHIN : END;
  return after ? START : OUTSIDE;
}

function markBoundaries(text: string): MarkedText {
  const at: number[] = [];
  const original: number[] = [0];
  let marked = '';
  let before = false;
  let place = 0;
  const mark = (after: boolean): void => {
    marked += place === 0 ? (after ? FIRST_START : FIRST_OUTSIDE) : markBetween(before, after);
    before = after;
    original.push(place);
    at[place] = marked.length;
  };
  for (const char of text) {
    mark(WORD.test(char));
    marked += char;
    for (let i = 0; i < char.length; i++) {
      place++;
      original.push(place);
      at[place] = marked.length;
    }
  }
  mark(false);
  return { text: marked, at, original };
}
