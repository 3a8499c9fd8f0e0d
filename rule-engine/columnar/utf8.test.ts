import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StringDictionaryBuilder } from './string-dictionary-builder.ts';
import { decodeUtf8, encodeUtf8, encodeUtf8Again } from './utf8.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\ud800', 'a\udfff', 'x'.repeat(30_000), 'é'.repeat(31)),
);

test('text is the same bytes in memory that is used again', () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(encodeUtf8Again(text)).toEqual(encodeUtf8(text));
    }),
  );
});

test('a dictionary gives a text the code of its bytes, whatever was added before it', () => {
  const repeated = fc.array(fc.tuple(text, fc.integer({ min: 1, max: 3 })), { maxLength: 20 });
  fc.assert(
    fc.property(repeated, (texts) => {
      const byText = new StringDictionaryBuilder();
      const byBytes = new StringDictionaryBuilder();
      for (const [text, times] of texts) {
        const bytes = encodeUtf8(text);
        for (let time = 0; time < times; time++) {
          const code = byText.add(text);
          expect(code).toBe(byBytes.addBytes(bytes, 0, bytes.length));
          expect(byText.finish().get(code)).toBe(decodeUtf8(bytes));
        }
      }
    }),
  );
});
