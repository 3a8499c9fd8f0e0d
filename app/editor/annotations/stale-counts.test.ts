import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { StaleCounts } from './stale-counts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('dims counts that stay stale, and none that are answered before', () => {
  const container = { dataset: {} as DOMStringMap } as HTMLElement;
  const counts = new StaleCounts(container);
  counts.show(true);
  vi.advanceTimersByTime(150);
  counts.show(false);
  vi.advanceTimersByTime(500);
  expect(container.dataset.counts).toBeUndefined();
  counts.show(true);
  vi.advanceTimersByTime(150);
  counts.show(true);
  vi.advanceTimersByTime(60);
  expect(container.dataset.counts).toBe('stale');
  counts.show(false);
  expect(container.dataset.counts).toBeUndefined();
});
