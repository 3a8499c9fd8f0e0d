import { describe, expect, it } from 'vitest';
import { leftEvents } from './kept-events.ts';

const csv = { file: new File(['a'], 'a.csv'), override: undefined };
const asTable = { file: new File(['b'], 'b.csv'), override: { format: 'csv', table: 'Mine' } };

describe('leftEvents', () => {
  it('gives the files as they were left, with how they were read and what was too large to keep', () => {
    const left = { files: [csv, asTable], left: ['huge.csv'] };
    expect(leftEvents(left)).toEqual({ ...left, isDamaged: false });
  });

  it('takes no files at all for what the reader wanted', () => {
    expect(leftEvents({ files: [], left: [] })).toEqual({ files: [], left: [], isDamaged: false });
  });

  it.each([null, 'text', 7, [], {}, { files: 'a.csv' }, { files: { 0: csv } }])('finds no files in %o', (value) => {
    expect(leftEvents(value)).toEqual({ files: [], left: [], isDamaged: true });
  });

  it.each([
    null,
    'a.csv',
    { name: 'a.csv' },
    { file: new Blob(['a']) },
    { ...csv, override: 'csv' },
    { ...csv, override: { format: 7 } },
  ])('leaves out %o and keeps the file beside it', (value) => {
    expect(leftEvents({ files: [value, csv], left: [3, 'huge.csv'] })).toEqual({
      files: [csv],
      left: ['huge.csv'],
      isDamaged: true,
    });
  });
});
