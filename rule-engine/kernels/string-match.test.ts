import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bitmap } from '../columnar/bitmap.ts';
import { ResidentDictionary } from '../columnar/resident-dictionary.ts';
import type { StringDictionary } from '../columnar/string-dictionary.ts';
import { StringDictionaryBuilder } from '../columnar/string-dictionary-builder.ts';
import { Interner } from '../webassembly/interner.ts';
import { webAssembly } from '../webassembly/module.ts';
import { foldCase } from './case-folding.ts';
import { canScanTogether, dictionaryMatcher, scanTogether } from './string-match.ts';
import { needleFinder, STRING_OPERATORS, type StringOperator } from './string-predicate.ts';

/** The values in JavaScript's memory, which the plain kernels read, and in WebAssembly's, which SIMD scans. */
function dictionariesOf(values: readonly string[]): readonly StringDictionary[] {
  const builder = new StringDictionaryBuilder();
  for (const value of values) builder.add(value);
  const plain = builder.finish();
  if (webAssembly === undefined) throw new Error('This runtime has no WebAssembly SIMD');
  const interner = new Interner(webAssembly);
  const { arena, offsets } = plain;
  for (let code = 1; code < plain.size; code++) interner.intern(arena, offsets[code], offsets[code + 1]);
  return [plain, new ResidentDictionary(interner)];
}

function matching(values: readonly string[], operator: StringOperator, needle: string): readonly string[] {
  const [plain, simd] = dictionariesOf(values).map((dictionary) => {
    const out = new Bitmap(dictionary.size);
    dictionaryMatcher(dictionary, operator, needle).range(0, dictionary.size, out);
    return Array.from(out.toRows(), (code) => dictionary.get(code));
  });
  expect(simd).toEqual(plain);
  return plain;
}

const values = ['script.lua', 'SCRIPT.LUA -x', 'x.luac', 'lua', 'éa', 'É a', '\u212a', 'k', 'a_b', '', '𝒜lua', '😀lua'];

test.each([
  ['has', '.lua', ['script.lua', 'SCRIPT.LUA -x']],
  ['has', 'lua', ['script.lua', 'SCRIPT.LUA -x', 'lua', '😀lua']],
  ['has', 'a', ['É a', 'a_b']],
  ['has', 'k', ['k']],
  ['has_cs', 'É', ['É a']],
  ['has', 'é', ['É a']],
  ['contains', 'é', ['éa', 'É a']],
  ['startswith', 'script', ['script.lua', 'SCRIPT.LUA -x']],
  ['endswith_cs', 'lua', ['script.lua', 'lua', '𝒜lua', '😀lua']],
  ['=~', 'LUA', ['lua']],
  ['==', 'LUA', []],
  ['=~', '', ['']],
] as const)('%s %s', (operator, needle, expected) => {
  expect(new Set(matching(values, operator, needle))).toEqual(new Set(expected));
});

const alphabet = fc.constantFrom(
  'a',
  'A',
  'b',
  'l',
  '1',
  '_',
  '.',
  '(',
  ' ',
  'é',
  'É',
  'я',
  'Я',
  '😀',
  '𝒜',
  '\u212a',
  'ß',
  '\u0301',
);
const word = (maxLength: number) => fc.array(alphabet, { maxLength }).map((chars) => chars.join(''));

test.each(STRING_OPERATORS)('%s over bytes answers as over text', (operator) => {
  fc.assert(
    fc.property(fc.array(word(9), { maxLength: 12 }), word(4), fc.nat(12), fc.nat(12), (texts, needle, a, b) => {
      const dictionaries = dictionariesOf(texts);
      const from = Math.min(a, b, dictionaries[0].size);
      const to = Math.min(Math.max(a, b), dictionaries[0].size);
      const find = needleFinder(operator, needle);
      for (const dictionary of dictionaries) {
        const out = new Bitmap(dictionary.size);
        dictionaryMatcher(dictionary, operator, needle).range(from, to, out);
        for (let code = 0; code < dictionary.size; code++) {
          expect(out.has(code)).toBe(code >= from && code < to && find(dictionary.get(code)) >= 0);
        }
        const listed = Uint32Array.from({ length: to - from }, (_, i) => to - 1 - i);
        const found = dictionaryMatcher(dictionary, operator, needle).among(listed);
        expect(found).toEqual(listed.filter((code) => find(dictionary.get(code)) >= 0));
      }
    }),
    { numRuns: 400 },
  );
});

test.each(['has', 'hasprefix', 'hassuffix', 'contains'] as const)(
  '%s tells every value that holds its needle',
  (operator) => {
    const unit = fc.constantFrom('l', 'u', 'a', 'L', '.', ' ', 'é', '\u212a');
    const texts = fc.array(fc.string({ unit, maxLength: 40 }), { maxLength: 60 });
    const needles = fc.string({ unit: fc.constantFrom('l', 'u', 'a', 'L', '.'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, needles, (values, needle) => {
        const [, simd] = dictionariesOf(values);
        const matcher = dictionaryMatcher(simd, operator, needle);
        expect(matcher.holdsNeedle).toBe(true);
        const [out, held] = [new Bitmap(simd.size), new Bitmap(simd.size)];
        matcher.range(0, simd.size, out, held);
        for (let code = 0; code < simd.size; code++) {
          const holds = foldCase(simd.get(code)).includes(foldCase(needle));
          expect(out.has(code)).toBe(needleFinder(operator, needle)(simd.get(code)) >= 0);
          if (holds) expect(out.has(code) || held.has(code)).toBe(true);
        }
      }),
    );
  },
);

test('several needles in one pass answer as each alone', () => {
  const alphabet = fc.constantFrom('l', 'u', 'a', 'L', 'A', '.', '\\', ' ', '(', 'é', 'x');
  const texts = fc.array(fc.string({ unit: alphabet, maxLength: 24 }), { maxLength: 120 });
  const searches = fc.array(
    fc.record({
      operator: fc.constantFrom<StringOperator>('has', 'has_cs', 'hasprefix', 'hassuffix', 'contains', 'contains_cs'),
      needle: fc.string({ unit: fc.constantFrom('l', 'u', 'a', 'A', '.', '(', ' '), minLength: 3, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(texts, searches, fc.integer({ min: 1, max: 90 }), (values, sought, block) => {
      const [plain, simd] = dictionariesOf(values);
      expect(sought.map((search) => canScanTogether(simd, search))).not.toContain(false);
      const outs = sought.map(() => new Bitmap(simd.size));
      const scan = scanTogether(simd, sought, block);
      const held = sought.map(() => new Bitmap(simd.size));
      for (let from = 0; from < simd.size; from += block)
        scan.scan(from, Math.min(from + block, simd.size), (i, found, holding) => {
          for (const code of found) outs[i].add(code);
          for (const code of holding) held[i].add(code);
        });
      scan.release();
      for (const [i, { operator, needle }] of sought.entries()) {
        const alone = new Bitmap(plain.size);
        dictionaryMatcher(plain, operator, needle).range(0, plain.size, alone);
        expect(outs[i].toRows()).toEqual(alone.toRows());
        for (let code = 0; code < simd.size; code++) {
          if (simd.get(code).includes(needle)) expect(outs[i].has(code) || held[i].has(code)).toBe(true);
        }
      }
    }),
  );
});
