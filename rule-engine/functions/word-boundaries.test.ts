import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { matches, regularExpression } from './regular-expression.ts';
import { loadRegularExpressions } from './regular-expression-library.ts';

beforeAll(loadRegularExpressions);

/** The texts of all matches. */
const found = (pattern: string, text: string): readonly string[] =>
  [...matches(regularExpression(pattern), text)].map(([[start, end]]) => text.slice(start, end));

describe('a word ends where no letter of any script follows', () => {
  test.each([
    [String.raw`\bé`, 'né é', ['é']],
    [String.raw`\w+\b`, 'ñandú naïve', ['ñandú', 'naïve']],
    [String.raw`\bna\b`, 'na naï ïna', ['na']],
    [String.raw`a\Bï`, 'aï a ï', ['aï']],
    [String.raw`^\bмир\b$`, 'мир', ['мир']],
    [String.raw`^\bмир\b$`, 'мира', []],
    [String.raw`(?i)\bÉCOLE\b`, "l'école", ['école']],
    [String.raw`\b[^ ]{2,3}\b`, 'añb cd éfgh', ['añb', 'cd']],
    [String.raw`(?m)^\w\b`, 'é f\ng é', ['é', 'g']],
    [String.raw`\A.\b|\b.\z`, '\u{1F600}é', ['\u{1F600}', 'é']],
    [String.raw`\b\{é\}`, 'a{é}', ['{é}']],
    [String.raw`(?x) \b é # comment`, 'é', ['é']],
    [String.raw`(?x: \b é ) x`, 'é x', ['é x']],
    [String.raw`\b`, 'é a', ['', '', '', '']],
    [String.raw`\B`, '\u{1F600}é', ['']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });
});

describe('a boundary of one side', () => {
  test.each([
    [String.raw`\<\w+`, 'na naïve', ['na', 'naïve']],
    [String.raw`\<a`, 'a ba ab', ['a', 'a']],
    [String.raw`a\>`, 'a ba ab', ['a', 'a']],
    [String.raw`\w\>`, 'né é', ['é', 'é']],
    [String.raw`\b{start}a`, 'ba a', ['a']],
    [String.raw`a\b{end}`, 'ab a', ['a']],
    [String.raw`\<`, '-a b', ['', '']],
    [String.raw`\>`, '-a b', ['', '']],
    [String.raw`\b{start-half}-`, 'a- -', ['-']],
    [String.raw`-\b{end-half}`, '-a -', ['-']],
    [String.raw`\b{start-half}a\b{end-half}`, 'a aa b', ['a']],
    [String.raw`\<x|\bé`, 'axé é x', ['é', 'x']],
    [String.raw`DC\=\<`, 'DC=corp DC=', ['DC=']],
  ])('%s in %s', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  test('is none in a class', () => {
    expect(() => regularExpression(String.raw`[\<]`)).toThrow('unknown escape');
  });
});

test('groups stand where they stand in the text', () => {
  const text = '\u{1F600} né';
  const match = regularExpression(String.raw`\b(n)(é)?(x)?\b`).find(text, 0);
  expect(match).toEqual([
    [3, 5],
    [3, 4],
    [4, 5],
    [-1, -1],
  ]);
  expect(regularExpression(String.raw`\bn`).find(text, 4)).toBe(undefined);
  expect(regularExpression(String.raw`\bn`).find('é', 9)).toBe(undefined);
});

test('as the platform finds them, and as without marks where there are no boundaries', () => {
  const word = String.raw`[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}]`;
  const boundary = `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
  const piece = fc.constantFrom(
    'a',
    'é',
    '.',
    '[^a]',
    '(é|b)',
    '(?:ab)?',
    'a*',
    'é+?',
    String.raw`\b`,
    ' ',
    '-',
    '{2}x',
  );
  const pattern = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('').replace(/^\{/, 'x{'));
  const text = fc.array(fc.constantFrom('a', 'b', 'é', ' ', '-', '\u{1F600}', 'x', '\n'), { maxLength: 8 });
  fc.assert(
    fc.property(pattern, text, (source, characters) => {
      const haystack = `é${characters.join('')}`;
      fc.pre(!/[*+?}]\{|\\b[*+?{]|\?\?/.test(source) && !/(^|\()\{/.test(source));
      const expected = new RegExp(source.replaceAll(String.raw`\b`, boundary), 'u').exec(haystack);
      const match = regularExpression(String.raw`${source}(?:\b|)`).find(haystack, 0);
      expect(match?.[0]).toEqual(expected === null ? undefined : [expected.index, expected.index + expected[0].length]);
    }),
  );
});
