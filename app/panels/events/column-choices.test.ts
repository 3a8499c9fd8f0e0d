import { expect, test } from 'vitest';
import { columnChoices } from './column-choices.ts';

const schema = {
  name: 'DeviceProcessEvents',
  columns: ['Timestamp', 'DeviceName', 'FileName', 'MD5', 'AccountName'].map((name) => ({
    name,
    type: 'string' as const,
  })),
};

test('what the rule reads and the source lacks comes first', () => {
  const report = {
    columns: [
      { name: 'Timestamp', type: 'datetime' as const, filled: 3, from: 'time' },
      { name: 'MD5', type: 'string' as const, filled: 0, from: 'md5' },
    ],
  };
  expect(columnChoices(schema, report, ['FileName', 'Timestamp'])).toEqual([
    { title: 'Missing, and the rule reads it', columns: ['FileName'] },
    { title: 'Missing', columns: ['DeviceName', 'AccountName'] },
    { title: 'Always empty', columns: ['MD5'] },
    { title: 'Filled by another field', columns: ['Timestamp'] },
  ]);
});

test('of a table that the source does not fill all columns are missing', () => {
  expect(columnChoices(schema, undefined, [])).toEqual([
    { title: 'Missing', columns: ['Timestamp', 'DeviceName', 'FileName', 'MD5', 'AccountName'] },
  ]);
});
