import { beforeAll, describe, expect, test } from 'vitest';
import { QueryError } from '../diagnostics/diagnostic.ts';
import { call, dynamic, int, literal, long, text } from './call.test-helper.ts';
import { loadRegularExpressions } from './regular-expression-library.ts';

beforeAll(loadRegularExpressions);

describe('matches regex', () => {
  test.each([
    ['ＡＢ１２', String.raw`\d`, true],
    ['café', '.*é$', true],
    [' nbsp', String.raw`^\s`, true],
    ['aXb', '(?i)axB', true],
    ['é', String.raw`^\w$`, true],
    ['a-b', String.raw`a[\w-]b`, true],
    ['lua{', 'lua{', true],
    ['x', '(?x) x # the letter', true],
    ['q', '[a[p-r]]', true],
    ['aaa', 'a{,2}b', false],
    ['\u212a', String.raw`\u{212A}`, true],
    ['Ж', String.raw`\p{Cyrillic}`, true],
    ['a\u0000b', String.raw`a\0b`, true],
    ['A', String.raw`[\101]`, true],
    ['{\n"é": 1}', String.raw`^\{[\s\S]+\}$`, true],
    ['a b', String.raw`^[\S_]+$`, false],
    ['\u3000', String.raw`[^\S]`, true],
    ['é\u200d', String.raw`[\W_]`, false],
    ['x😀', String.raw`^x[\W]$`, true],
    ['٣', String.raw`[\D-]`, false],
    ['xy', '^[a-y&&xyz]+$', true],
    ['3', '[0-9&&[^4]]', true],
    ['4', '[0-9&&[^4]]', false],
    ['4', '[0-9--4]', false],
    ['ah', '^[a-g~~b-h]+$', true],
    ['b', '[a-g~~b-h]', false],
    ['a', '[a&&b]', false],
    ['y', '[x[^xyz]]', false],
    ['x', '[x[^xyz]]', true],
    ['B', '(?i)[a-z&&[^b]]', false],
    ['C', '(?i)[a-z&&[^b]]', true],
    ['β', String.raw`[\pL--\p{Greek}]`, false],
    ['β', String.raw`[\p{Greek}&&\pL]`, true],
    ['b', String.raw`[^\w&&[^a]]`, false],
    ['-', '[--9]', true],
    ['5', '[--9]', false],
    ['a', '[a--]', true],
    ['_', String.raw`[[:^alpha:]&&\w]`, true],
    ['x[y', '^x[[]y$', true],
    ['a.b-c', String.raw`^[\w-.]+$`, true],
    ['1-2', String.raw`^[\p{Nd}-:]+$`, true],
    [`"a",`, String.raw`^[[",a\]]+$`, true],
    ['é', String.raw`(?-u:\w)`, false],
    ['éa', String.raw`(?-u:\b)a`, true],
    ['a'.repeat(1500), '^a{1500}$', true],
    ['a'.repeat(1499), '^a{1500,}$', false],
    ['ab'.repeat(1200), '^(?:ab){1100,1300}$', true],
    ['ab'.repeat(1301), '^(?:ab){1100,1300}$', false],
  ])('%s matches %s: %s', (source, pattern, expected) => {
    expect(call('matches regex', 'bool', text(source), text(pattern, true))).toBe(expected);
  });

  test.each(['(?=a)', '(?<!a)b', String.raw`(a)\1`, '[a', '(', String.raw`a\Z`])('%s is refused', (pattern) => {
    expect(() => call('matches regex', 'bool', text('a'), literal(text(pattern)))).toThrow(QueryError);
    expect(call('matches regex', 'bool', text('a'), text(pattern))).toBe(false);
  });
});

test.each(['(?R)a$', 'a{20000}', '(?P<x>a){1001}', '(a{100}){200}', String.raw`(?-u:\b)a\b`])(
  '%s is Kusto’s, and lacking here',
  (pattern) => {
    expect(() => call('matches regex', 'bool', text('a'), literal(text(pattern)))).toThrow(
      /not supported by this engine/,
    );
  },
);

test('extract gives one group in a type', () => {
  expect(call('extract', 'string', text(String.raw`(\d+)%`), int(1), text('100%done'))).toBe('100');
  expect(call('extract', 'string', text(String.raw`(\d+)%`), int(1), text('none'))).toBe('');
  expect(call('extract', 'int', text(String.raw`-(\d{2})-`), int(1), text('15-12-2024'))).toBe(12);
  expect(call('extract', 'long', text('x'), int(0), text('y'))).toBe(null);
});

test.each([
  ['baaac', 'a*', '-', '-b-c-'],
  ['abc', '', '-', '-a-b-c-'],
  ['😀a', 'a?', '-', '-😀-'],
  ['a', 'a|', '-', '-'],
])('no match is empty at the end of the one before: %s with /%s/', (source, pattern, rewrite, replaced) => {
  expect(call('replace_regex', 'string', text(source), text(pattern), text(rewrite))).toBe(replaced);
});

