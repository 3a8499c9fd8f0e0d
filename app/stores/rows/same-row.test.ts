import { expect, it } from 'vitest';
import type { GridRow } from '../../../rule-engine/index.ts';
import { isSameRow } from './same-row.ts';

const row = (change: Partial<GridRow> = {}): GridRow => ({
  row: 4,
  cells: [{ text: 'lua -e x', marks: [{ span: { start: 0, length: 3 }, literal: 1 }] }, { text: null }],
  verdict: { kind: 'excluded', exclusion: 0 },
  ...change,
});

it.each<[string, Partial<GridRow>, boolean]>([
  ['nothing else', {}, true],
  ['another row', { row: 5 }, false],
  ['another text', { cells: [{ text: 'lua -e y' }, { text: null }] }, false],
  ['an empty text for a null', { cells: [row().cells[0], { text: '' }] }, false],
  ['no marks', { cells: [{ text: 'lua -e x' }, { text: null }] }, false],
  [
    'a mark of another literal',
    { cells: [{ text: 'lua -e x', marks: [{ span: { start: 0, length: 3 }, literal: 2 }] }, { text: null }] },
    false,
  ],
  [
    'a longer mark',
    { cells: [{ text: 'lua -e x', marks: [{ span: { start: 0, length: 4 }, literal: 1 }] }, { text: null }] },
    false,
  ],
  ['another exclusion', { verdict: { kind: 'excluded', exclusion: 1 } }, false],
  ['a hit', { verdict: { kind: 'hit' } }, false],
  ['more columns', { cells: [...row().cells, { text: null }] }, false],
])('a row with %s is painted the same: %#', (_, change, same) => {
  expect(isSameRow(row(), row(change))).toBe(same);
});
