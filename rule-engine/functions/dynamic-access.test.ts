import { describe, expect, test } from 'vitest';
import type { DynamicValue } from '../schema/value.ts';
import { call, dynamic, int, text } from './call.test-helper.ts';
import { parseJson } from './json-text.ts';
import { dynamicJson, valueJson } from './value-text.ts';

const json = (source: string) => dynamic(parseJson(source) ?? null);
const at = (container: string, index: ReturnType<typeof text>): DynamicValue =>
  call('[]', 'dynamic', json(container), index) as DynamicValue;

test('elements and properties', () => {
  expect(at('[10,20,30]', int(-1))).toBe(30n);
  expect(at('[10,20,30]', int(5))).toBe(null);
  expect(at('{"a b":{"c":1}}', text('a b'))).toEqual(new Map([['c', 1n]]));
  expect(at('{"a":1}', text('b'))).toBe(null);
  expect(at('"text"', text('length'))).toBe(null);
  expect(at('{"__proto__":7}', text('__proto__'))).toBe(7n);
  expect(at('{}', text('constructor'))).toBe(null);
  expect(at('[1]', text('0'))).toBe(null);
});

describe('JSON', () => {
  test.each(['{"a":1,"b":[true,null,"é\\n"]}', '9223372036854775807', '1.5', '[]', '{}', '"x"'])(
    '%s survives',
    (source) => {
      expect(dynamicJson(parseJson(source) ?? null)).toBe(source);
    },
  );
  test.each(['{a:1}', '[1,]', '[1', '"x', 'nul', '1 2', '{"a"}', '', '\u0001'])('%j is no JSON', (source) => {
    expect(parseJson(source)).toBe(undefined);
  });
  test('very deep nesting is refused, not overflown', () => {
    expect(parseJson('['.repeat(100_000))).toBe(undefined);
  });
  test('parse_json keeps what is no JSON as text', () => {
    expect(call('parse_json', 'dynamic', text('not json'))).toBe('not json');
    expect(call('parse_json', 'dynamic', text(''))).toBe(null);
    expect(call('parse_json', 'dynamic', text('null'))).toBe(null);
  });
  test('cells of machine-readable output', () => {
    expect(valueJson(2n ** 60n, 'long')).toBe('"1152921504606846976"');
    expect(valueJson(Number.NaN, 'real')).toBe('"NaN"');
    expect(valueJson(null, 'string')).toBe('""');
    expect(valueJson(null, 'dynamic')).toBe('null');
  });
});

test.each([
  ['[1]', 'array'],
  ['{}', 'dictionary'],
  ['1', 'long'],
  ['1.0', 'double'],
  ['true', 'bool'],
  ['"x"', 'string'],
  ['null', 'null'],
])('gettype of dynamic(%s) is %s', (source, expected) => {
  expect(call('gettype', 'string', json(source))).toBe(expected);
});

test('extract_json follows a path and converts', () => {
  const source = text('{"a":{"b":[{"c d":"7"}]}}');
  expect(call('extract_json', 'int', text("$.a.b[0]['c d']"), source)).toBe(7);
  expect(call('extract_json', 'string', text('$.a.x'), source)).toBe('');
});

test('parse_path', () => {
  const path = (source: string): string => dynamicJson(call('parse_path', 'dynamic', text(source)) as DynamicValue);
  expect(path(String.raw`C:\temp\file.txt`)).toBe(
    String.raw`{"Scheme":"","RootPath":"C:","DirectoryPath":"C:\\temp","DirectoryName":"temp","Filename":"file.txt","Extension":"txt","AlternateDataStreamName":""}`,
  );
  expect(path('file://C:/temp/file.txt:some.exe')).toBe(
    '{"Scheme":"file","RootPath":"C:","DirectoryPath":"C:/temp","DirectoryName":"temp","Filename":"file.txt","Extension":"txt","AlternateDataStreamName":"some.exe"}',
  );
  expect(path('/usr/lib/file.tar.gz')).toContain('"Filename":"file.tar.gz","Extension":"gz"');
});

test.each([
  ['echo "hello world!"', ['echo', 'hello world!']],
  [String.raw`"C:\a b\x.exe" a\\b "c\\" d\"e`, [String.raw`C:\a b\x.exe`, String.raw`a\\b`, 'c\\', 'd"e']],
  ['x "a""b"', ['x', 'a"b']],
  ['x ""', ['x', '']],
])('parse_command_line(%j)', (line, expected) => {
  expect(call('parse_command_line', 'dynamic', text(line), text('windows'))).toEqual(expected);
});

test('base64', () => {
  expect(call('base64_encode_tostring', 'string', text('é'))).toBe('w6k=');
  expect(call('base64_decode_tostring', 'string', text('w6k='))).toBe('é');
  for (const none of ['!!', 'S3U', 'S3U==', 'S']) expect(call('base64_decode_tostring', 'string', text(none))).toBe('');
  expect(call('base64_decode_toarray', 'dynamic', text('S3U'))).toBe(null);
  expect(call('base64_decode_toarray', 'dynamic', text('S3U='))).toEqual([75n, 117n]);
  const guid = '11111111-2222-3333-4455-66778899aabb';
  const encoded = call('base64_encode_fromguid', 'string', text(guid)) as string;
  expect(call('base64_decode_toguid', 'guid', text(encoded))).toBe(guid);
  expect(call('base64_decode_toguid', 'guid', text('abcd1231'))).toBe(null);
});
