import { expect, it } from 'vitest';
import { remarkOf } from './impact-rows.ts';

it('says the worst: dead, then shadowed, then overlapping', () => {
  const overlaps = [{ name: '.lua', rows: 1200 }];
  expect(remarkOf(true, [], [])).toEqual({ remark: 'dead', tone: 'dead' });
  expect(remarkOf(false, ['luac', 'lua', '.lua'], overlaps).remark).toBe('shadowed by luac and 2 more');
  expect(remarkOf(false, [], overlaps)).toEqual({ remark: '1,200 also .lua', tone: 'plain' });
  expect(remarkOf(false, [], []).remark).toBe('');
});
