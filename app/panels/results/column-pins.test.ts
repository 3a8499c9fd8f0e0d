import { describe, expect, it } from 'vitest';
import { pinnedNames, pinsAfter } from './column-pins.ts';
import { gridColumns } from './grid-columns.ts';

const columns = gridColumns(
  [
    { name: 'Timestamp', type: 'datetime' },
    { name: 'FileName', type: 'string' },
    { name: 'OsExec', type: 'bool' },
    { name: 'DynamicLoad', type: 'bool' },
  ],
  ['OsExec', 'DynamicLoad'],
  { label: false, reason: false, verdict: false, change: 'none' },
  'ample',
);

describe('pinnedNames', () => {
  it('keeps flags in sight at the right', () => {
    expect(pinnedNames(columns, {}, [])).toEqual({ start: [], end: ['OsExec', 'DynamicLoad'] });
  });

  it('lets flags scroll where rows have a verdict besides', () => {
    const excluded = gridColumns(
      [{ name: 'OsExec', type: 'bool' }],
      ['OsExec'],
      {
        label: true,
        reason: false,
        verdict: true,
        change: 'none',
      },
      'ample',
    );
    expect(pinnedNames(excluded, {}, [])).toEqual({ start: ['#label'], end: [] });
    expect(pinnedNames(excluded, { OsExec: 'right' }, []).end).toEqual(['OsExec']);
  });

  it('keeps labels in sight at the left', () => {
    const labelled = gridColumns(
      [{ name: 'FileName', type: 'string' }],
      [],
      {
        label: true,
        reason: false,
        verdict: true,
        change: 'none',
      },
      'ample',
    );
    expect(pinnedNames(labelled, {}, [])).toEqual({ start: ['#label'], end: [] });
  });

  it('follows the order that the reader gave', () => {
    expect(pinnedNames(columns, {}, ['DynamicLoad', 'OsExec']).end).toEqual(['DynamicLoad', 'OsExec']);
  });

  it('lets a flag go that was unpinned, and holds a column that was pinned', () => {
    expect(pinnedNames(columns, { OsExec: 'none', FileName: 'left' }, [])).toEqual({
      start: ['FileName'],
      end: ['DynamicLoad'],
    });
  });
});

describe('pinsAfter', () => {
  it('remembers only what is not as usual, and leaves columns of other tabs alone', () => {
    const pins = pinsAfter(columns, { SHA256: 'left' }, { start: ['FileName'], end: ['OsExec'] });
    expect(pins).toEqual({ SHA256: 'left', FileName: 'left', DynamicLoad: 'none' });
    expect(pinsAfter(columns, pins, { start: [], end: ['OsExec', 'DynamicLoad'] })).toEqual({ SHA256: 'left' });
  });
});
