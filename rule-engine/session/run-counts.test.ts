import { expect, it } from 'vitest';
import { addRunCounts, type RunCounts } from './run-counts.ts';

const none: RunCounts = { all: 0, hits: 0, excluded: 0, steps: [], literals: [], exclusions: [] };
const lua = { id: 1, span: { start: 9, length: 5 }, text: 'lua', rows: 3, unique: 2 };
const cmd = { id: 2, span: { start: 20, length: 5 }, text: 'cmd', rows: 1, unique: 1 };

it('adds what parts of the rows say of each literal, also where the first of them lack its column', () => {
  const first = { ...none, all: 10, literals: [cmd] };
  const second = { ...none, all: 5, literals: [cmd, lua] };
  const both = addRunCounts(first, second);
  expect(both).toEqual({ ...none, all: 15, literals: [{ ...cmd, rows: 2, unique: 2 }, lua] });
  expect(addRunCounts(both, second, -1).literals).toEqual([cmd, { ...lua, rows: 0, unique: 0 }]);
});
