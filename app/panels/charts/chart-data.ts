import type { ColumnSchema, GridRow } from '../../../rule-engine/index.ts';

export type XScale = 'time' | 'number' | 'name';

/** A chart's numbers: a line of values for each series, a value for each place on the x axis. */
export interface ChartData {
  readonly xColumn: string;
  /** What the x axis measures; `name` where its places only stand beside each other. */
  readonly xScale: XScale;
  readonly places: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

const numeric = new Set(['int', 'long', 'real', 'decimal']);

/**
 * What `render` draws of a result: the x column is `xcolumn`, else the first datetime, else the first column that is no
 * number, else the first; the series are `ycolumns`, else the numeric columns besides. With one more text column (or
 * `series`), rows are parted by its values. Undefined when there is no number to draw.
 */
export function chartData(
  columns: readonly ColumnSchema[],
  rows: readonly GridRow[],
  properties: Readonly<Record<string, string>>,
): ChartData | undefined {
  const x = xColumn(columns, properties.xcolumn);
  if (!x) return undefined;
  const asked = namesIn(properties.ycolumns);
  const values = columns.filter(({ name, type }) =>
    asked.length > 0 ? asked.includes(name) : name !== x.name && numeric.has(type),
  );
  if (values.length === 0) return undefined;
  const [part] = namesIn(properties.series);
  const split =
    columns.find(({ name }) => name === part) ??
    columns.find(({ name, type }) => name !== x.name && type === 'string' && !asked.includes(name));
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const places = [...new Set(rows.map((row) => row.cells[at(x.name)]?.text ?? ''))];
  const xScale = scaleOf(x);
  if (xScale === 'time') places.sort();
  if (xScale === 'number') places.sort((a, b) => Number(a) - Number(b));
  const placeOf = new Map(places.map((place, index) => [place, index]));
  const series = new Map<string, (number | null)[]>();
  for (const row of rows) {
    const place = placeOf.get(row.cells[at(x.name)]?.text ?? '') ?? 0;
    for (const value of values) {
      const name = [split && (row.cells[at(split.name)]?.text ?? ''), values.length > 1 || !split ? value.name : '']
        .filter(Boolean)
        .join(': ');
      const line = series.get(name) ?? places.map(() => null);
      series.set(name, line);
      const text = row.cells[at(value.name)]?.text ?? null;
      const number = text === null ? Number.NaN : Number(text);
      if (!Number.isNaN(number)) line[place] = (line[place] ?? 0) + number;
    }
  }
  return { xColumn: x.name, xScale, places, series: [...series].map(([name, line]) => ({ name, values: line })) };
}

function xColumn(columns: readonly ColumnSchema[], asked: string | undefined): ColumnSchema | undefined {
  return (
    columns.find(({ name }) => name === asked) ??
    columns.find(({ type }) => type === 'datetime') ??
    columns.find(({ type }) => !numeric.has(type)) ??
    columns[0]
  );
}

/** What an axis over a column measures. */
export function scaleOf({ type }: ColumnSchema): XScale {
  if (type === 'datetime') return 'time';
  return numeric.has(type) ? 'number' : 'name';
}

/** Where a text stands on an axis; not a number where it stands nowhere. */
export function positionOf(text: string | null | undefined, scale: XScale): number {
  if (text === null || text === undefined || text === '') return Number.NaN;
  return scale === 'time' ? Date.parse(text) : Number(text);
}

export function namesIn(list: string | undefined): readonly string[] {
  return (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
