import { describe, expect, test } from 'vitest';
import type { DynamicValue } from '../schema/value.ts';
import { call, dynamic, int, long, real, text } from './call.test-helper.ts';
import { dynamicJson, valueText } from './value-text.ts';

const made = (name: string, source: string): string => dynamicJson(call(name, 'dynamic', text(source)) as DynamicValue);

describe('addresses', () => {
  test.each([
    ['192.168.1.1', 3232235777n],
    ['192.168.1.1/24', 3232235776n],
    ['256.1.1.1', null],
    ['1.2.3', null],
  ])('parse_ipv4(%s) is %s', (source, expected) => {
    expect(call('parse_ipv4', 'long', text(source))).toBe(expected);
  });
  test.each([
    ['fe80::85d:e82c:9446:7994/120', 124, 'fe80:0000:0000:0000:085d:e82c:9446:7900'],
    ['192.168.255.255', 120, '0000:0000:0000:0000:0000:ffff:c0a8:ff00'],
    ['::192.168.255.255', 128, '0000:0000:0000:0000:0000:0000:c0a8:ffff'],
    ['::192.168.255.255/24', 128, '0000:0000:0000:0000:0000:0000:c0a8:ff00'],
    ['1::2::3', 128, ''],
  ])('parse_ipv6_mask(%s, %i) is %s', (source, mask, expected) => {
    expect(call('parse_ipv6_mask', 'string', text(source), long(mask))).toBe(expected);
  });
  test('matching uses the shorter prefix', () => {
    expect(call('ipv4_is_match', 'bool', text('192.168.1.1/30'), text('192.168.1.255/24'))).toBe(true);
    expect(call('ipv4_compare', 'long', text('10.0.0.1'), text('10.0.0.2'))).toBe(-1n);
    expect(call('ipv4_is_private', 'bool', text('172.31.0.1'))).toBe(true);
    expect(call('ipv4_is_private', 'bool', text('127.0.0.1'))).toBe(false);
    expect(call('ipv4_is_private', 'bool', text('x'))).toBe(null);
    expect(call('ipv6_is_match', 'bool', text('fe80::1/64'), text('fe80::2'))).toBe(true);
    expect(call('ipv6_is_match', 'bool', text('::192.168.1.1/30'), text('192.168.1.255/24'))).toBe(true);
    expect(call('ipv6_compare', 'long', text('192.168.1.1'), text('::ffff:c0a8:0102'))).toBe(-1n);
  });
  test('ranges are given one by one or as an array', () => {
    expect(call('ipv4_is_in_any_range', 'bool', text('192.168.1.6'), text('10.0.0.1/8'), text('192.168.1.1/24'))).toBe(
      true,
    );
    expect(call('ipv4_is_in_any_range', 'bool', text('1.1.1.1'), dynamic(['10.0.0.0/8']))).toBe(false);
    expect(call('ipv4_range_to_cidr_list', 'dynamic', text('1.1.128.0'), text('1.1.140.255'))).toEqual([
      '1.1.128.0/21',
      '1.1.136.0/22',
      '1.1.140.0/24',
    ]);
  });
  test('formatting', () => {
    expect(call('format_ipv4_mask', 'string', text('192.168.1.1/24'), long(32))).toBe('192.168.1.0/24');
    expect(call('format_ipv4', 'string', long(3232236031), long(24))).toBe('192.168.1.0');
    expect(call('format_ipv4', 'string', text('192.168.1.1'), long(-1))).toBe('');
  });
  test.each([
    ['05:04:54 127.0.0.1 GET', '127.0.0.1', true],
    ['05:04:54127.0.0.1 GET', '127.0.0.1', false],
    ['a 127.0.0.256', '127.0.0.256', false],
  ])('has_ipv4(%s, %s) is %s', (source, address, expected) => {
    expect(call('has_ipv4', 'bool', text(source), text(address))).toBe(expected);
  });
  test.each([
    ['127.0.', true],
    ['127.0', false],
    ['127.0.0.1', true],
  ])('has_any_ipv4_prefix of %s is %s', (prefix, expected) => {
    expect(call('has_any_ipv4_prefix', 'bool', text('at 127.0.0.1.'), dynamic(['10.', prefix]))).toBe(expected);
  });
});

