import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonSyntaxError } from './json-cursor.ts';
import { JsonParser } from './json-parser.ts';

const parser = new JsonParser();
const parse = (text: string) => parser.parse(new TextEncoder().encode(text));

/** Integers beyond 2^53, which `JSON.parse` rounds, rounded. */
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item)));

describe('JsonParser', () => {
  it('agrees with JSON.parse on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(rounded(parse(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts and refuses what JSON.parse accepts and refuses', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.5',
      'e',
      'true',
      'nul',
      ' ',
      '\n',
      '\\u00e9',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expect(() => parse(text)).toThrow(JsonSyntaxError);
          return;
        }
        expect(parse(text)).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a value alone as within a text that is too long for the quick ways', () => {
    const pieces = ['a', 'é', '😀', '\\n', '\\u00e9', '\\ud83d', '\\ude00', '{', '[', ',', ':', '-', '\u00ff'];
    const numbers = ['12', '-0', '1e400', '9007199254740993', '-9223372036854775808', '0.12345678901234567'];
    const piece = fc.constantFrom(...pieces, ...numbers);
    const string = fc.array(piece, { maxLength: 8 }).map((some) => `"${some.join('')}"`);
    const leaf = fc.oneof(string, fc.constantFrom(...numbers, 'null', 'true'));
    const { value } = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
        fc
          .array(fc.tuple(string, tie('value')), { maxLength: 4 })
          .map((fields) => `{${fields.map(([name, item]) => `${name}:${item}`).join(',')}}`),
      ),
    }));
    const bytesOf = (text: string) =>
      // A byte that UTF-8 never has, where the text has ÿ.
      new TextEncoder().encode(text.replaceAll('\u00ff', '\u0000')).map((byte) => (byte === 0 ? 0xff : byte));
    const padding = '.'.repeat(1 << 16);
    fc.assert(
      fc.property(value, (text) => {
        expect([parser.parse(bytesOf(text)), padding]).toEqual(parser.parse(bytesOf(`[${text},"${padding}"]`)));
      }),
    );
  });

  it('refuses what is nested too deep, however short it is', () => {
    expect(() => parse('['.repeat(300) + ']'.repeat(300))).toThrow(/levels deep/);
  });

  it('keeps integers beyond 2^53 and epoch nanoseconds whole', () => {
    expect(
      parse('{"a":9223372036854775807,"b":1700000000123456789,"c":-9007199254740993,"d":9007199254740991}'),
    ).toEqual({
      a: 9223372036854775807n,
      b: 1700000000123456789n,
      c: -9007199254740993n,
      d: 9007199254740991,
    });
  });

  it('undoes escapes, surrogate pairs and lone surrogates', () => {
    expect(parse('"\\ud83d\\ude00 \\u00e9 \\n\\/ \\ud800x"')).toBe('😀 é \n/ \ufffdx');
  });

  it('takes __proto__ for a field', () => {
    expect(Object.keys(parse('{"__proto__":1}') as object)).toEqual(['__proto__']);
  });

  it('refuses nesting that would exhaust the stack', () => {
    expect(() => parse('['.repeat(100_000))).toThrow(JsonSyntaxError);
  });
});
