import { expect, it } from 'vitest';
import type { ColumnSchema, GridRow } from '../../../rule-engine/index.ts';
import { scatterPoints } from './scatter-points.ts';

const columns: readonly ColumnSchema[] = [
  { name: 'DeviceName', type: 'string' },
  { name: 'Bytes', type: 'long' },
  { name: 'Seconds', type: 'real' },
];

const rows = [
  ['a', '10', '1.5'],
  ['a', '10', '2.5'],
  ['b', '20', null],
  ['b', '30', '4'],
].map((line, row): GridRow => ({ row, cells: line.map((text) => ({ text })), verdict: { kind: 'hit' } }));

it('keeps a point for each row, also where rows share their x, and none where a number is missing', () => {
  expect(scatterPoints(columns, rows, {})).toEqual({
    xColumn: 'Bytes',
    yColumn: 'Seconds',
    xScale: 'number',
    series: [
      {
        name: 'a',
        points: [
          { x: 10, y: 1.5 },
          { x: 10, y: 2.5 },
        ],
      },
      { name: 'b', points: [{ x: 30, y: 4 }] },
    ],
  });
});

it('follows the columns that the query names, and draws nothing over one number', () => {
  const named = scatterPoints(columns, rows, { xcolumn: 'Seconds', ycolumns: 'Bytes' });
  expect([named?.xColumn, named?.yColumn]).toEqual(['Seconds', 'Bytes']);
  expect(scatterPoints(columns.slice(0, 2), rows, {})).toBeUndefined();
});
