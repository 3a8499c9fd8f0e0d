import { parseDatetime } from '../functions/datetime-text.ts';
import type { TestClock } from './test-suite.ts';

/**
 * What `now()` answers, in ticks: one tick after the newest event (of no events: the wall clock), the wall clock, or a
 * given time. Throws when the given time is none.
 */
export function evaluationClock(clock: TestClock, newestEvent: bigint | undefined): bigint {
  if (clock.kind === 'newest' && newestEvent !== undefined) return newestEvent + 1n;
  const iso = clock.kind === 'at' ? clock.iso : new Date().toISOString();
  const ticks = parseDatetime(iso);
  if (ticks === undefined) throw new Error(`${iso} is no time that can be read: ISO 8601 is expected`);
  return ticks;
}
