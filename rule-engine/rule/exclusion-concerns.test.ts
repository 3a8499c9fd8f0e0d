import { describe, expect, it } from 'vitest';
import { exclusionConcerns } from './exclusion-concerns.ts';
import { parseExclusions } from './exclusions.ts';

const now = Date.parse('2026-03-12T12:00:00Z');

function concerns(tags: string) {
  return exclusionConcerns(parseExclusions(`// A\n// ${tags}\n| where FileName != "a"`)[0], now);
}

describe('exclusionConcerns', () => {
  it('asks for an owner and a reason', () => {
    expect(concerns('')).toEqual(['no owner', 'no reason']);
    expect(concerns('@owner Ana @reason Games')).toEqual([]);
    expect(concerns('@owner @reason Games')).toEqual(['no owner']);
  });

  it.each([
    ['2026-03-11', ['expired']],
    ['2026-03-12', ['expires soon']],
    ['2026-04-10', ['expires soon']],
    ['2026-04-11', []],
    ['next spring', ['no date']],
  ])('@expires %s: %j', (day, expected) => {
    expect(concerns(`@owner Ana @reason Games @expires ${day}`)).toEqual(expected);
  });

  it('says nothing of one that is switched off', () => {
    expect(exclusionConcerns(parseExclusions('// A\n// | where FileName != "a"')[0], now)).toEqual([]);
  });
});
