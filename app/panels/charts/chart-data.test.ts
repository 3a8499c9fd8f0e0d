import { expect, it } from 'vitest';
import type { ColumnSchema, GridRow } from '../../../rule-engine/index.ts';
import { chartData } from './chart-data.ts';

function rowsOf(...lines: readonly (readonly (string | null)[])[]): readonly GridRow[] {
  return lines.map((line, row) => ({ row, cells: line.map((text) => ({ text })), verdict: { kind: 'hit' } }));
}

const count: ColumnSchema = { name: 'count_', type: 'long' };
const device: ColumnSchema = { name: 'DeviceName', type: 'string' };
const hour: ColumnSchema = { name: 'Timestamp', type: 'datetime' };

it('draws the numbers over the first column that is none', () => {
  expect(chartData([device, count], rowsOf(['a', '3'], ['b', '5']), {})).toEqual({
    xColumn: 'DeviceName',
    xScale: 'name',
    places: ['a', 'b'],
    series: [{ name: 'count_', values: [3, 5] }],
  });
});

it('parts a time chart by a text column, in the order of time, with gaps where a series has no value', () => {
  const rows = rowsOf(['2026-03-12T02', 'a', '1'], ['2026-03-12T01', 'b', '2'], ['2026-03-12T01', 'a', null]);
  expect(chartData([hour, device, count], rows, {})).toEqual({
    xColumn: 'Timestamp',
    xScale: 'time',
    places: ['2026-03-12T01', '2026-03-12T02'],
    series: [
      { name: 'a', values: [null, 1] },
      { name: 'b', values: [2, null] },
    ],
  });
});

it('follows the columns that the query names, and draws nothing without a number', () => {
  const rows = rowsOf(['a', '1', '7'], ['b', '2', '8']);
  const data = chartData([device, count, { name: 'sum_', type: 'real' }], rows, { ycolumns: 'sum_' });
  expect(data?.series).toEqual([{ name: 'sum_', values: [7, 8] }]);
  expect(chartData([device], rowsOf(['a']), {})).toBeUndefined();
});

it('puts numbers on the x axis in their order', () => {
  const port: ColumnSchema = { name: 'Port', type: 'int' };
  const data = chartData([port, count], rowsOf(['443', '1'], ['80', '2']), {});
  expect(data?.xScale).toBe('number');
  expect(data?.places).toEqual(['80', '443']);
  expect(data?.series[0].values).toEqual([2, 1]);
});
