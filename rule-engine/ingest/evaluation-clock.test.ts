import { describe, expect, it } from 'vitest';
import { parseDatetime } from '../functions/datetime-text.ts';
import { clockTicks } from './evaluation-clock.ts';

const ticks = (iso: string): bigint => parseDatetime(iso) as bigint;

describe('evaluation clock', () => {
  it('stands one tick past the newest event', () => {
    expect(clockTicks({ kind: 'newest' }, ticks('2026-03-01T12:00:00Z'))).toBe(ticks('2026-03-01T12:00:00.0000001Z'));
  });

  it('is the wall clock when asked to be, and without an event', () => {
    const before = ticks(new Date().toISOString());
    for (const clock of [clockTicks({ kind: 'wall' }, 1n), clockTicks({ kind: 'newest' }, undefined)]) {
      expect(clock >= before && clock <= ticks(new Date().toISOString())).toBe(true);
    }
  });

  it('is a given time, and refuses what is none', () => {
    expect(clockTicks({ kind: 'at', iso: '2026-03-01' }, 1n)).toBe(ticks('2026-03-01T00:00:00Z'));
    expect(() => clockTicks({ kind: 'at', iso: 'noon' }, 1n)).toThrow('noon is no time');
  });
});
