import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SilenceWatch } from './silence-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker that is watched for ten minutes, and what was told of it. */
function told(worker: { readonly owes: boolean; readonly answersAPing: boolean }) {
  const told: boolean[] = [];
  const pings: number[] = [];
  const watch = new SilenceWatch(
    () => {
      pings.push(1);
      if (worker.answersAPing) setTimeout(() => watch.hear(), 10);
    },
    (isSilent) => told.push(isSilent),
  );
  watch.begin(() => worker.owes);
  vi.advanceTimersByTime(600_000);
  return { told, pings: pings.length, watch };
}

test('a worker that owes an answer and gives no sign of life is told once, and when it gives one again', () => {
  const { told: before, watch } = told({ owes: true, answersAPing: false });
  expect(before).toEqual([true]);
  watch.hear();
  expect(before).toEqual([true, false]);
});

test('one at work for long that answers between, and one that owes nothing, are not', () => {
  expect(told({ owes: true, answersAPing: true }).told).toEqual([]);
  expect(told({ owes: false, answersAPing: false })).toMatchObject({ told: [], pings: 0 });
});