test('parse_url', () => {
  expect(made('parse_url', 'scheme://user:pass@host:1234/a/path?k1=v1&k2=v2#end')).toBe(
    '{"Scheme":"scheme","Host":"host","Port":"1234","Path":"/a/path","Username":"user","Password":"pass","Query Parameters":{"k1":"v1","k2":"v2"},"Fragment":"end"}',
  );
  expect(made('parse_urlquery', 'k1=v=1&k2')).toBe('{"Query Parameters":{"k1":"v=1","k2":""}}');
});

test('URL escapes', () => {
  expect(call('url_encode', 'string', text('https://b.c/hello world'))).toBe('https%3a%2f%2fb.c%2fhello+world');
  expect(call('url_encode_component', 'string', text("a b/é~'("))).toBe('a%20b%2f%c3%a9%7e%27(');
  expect(call('url_decode', 'string', text('a%20b+%c3%a9%'))).toBe('a b é%');
});

test('parse_csv reads the first record', () => {
  expect(made('parse_csv', 'aa,"b,b",cc,"say ""x""","l1\nl2"')).toBe('["aa","b,b","cc","say \\"x\\"","l1\\nl2"]');
  expect(made('parse_csv', 'a,b\nc,d')).toBe('["a","b"]');
  expect(made('parse_csv', 'a,,')).toBe('["a","",""]');
});

test('parse_xml', () => {
  expect(
    made(
      'parse_xml',
      '<?xml version="1.0"?><Event><!-- x --><Data Name="a">1 &lt; 2</Data><Data Name="b"/><T>x</T><E/></Event>',
    ),
  ).toBe('{"?xml":{"@version":"1.0"},"Event":{"Data":[{"@Name":"a","#text":"1 < 2"},{"@Name":"b"}],"T":"x","E":null}}');
  expect(made('parse_xml', '<a><![CDATA[<b>]]></a>')).toBe('{"a":"<b>"}');
  for (const bad of ['', 'x', '<a>', '<a></b>', '<a><a/>', '<a b=c/>', `${'<a>'.repeat(5000)}`]) {
    expect(call('parse_xml', 'dynamic', text(bad))).toBe(null);
  }
});

test('versions compare as numbers', () => {
  expect(valueText(call('parse_version', 'decimal', text('1.2.3.40')), 'decimal')).toBe('1000000020000000300000040');
  expect(call('parse_version', 'decimal', text('1.x'))).toBe(null);
});

test.each([
  [564, [], '564 Bytes'],
  [10332, [int(1)], '10.1 KB'],
  [20010332, [], '19 MB'],
  [20010332, [int(2)], '19.08 MB'],
  [20010332, [int(0), text('KB')], '19541 KB'],
])('format_bytes(%s)', (size, rest, expected) => {
  expect(call('format_bytes', 'string', real(size), ...rest)).toBe(expected);
});

describe('hashes', () => {
  test('of text and of what tostring gives', () => {
    expect(call('hash_md5', 'string', text('World'))).toBe('f5a7924e621e84c9280a9a27e1bcb7f6');
    expect(call('hash_sha1', 'string', text(''))).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709');
    expect(call('hash_sha256', 'string', text('World'))).toBe(
      '78ae647dc5544d227130a0682a51e30bc7777fbb6d8a8f17007463a3ecd1d524',
    );
  });
  test('xxHash64', () => {
    expect(call('hash', 'long', text('World'))).toBe(1846988464401551951n);
    expect(call('hash_xxhash64', 'long', text('World'), long(100))).toBe(51n);
  });
});

test('code points', () => {
  expect(call('unicode_codepoints_from_string', 'dynamic', text('א!'))).toEqual([1488n, 33n]);
  expect(call('unicode_codepoints_to_string', 'string', long(75), dynamic([117n, 115n]))).toBe('Kus');
});
