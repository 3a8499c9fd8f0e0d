import type { ColumnSchema, GridRow } from '../../../rule-engine/index.ts';
import { namesIn, positionOf, scaleOf, type XScale } from './chart-data.ts';

/** The points that `render scatterchart` draws: a point for each row, parted by the values of a text column. */
export interface ScatterPoints {
  readonly xColumn: string;
  readonly yColumn: string;
  readonly xScale: XScale;
  readonly series: readonly {
    readonly name: string;
    readonly points: readonly { readonly x: number; readonly y: number }[];
  }[];
}

/**
 * x is `xcolumn`, else the first column that measures; y the first of `ycolumns`, else the next that is a number. Rows
 * without either have no point. Undefined when there are no two such columns.
 */
export function scatterPoints(
  columns: readonly ColumnSchema[],
  rows: readonly GridRow[],
  properties: Readonly<Record<string, string>>,
): ScatterPoints | undefined {
  const measures = columns.filter((column) => scaleOf(column) !== 'name');
  const x = measures.find(({ name }) => name === properties.xcolumn) ?? measures[0];
  const [asked] = namesIn(properties.ycolumns);
  const numbers = measures.filter((column) => column !== x && scaleOf(column) === 'number');
  const y = numbers.find(({ name }) => name === asked) ?? numbers[0];
  if (x === undefined || y === undefined) return undefined;
  const [part] = namesIn(properties.series);
  const split = columns.find(({ name }) => name === part) ?? columns.find(({ type }) => type === 'string');
  const textOf = (row: GridRow, column: ColumnSchema): string | null | undefined =>
    row.cells[columns.indexOf(column)]?.text;
  const xScale = scaleOf(x);
  const series = new Map<string, { x: number; y: number }[]>();
  for (const row of rows) {
    const point = { x: positionOf(textOf(row, x), xScale), y: positionOf(textOf(row, y), 'number') };
    if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) continue;
    const name = split ? (textOf(row, split) ?? '') : y.name;
    const points = series.get(name) ?? [];
    series.set(name, points);
    points.push(point);
  }
  return { xColumn: x.name, yColumn: y.name, xScale, series: [...series].map(([name, points]) => ({ name, points })) };
}
