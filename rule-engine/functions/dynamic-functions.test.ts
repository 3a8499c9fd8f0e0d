import { describe, expect, test } from 'vitest';
import type { DynamicValue } from '../schema/value.ts';
import { bool, call, dynamic, int, long, real, span, text, ticks } from './call.test-helper.ts';
import { parseJson } from './json-text.ts';
import { dynamicJson } from './value-text.ts';

const json = (source: string) => dynamic(parseJson(source) ?? null);
const made = (name: string, ...args: Parameters<typeof call>[2][]): string =>
  dynamicJson(call(name, 'dynamic', ...args) as DynamicValue);

describe('arrays', () => {
  test.each([
    ['array_slice', [json('[1,2,3,4,5,6]'), int(2), int(-2)], '[3,4,5]'],
    ['array_slice', [json('[1,2,3]'), int(0), int(100)], '[1,2,3]'],
    ['array_split', [json('[1,2,3,4,5]'), int(2)], '[[1,2],[3,4,5]]'],
    ['array_split', [json('[1,2,3,4,5,6,7,8]'), json('[2,5]')], '[[1,2],[3,4,5],[6,7,8]]'],
    ['array_rotate_left', [json('[1,2,3,4,5]'), int(2)], '[3,4,5,1,2]'],
    ['array_rotate_right', [json('[1,2,3]'), int(4)], '[3,1,2]'],
    ['array_shift_right', [json('[1,2,3]'), int(2)], '[null,null,1]'],
    ['array_shift_left', [json('[1,2,3]'), int(1), int(-1)], '[2,3,-1]'],
    ['array_shift_left', [json('["é","b"]'), int(1)], '["b",""]'],
    ['array_shift_left', [json('["é",2]'), int(1)], '[2,null]'],
    ['array_reverse', [json('["a","b"]')], '["b","a"]'],
    ['array_concat', [json('[1]'), dynamic(null), json('[2,[3]]')], '[1,2,[3]]'],
    ['array_iff', [json('[1,0,50]'), text('yes'), text('no')], '["yes","no","yes"]'],
    ['array_iff', [json('[true,true,true]'), json('[1,2]'), json('[3]')], '[1,2,null]'],
    ['array_iff', [json('["true",null,[1],{},0.5]'), long(1), long(0)], '[null,null,null,null,1]'],
    ['zip', [json('[1,2]'), json('["a"]')], '[[1,"a"],[2,null]]'],
    ['repeat', [text('x'), int(2)], '["x","x"]'],
    ['pack_array', [int(1), text('2'), span(20_000_000n)], '[1,"2","00:00:02"]'],
    ['range', [long(1), long(9), long(4)], '[1,5,9]'],
    ['range', [real(0.5), real(1.5), real(0.5)], '[0.5,1.0,1.5]'],
    ['range', [long(3), long(1), long(-1)], '[3,2,1]'],
  ])('%s', (name, args, expected) => {
    expect(made(name, ...args)).toBe(expected);
  });
  test('sorting keeps nulls last unless told otherwise, and sorts other arrays along', () => {
    expect(made('array_sort_asc', json('[null,"b","a",null]'))).toBe('["a","b",null,null]');
    expect(made('array_sort_desc', json('[null,1,10,2]'), bool(false))).toBe('[null,10,2,1]');
    expect(made('array_sort_asc', json('[2,1]'), json('["two","one"]'))).toBe('[[1,2],["one","two"]]');
  });
  test('finding and summing', () => {
    const words = json('["this","is","an","example","an","example"]');
    expect(call('array_index_of', 'long', words, text('example'), int(1), int(2))).toBe(-1n);
    expect(call('array_index_of', 'long', words, text('an'), int(1), int(-1), int(2))).toBe(4n);
    expect(call('array_index_of', 'long', words, text('an'), int(-3))).toBe(4n);
    expect(call('array_sum', 'real', json('[1,2.5]'))).toBe(3.5);
    expect(call('array_sum', 'real', json('[1,"x"]'))).toBe(null);
  });
});

describe('sets', () => {
  test.each([
    ['set_union', [json('[1,2,1]'), json('[2,3]')], '[1,2,3]'],
    ['set_intersect', [json('[1,2,1,4]'), json('[1,2]'), json('[8,1]')], '[1]'],
    ['set_difference', [json('[1,2,3,2]'), json('[3]')], '[1,2]'],
  ])('%s', (name, args, expected) => {
    expect(made(name, ...args)).toBe(expected);
  });
  test('elements of different types differ', () => {
    expect(call('set_equals', 'bool', json('[1,2,2]'), json('[2,1]'))).toBe(true);
    expect(call('set_has_element', 'bool', json('[1,2]'), text('2'))).toBe(false);
    expect(call('set_has_element', 'bool', json('[1,2]'), long(2))).toBe(true);
    expect(call('jaccard_index', 'real', json('[1,2,3]'), json('[1,2,3,4]'))).toBe(0.75);
  });
});

describe('bags', () => {
  test.each([
    ['bag_pack', [text('a'), long(1), text('b'), ticks(null)], '{"a":1,"b":null}'],
    ['pack_all', [bool(true), text('a'), long(1), text('b'), text('')], '{"a":1}'],
    ['bag_merge', [json('{"a":1}'), dynamic(null), json('{"a":2,"c":3}')], '{"a":1,"c":3}'],
    ['bag_keys', [json('{"b":1,"a":2}')], '["b","a"]'],
    ['bag_remove_keys', [json('{"a":1,"b":{"c":1,"d":2}}'), json('["$.b.c","a"]')], '{"b":{"d":2}}'],
    ['bag_set_key', [json('{"a":1}'), text('$.b.c'), text('x')], '{"a":1,"b":{"c":"x"}}'],
    ['bag_zip', [json('["a","b"]'), json('[1]')], '{"a":1,"b":null}'],
    ['bag_zip', [json('["a",8,null,"b"]'), json('[1,"2",3,2.5]')], '{"a":1,"b":2.5}'],
    ['bag_zip', [json('["a",8,"b"]'), json('1')], '{"a":null,"b":null}'],
    ['bag_zip', [json('[]'), json('[1]')], '{}'],
    ['treepath', [json('{"a":[{"b":1},{"b":2}],"c":3}')], `["['a']","['a'][0]","['a'][0]['b']","['c']"]`],
  ])('%s', (name, args, expected) => {
    expect(made(name, ...args)).toBe(expected);
  });
  test('a key may be a path', () => {
    expect(call('bag_has_key', 'bool', json('{"a":{"b":null}}'), text('$.a.b'))).toBe(true);
    expect(call('bag_has_key', 'bool', json('{"a":{"b":null}}'), text('$.a.c'))).toBe(false);
  });
});
