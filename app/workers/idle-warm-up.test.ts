import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleWarmUp } from './idle-warm-up.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the engine warms up once, after it was told that it may and has rested', async () => {
  const warmUp = vi.fn(() => Promise.resolve());
  const idle = new IdleWarmUp(warmUp);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(warmUp).not.toHaveBeenCalled();
  idle.begin();
  expect(warmUp).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(warmUp).toHaveBeenCalledTimes(1);
  await idle.around({ sources: () => Promise.resolve() }).sources();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(warmUp).toHaveBeenCalledTimes(1);
});

test('a request ends a warm-up, which begins again once the engine rests', async () => {
  const signals: AbortSignal[] = [];
  const idle = new IdleWarmUp((signal) => {
    signals.push(signal);
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  let finish: () => void = () => undefined;
  const { evaluate } = idle.around({ evaluate: () => new Promise<void>((resolve) => (finish = resolve)) });
  idle.begin();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  const evaluation = evaluate();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signals).toHaveLength(1);
  finish();
  await evaluation;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
});

test('a warm-up that fails by itself is not tried again, and requests are answered as before', async () => {
  const warmUp = vi.fn(() => Promise.reject(new Error('no memory')));
  const idle = new IdleWarmUp(warmUp);
  const handlers = idle.around({ double: async (number: number) => number * 2, fail: () => Promise.reject('no') });
  idle.begin();
  await vi.advanceTimersByTimeAsync(60_000);
  await expect(handlers.double(21)).resolves.toBe(42);
  await expect(handlers.fail()).rejects.toBe('no');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(warmUp).toHaveBeenCalledTimes(1);
});
