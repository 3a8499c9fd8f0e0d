import { expect, it } from 'vitest';
import { RowSlots } from './row-slots.ts';

it('keeps the slot of each row that stays, and lends those of rows that left', () => {
  const slots = new RowSlots();
  expect(slots.assign([10, 11, 12, 13])).toEqual([0, 1, 2, 3]);
  expect(slots.assign([11, 12, 13, 14])).toEqual([1, 2, 3, 0]);
  expect(slots.assign([9, 11, 13, 14])).toEqual([2, 1, 3, 0]);
});

it('has a slot of its own for each row that has not come, that comes twice, or whose slot is beyond fewer rows', () => {
  const slots = new RowSlots();
  expect(slots.assign([undefined, 5, undefined])).toEqual([0, 1, 2]);
  expect(slots.assign([5, 5, 6, undefined])).toEqual([1, 0, 2, 3]);
  expect(slots.assign([6, 5])).toEqual([1, 0]);
});
