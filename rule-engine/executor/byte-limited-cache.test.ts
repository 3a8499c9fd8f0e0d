import { expect, it } from 'vitest';
import { ByteLimitedCache } from './byte-limited-cache.ts';

it('forgets what was asked for longest ago once its values take more than its limit', () => {
  const cache = new ByteLimitedCache<string>(1000);
  for (const key of ['a', 'b', 'c']) cache.set(key, key, 300);
  expect(cache.get('a')).toBe('a');
  cache.set('d', 'd', 300);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual(['a', undefined, undefined, 'd']);
  expect(cache.bytes).toBeLessThanOrEqual(1000);
});

it('keeps a value of nearly its limit alone, and none above it', () => {
  const cache = new ByteLimitedCache<string>(1000);
  cache.set('a', 'a', 100);
  cache.set('b', 'b', 2000);
  expect([cache.get('a'), cache.get('b')]).toEqual(['a', undefined]);
  cache.set('c', 'c', 990);
  expect([cache.get('a'), cache.get('c')]).toEqual([undefined, 'c']);
});

it('counts a value once, however often it is set', () => {
  const cache = new ByteLimitedCache<string>(1000);
  for (let time = 0; time < 10; time++) cache.set('a', `${time}`, 200);
  expect(cache.get('a')).toBe('9');
  expect(cache.bytes).toBe(202);
});
