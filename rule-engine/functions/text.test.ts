import { describe, expect, test } from 'vitest';
import { call, dynamic, int, long, span, text } from './call.test-helper.ts';

test.each([
  ['abcdef', 2, 3, 'cde'],
  ['xy', -1, 0, ''],
  ['hello', 1, -1, ''],
  ['abc', -1, 2, 'c'],
  ['abc', -2, 5, 'bc'],
  ['x', -2, 5, ''],
  ['abc', 5, 3, ''],
  ['👨‍👩‍👧', 0, 1, '👨'],
])('substring(%s, %s, %s) is %s', (source, start, length, expected) => {
  expect(call('substring', 'string', text(source), int(start), int(length))).toBe(expected);
});

test.each([
  ['abcdefg', 'cde', [], 2n],
  ['abcdefg', 'cde', [1], 2n],
  ['abcdefg', 'cde', [-5], 2n],
  ['abcdefgabcdefg', 'cde', [1, 10, 2], 9n],
  ['abcdefgabcdefg', 'cde', [1, -1, 3], -1n],
  ['abcdefgabcdefg', 'cde', [1, -1, -1], null],
  ["it''s", "'", [3], 3n],
  ['café é', 'é', [], 3n],
  ['😀b', 'b', [], 1n],
  ['abc', '', [], null],
])('indexof(%s, %s, …%s) is %s', (source, lookup, rest, expected) => {
  expect(call('indexof', 'long', text(source), text(lookup), ...rest.map((n) => long(n)))).toBe(expected);
});

describe('characters beyond ASCII', () => {
  test('length counts code points, size counts UTF-8 bytes', () => {
    expect(call('strlen', 'long', text('🇺🇸'))).toBe(2n);
    expect(call('string_size', 'long', text('Straße'))).toBe(7n);
  });
  test('case changes one character at a time', () => {
    expect(call('toupper', 'string', text('Привет'))).toBe('ПРИВЕТ');
    expect(call('toupper', 'string', text('Straße ö'))).toBe('STRAßE Ö');
    expect(call('tolower', 'string', text('ÅNGSTRÖM'))).toBe('ångström');
  });
});

test('joining writes each value as tostring does', () => {
  expect(call('strcat', 'string', text('a'), long(null), span(36_000_000_000n), int(5))).toBe('a01:00:005');
  expect(call('strcat_delim', 'string', text(':'), text('a'), text(''), long(7))).toBe('a::7');
  expect(call('strcat_array', 'string', dynamic([1n, null, 'x']), text('->'))).toBe('1->->x');
  expect(call('strrep', 'string', text('ab'), int(3), text('-'))).toBe('ab-ab-ab');
});

test('order, translation and reversal', () => {
  expect(call('strcmp', 'long', text('a'), text('B'))).toBe(1n);
  expect(call('translate', 'string', text('krasp'), text('otsku'), text('spark'))).toBe('kusto');
  expect(call('translate', 'string', text('abc'), text('x'), text('abcd'))).toBe('xxxd');
  expect(call('reverse', 'string', span(108_000_000_000n))).toBe('00:00:30');
});
