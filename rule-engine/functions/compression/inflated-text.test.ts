import { gzipSync, zlibSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeBase64 } from '../base64.ts';
import { call, text } from '../call.test-helper.ts';
import { loadFunction } from '../registry.ts';
import { inflatedTextOf } from './inflated-text.ts';

const KIBIBYTE = 1024;
const span = { start: 3, length: 4 };
const compressions = { gzip: gzipSync, zlib: zlibSync };

beforeAll(() => loadFunction('gzip_decompress_from_base64_string'));

describe.each(['gzip', 'zlib'] as const)('%s', (format) => {
  const packed = (content: Uint8Array, level: 0 | 9 = 9) => encodeBase64(compressions[format](content, { level }));
  const inflated = (text: string) => inflatedTextOf(format, span)(text);
  const letters = (length: number) => new Uint8Array(length).fill(97);

  test.each([0, 1, 1023, 1024, 1025, 70_000])('a text of %i bytes comes back whole', (length) => {
    expect(inflated(packed(letters(length)))).toBe('a'.repeat(length));
    expect(inflated(packed(letters(length), 0))).toBe('a'.repeat(length));
  });

  test('a text of the largest size comes back, and of one byte more is refused where the call stands', () => {
    const call = inflatedTextOf(format, span, { text: 64 * KIBIBYTE, call: 1024 * KIBIBYTE });
    for (const level of [0, 9] as const) {
      expect(call(packed(letters(64 * KIBIBYTE), level)).length).toBe(64 * KIBIBYTE);
      expect(() => call(packed(letters(64 * KIBIBYTE + 1), level))).toThrow(
        expect.objectContaining({
          diagnostic: {
            code: 'value-too-large',
            severity: 'error',
            span,
            message: 'A text decompresses to more than 0.0625 MiB',
          },
        }),
      );
    }
  });

  test('many texts of a call that grow a lot are refused together', () => {
    const call = inflatedTextOf(format, span, { text: 64 * KIBIBYTE, call: 256 * KIBIBYTE });
    const bomb = packed(letters(64 * KIBIBYTE));
    for (let i = 0; i < 4; i++) call(bomb);
    expect(() => call(bomb)).toThrow('The texts decompress to more than 0.25 MiB and 100 times their size');
  });

  test('many texts of a call that grow little are not', () => {
    const call = inflatedTextOf(format, span, { text: 64 * KIBIBYTE, call: 256 * KIBIBYTE });
    const stored = packed(letters(64 * KIBIBYTE), 0);
    for (let i = 0; i < 6; i++) expect(call(stored).length).toBe(64 * KIBIBYTE);
  });

  test('what is cut off or no stream at all gives the empty text', () => {
    const whole = compressions[format](new TextEncoder().encode('abcdefgh'.repeat(40)));
    for (let length = 0; length < whole.length - 8; length++) {
      expect(inflated(encodeBase64(whole.subarray(0, length)))).toBe('');
    }
    expect(inflated('not Base64!')).toBe('');
    expect(inflated('aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk')).toBe('');
  });
});

test('a gzip text that states another length than it has gives the empty text, and takes no memory for it', () => {
  const stated = (length: number) => {
    const bytes = gzipSync(new TextEncoder().encode('a short text'));
    new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).setUint32(0, length, true);
    return encodeBase64(bytes);
  };
  for (const length of [0, 5, 13, 0xffff_ffff]) expect(inflatedTextOf('gzip', span)(stated(length))).toBe('');
  expect(inflatedTextOf('gzip', span)(stated(12))).toBe('a short text');
});

test('a text of 50 KB that would become 48 MiB is refused in a query', () => {
  const bomb = encodeBase64(gzipSync(new Uint8Array(48 * KIBIBYTE ** 2), { level: 1 }));
  expect(() => call('gzip_decompress_from_base64_string', 'string', text(bomb))).toThrow(
    'A text decompresses to more than 32 MiB',
  );
});
