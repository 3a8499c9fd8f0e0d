import { expect, it } from 'vitest';
import { shownColumns } from './shown-columns.ts';

const plain = { order: [], widths: {}, pins: {}, hidden: [] };

it('copies the columns that are shown, in the order in which they stand', () => {
  const names = ['Time', 'Device', 'File', 'Flag'];
  expect(shownColumns(names, plain)).toEqual(names);
  expect(shownColumns(names, { ...plain, hidden: ['Device'] })).toEqual(['Time', 'File', 'Flag']);
  expect(shownColumns(names, { ...plain, order: ['#label', 'File', 'Time'] })).toEqual([
    'File',
    'Time',
    'Device',
    'Flag',
  ]);
  const pins = { Flag: 'left', Time: 'right', File: 'none' } as const;
  expect(shownColumns(names, { ...plain, pins, order: ['File'] })).toEqual(['Flag', 'File', 'Device', 'Time']);
});
