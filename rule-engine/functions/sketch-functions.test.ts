import { expect, test } from 'vitest';
import { distinctSketch, quantileSketch } from '../schema/sketch.ts';
import { call, dynamic, real, text } from './call.test-helper.ts';

const digest = quantileSketch([5n, 1n, 3n, 2n, 4n].map((value) => ({ value, weight: 1 })));

test('what a sketch of distinct values tells', () => {
  const [left, right] = [distinctSketch(['a', 'b']), distinctSketch(['b', 'c'])];
  expect(call('dcount_hll', 'long', dynamic(left))).toBe(2n);
  expect(
    call('dcount_hll', 'long', dynamic(call('hll_merge', 'dynamic', dynamic(left), dynamic(right)) as never)),
  ).toBe(3n);
  expect(call('dcount_hll', 'long', dynamic('no sketch'))).toBe(null);
});

test('what a sketch of quantiles tells', () => {
  expect(call('percentile_tdigest', 'dynamic', dynamic(digest), real(50))).toBe(3n);
  expect(call('percentiles_array_tdigest', 'dynamic', dynamic(digest), real(20), real(100))).toEqual([1n, 5n]);
  expect(call('rank_tdigest', 'real', dynamic(digest), real(3))).toBe(3);
  expect(call('percentrank_tdigest', 'real', dynamic(digest), real(3))).toBe(60);
});

test('punycode', () => {
  expect(call('punycode_from_string', 'string', text('bücher'))).toBe('bcher-kva');
  expect(call('punycode_to_string', 'string', text('bcher-kva'))).toBe('bücher');
  expect(call('punycode_domain_to_string', 'string', text('www.bücher。example'))).toBe('www.xn--bcher-kva.example');
  expect(call('punycode_domain_from_string', 'string', text('www.xn--bcher-kva.example'))).toBe('www.bücher.example');
  expect(call('punycode_domain_from_string', 'string', text('xn--Ge-mia.Bulg。edu'))).toBe('Gáe.Bulg.edu');
  expect(call('punycode_to_string', 'string', text('é-!'))).toBe('');
});
