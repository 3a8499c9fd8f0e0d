import { describe, expect, it } from 'vitest';
import { valuesChosen, withValue } from './value-filter.ts';

describe('a press on a facet', () => {
  it('keeps a value, then another beside it, then lets the first go', () => {
    const one = withValue([], 'FileName', 'lua.exe', false);
    const two = withValue(one, 'FileName', 'luac', false);
    expect(two).toEqual([{ column: 'FileName', kind: 'values', values: ['lua.exe', 'luac'] }]);
    expect(withValue(two, 'FileName', 'lua.exe', false)).toEqual([
      { column: 'FileName', kind: 'values', values: ['luac'] },
    ]);
  });

  it('drops the filter with its last value', () => {
    expect(withValue(withValue([], 'FileName', 'lua', true), 'FileName', 'lua', true)).toEqual([]);
  });

  it('replaces what was kept when a value is left out', () => {
    const kept = withValue([], 'FileName', 'lua.exe', false);
    const dropped = withValue(kept, 'FileName', 'luac', true);
    expect(dropped).toEqual([{ column: 'FileName', kind: 'values', values: ['luac'], not: true }]);
    expect(valuesChosen(dropped, 'FileName')).toEqual(new Map([['luac', 'dropped']]));
  });

  it('knows the values of its own column only', () => {
    expect(valuesChosen(withValue([], 'FileName', 'lua', false), 'DeviceName').size).toBe(0);
  });
});