test('extract_all gives texts, or arrays of texts', () => {
  expect(call('extract_all', 'dynamic', text(String.raw`(\d+)`), text('a1b22'))).toEqual(['1', '22']);
  expect(call('extract_all', 'dynamic', text(String.raw`(\d)(\d)`), text('12 34'))).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  expect(
    call('extract_all', 'dynamic', text('(?P<first>.)(?P<second>.)'), dynamic(['second', 1n]), text('ab')),
  ).toEqual([['b', 'a']]);
  expect(call('extract_all', 'dynamic', text('(x)'), text('nope'))).toBe(null);
});

test('replacing', () => {
  expect(call('replace_regex', 'string', text('one two'), text(String.raw`(\w)(\w)`), text(String.raw`\2\1`))).toBe(
    'noe wto',
  );
  expect(call('replace', 'string', text('is'), text('$&'), text('it is'))).toBe('it $&');
  expect(call('replace_string', 'string', text('aaa'), text(''), text('X'))).toBe('aaa');
  expect(call('replace_string', 'string', text("it's"), text("'"), text('$1'))).toBe('it$1s');
  expect(
    call(
      'replace_strings',
      'string',
      text('turn a cat into a dog'),
      dynamic(['turn', ' into a dog']),
      dynamic(['spin', '']),
    ),
  ).toBe('spin a cat');
});

test.each([
  ['a rewrite is not searched again', 'a cat and a dog', ['cat', 'dog'], ['dog', 'pig'], 'a dog and a pig'],
  ['of two that overlap the first in the list', 'This is', ['This', 'is'], ['This', 'was'], 'This was'],
  ['though it stands later in the text', 'This is', ['is', 'This'], ['was', 'This'], 'Thwas was'],
  ['a rewrite that is no text', 'This is', ['This', 'is'], [12345n, 'was'], 'This was'],
  ['a lookup that is no text, and an empty one', 'a1b', [1n, '', 'b'], ['x', 'y', 'z'], 'a1z'],
  ['letters beyond ASCII', 'é\u{1F600}é', ['é', '\u{1F600}'], ['$&', 'é'], '$&é$&'],
  ['lists of different length', 'abc', ['a', 'b'], ['x'], 'abc'],
])('replace_strings: %s', (_, source, lookups, rewrites, expected) => {
  expect(call('replace_strings', 'string', text(source), dynamic(lookups), dynamic(rewrites))).toBe(expected);
});

test('trimming takes one match off an end', () => {
  expect(call('trim', 'string', text('x'), text('xxabcxx'))).toBe('xabcx');
  expect(call('trim', 'string', text('x'), text('xxx'))).toBe('x');
  expect(call('trim_start', 'string', text(String.raw`[^\w]+`), text('-  Te // $'))).toBe('Te // $');
  expect(call('trim_end', 'string', text(String.raw`\s+`), text('a b  '))).toBe('a b');
});

test('a bad pattern that is only known row by row gives null, a constant one an error', () => {
  expect(call('countof', 'long', text('a'), text('('), text('regex'))).toBe(null);
  expect(() => call('countof', 'long', text('a'), text('(', true), text('regex', true))).toThrow(QueryError);
});

test('counting: plain occurrences overlap, matches do not', () => {
  expect(call('countof', 'long', text('aaa'), text('aa'))).toBe(2n);
  expect(call('countof', 'long', text('aaa'), text('aa'), text('regex'))).toBe(1n);
  expect(call('countof', 'long', text('hello world'), text('l+'), text('regex'))).toBe(2n);
  expect(call('countof', 'long', text('aaa'), text('a*'), text('regex'))).toBe(1n);
});

test.each([
  ['abcabc', 'a.c', [], 0n],
  ['abcabcdefg', 'a.c', [0, 9, 2], 3n],
  ['abcabc', 'a.c', [1, -1, 2], -1n],
  ['ababaa', 'a.a', [0, -1, 2], -1n],
  ['abcabc', 'a|ab', [-1], null],
])('indexof_regex(%s, %s, …%s) is %s', (source, pattern, rest, expected) => {
  expect(call('indexof_regex', 'long', text(source), text(pattern), ...rest.map((n) => long(n)))).toBe(expected);
});

test('split', () => {
  expect(call('split', 'dynamic', text('a,b,,c,'), text(','))).toEqual(['a', 'b', '', 'c', '']);
  expect(call('split', 'dynamic', text('a=b=c'), text('='), int(1))).toEqual(['b']);
  expect(call('split', 'dynamic', text('none'), text('='), int(1))).toBe(null);
});
