import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atRest } from './at-rest.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('what is heavy is done once, after a rest that other work begins anew', async () => {
  const run = vi.fn();
  const heavy = atRest(run);
  heavy.putOff();
  await vi.advanceTimersByTimeAsync(1900);
  heavy.putOff();
  await vi.advanceTimersByTimeAsync(1900);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  heavy.putOff();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('it is done sooner while somebody waits for it, and still not in the way of other work', async () => {
  const run = vi.fn();
  const heavy = atRest(run);
  heavy.putOff();
  const waited = vi.fn();
  heavy.ready().then(waited);
  for (let keys = 0; keys < 5; keys++) {
    await vi.advanceTimersByTimeAsync(200);
    heavy.putOff();
  }
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(300);
  expect(run).toHaveBeenCalledTimes(1);
  expect(waited).toHaveBeenCalled();
  await heavy.ready();
});
