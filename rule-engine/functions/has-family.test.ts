import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTermCodePoint, termFinder } from '../kernels/term.ts';
import { call, text } from './call.test-helper.ts';
import { parseJson } from './json-text.ts';
import { bindList, type ListOperator } from './list-membership.ts';

const has = { left: true, right: true, caseSensitive: false };

describe('has finds a needle whose letter and digit edges are edges of a term', () => {
  test.each([
    ['script.lua', '.lua', true],
    ["os.execute('id')", 'os.execute(', true],
    ['x.luac', '.lua', false],
    ['lua5.4', 'lua', false],
    ['lua51.exe', 'lua5', false],
    ['a_b', 'a', true],
    ['éa', 'a', false],
    ['xéy', 'é', false],
    ['x É y', 'é', true],
    ['b .b-', ' ', true],
    ['11', ' ', false],
    ['', '', true],
    ['anything', '', true],
    ['😀lua😀', 'lua', true],
    ['𝒜lua', 'lua', false],
    ['Straße', 'strasse', false],
    ['a--b', '--', true],
    ['luax lua', 'lua', true],
  ])('%j has %j: %j', (haystack, needle, expected) => {
    expect(call('has', 'bool', text(haystack), text(needle))).toBe(expected);
    expect(call('!has', 'bool', text(haystack), text(needle, true))).toBe(!expected);
  });

  test('the index is where the needle stands', () => {
    expect(termFinder('lua', has)('luax LUA')).toBe(5);
    expect(termFinder('lua', { ...has, caseSensitive: true })('luax LUA')).toBe(-1);
  });
});

describe('against a naive reading of the rule', () => {
  const alphabet = fc.constantFrom('a', 'A', 'b', '1', '_', '.', ' ', 'é', 'É', 'я', '😀', '𝒜', '\u212a', '\u0301');
  const word = (maxLength: number) => fc.array(alphabet, { maxLength }).map((chars) => chars.join(''));
  test('a term is found where it stands', () => {
    fc.assert(
      fc.property(
        word(12),
        word(4),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (haystack, needle, left, right, caseSensitive) => {
          const search = { left, right, caseSensitive };
          expect(termFinder(needle, search)(haystack) >= 0).toBe(naive(haystack, needle, search));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

function naive(haystack: string, needle: string, search: typeof has): boolean {
  const fold = (char: string): string => (search.caseSensitive || char === '\u212a' ? char : char.toLowerCase());
  const [chars, sought] = [[...haystack].map(fold), [...needle].map(fold)];
  if (sought.length === 0) return true;
  const term = (char: string | undefined): boolean => char !== undefined && isTermCodePoint(char.codePointAt(0) ?? 0);
  return chars.some(
    (_, at) =>
      sought.every((char, i) => chars[at + i] === char) &&
      !(search.left && term(sought[0]) && term(chars[at - 1])) &&
      !(search.right && term(sought.at(-1)) && term(chars[at + sought.length])),
  );
}

const measured = fileURLToPath(new URL('../../../shared/conformance/has_measured.jsonl', import.meta.url));

describe.skipIf(!existsSync(measured))('measured on Kusto (skipped where the measurements are absent)', () => {
  const lines = existsSync(measured) ? readFileSync(measured, 'utf8').split('\n').filter(Boolean) : [];
  test.each(lines.map((line) => [line, JSON.parse(line)]))('%s', (_, { haystack, op, needle, rhs, expected }) => {
    const actual =
      rhs === undefined
        ? call(op, 'bool', text(haystack), text(needle))
        : bindList(op as ListOperator, 'string', listOf(rhs))(haystack);
    expect(actual).toBe(expected);
  });
});

/** Reads `("a", 42, dynamic([…]))`. */
function listOf(source: string) {
  const inner = source.slice(1, -1).replace(/dynamic\((\[[^)]*\])\)/g, '$1');
  const value = parseJson(`[${inner}]`);
  return Array.isArray(value) ? value.map((element) => ({ value: element, type: 'dynamic' as const })) : [];
}
