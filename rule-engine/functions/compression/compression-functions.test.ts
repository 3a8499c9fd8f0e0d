import { beforeAll, expect, test } from 'vitest';
import { call, text } from '../call.test-helper.ts';
import { isLoadable, loadFunction } from '../registry.ts';
import { compressionFunctions } from './compression-functions.ts';
import { compressionFunctionNames } from './names.ts';

beforeAll(() => loadFunction('gzip_compress_to_base64_string'));

test('the names are known before the functions are loaded', () => {
  expect(compressionFunctions.map(({ name }) => name).sort()).toEqual([...compressionFunctionNames].sort());
  expect(isLoadable('zlib_decompress_from_base64_string')).toBe(true);
});

test.each(['gzip', 'zlib'])('text compressed by %s and back', (kind) => {
  const packed = call(`${kind}_compress_to_base64_string`, 'string', text('hello é'));
  expect(call(`${kind}_decompress_from_base64_string`, 'string', text(packed as string))).toBe('hello é');
  expect(call(`${kind}_decompress_from_base64_string`, 'string', text('x0x0x0'))).toBe('');
  const long = 'abc'.repeat(50_000);
  const smaller = call(`${kind}_compress_to_base64_string`, 'string', text(long)) as string;
  expect(smaller.length).toBeLessThan(2000);
  expect(call(`${kind}_decompress_from_base64_string`, 'string', text(smaller))).toBe(long);
});

test('text that does not shrink is stored, without the time', () => {
  const compressed = (kind: string, value: string) => call(`${kind}_compress_to_base64_string`, 'string', text(value));
  expect(compressed('gzip', '1234567890qwertyuiop')).toBe(
    'H4sIAAAAAAAA/wEUAOv/MTIzNDU2Nzg5MHF3ZXJ0eXVpb3A6m7f2FAAAAA==',
  );
  expect(compressed('zlib', '1234567890qwertyuiop')).toBe('eAEBFADr/zEyMzQ1Njc4OTBxd2VydHl1aW9wOAkGdw==');
});
