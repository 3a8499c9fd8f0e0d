import { parseDatetime } from '../functions/datetime-text.ts';

/**
 * What `ago()` and `now()` read: one tick past the newest loaded event (of no events: the wall clock), the wall clock, or
 * a given time.
 */
export type EvaluationClock =
  | { readonly kind: 'newest' }
  | { readonly kind: 'wall' }
  | { readonly kind: 'at'; readonly iso: string };

/** What the clock shows, in datetime ticks. Throws when the given time is none. */
export function clockTicks(clock: EvaluationClock, newestEvent: bigint | undefined): bigint {
  if (clock.kind === 'newest' && newestEvent !== undefined) return newestEvent + 1n;
  const iso = clock.kind === 'at' ? clock.iso : new Date().toISOString();
  const ticks = parseDatetime(iso);
  if (ticks === undefined) throw new Error(`${iso} is no time that can be read: ISO 8601 is expected`);
  return ticks;
}
