import { Area, Bar, ComposedChart, Line } from 'recharts';
import { axesOf, plotProps } from './Axes.tsx';
import { type ChartData, positionOf } from './chart-data.ts';
import { accumulated, type ChartOptions } from './chart-options.ts';
import { seriesColor, seriesDash } from './series-color.ts';

export interface SeriesPlotProps {
  readonly data: ChartData;
  readonly title: string;
  readonly options: ChartOptions;
  readonly mark: 'line' | 'area' | 'column' | 'bar';
}

/** With more places than this no dots are drawn: they would hide the line. */
const mostDots = 120;
/** A value between two gaps has no line: its dot alone shows it. */
const dotStyle = { r: 1.5, strokeWidth: 1 } as const;

/** Lines, areas, columns, or bars that run to the right. A place without a value is a gap. */
export function SeriesPlot({ data, title, options, mark }: SeriesPlotProps) {
  const { places, series } = data;
  const isHorizontal = mark === 'bar';
  // Columns stand side by side, whatever is between their places.
  const xScale = mark === 'line' || mark === 'area' ? data.xScale : 'name';
  const lines = series.map(({ values }) => (options.accumulates ? accumulated(values) : values));
  const isWhole = lines.every((values) => values.every((value) => value === null || Number.isInteger(value)));
  // Stacked areas stand on each other: what is missing among them is nothing, not a gap.
  const missing = mark === 'area' && options.stacking !== 'none' ? 0 : null;
  const points = places.map((place, index) => ({
    place,
    x: positionOf(place, xScale),
    values: lines.map((values) => values[index] ?? missing),
  }));
  type Point = (typeof points)[number];
  const height = isHorizontal ? Math.max(140, 22 * places.length + 44) : 190;
  return (
    <ComposedChart
      {...plotProps}
      layout={isHorizontal ? 'vertical' : 'horizontal'}
      data={points}
      aria-label={`${title}: the numbers are in the rows below`}
      stackOffset={options.stacking === 'stacked100' ? 'expand' : 'none'}
      style={{ width: '100%', height }}
    >
      {axesOf({ xScale, options, seriesCount: series.length, isHorizontal, isWhole })}
      {series.map(({ name }, index) => {
        const props = {
          dataKey: ({ values }: Point) => values[index],
          name: name || '(empty)',
          isAnimationActive: false,
          ...(options.stacking !== 'none' && { stackId: 'all' }),
        };
        const color = seriesColor(index);
        const dash = seriesDash(index);
        const outline = { stroke: color, strokeWidth: 1.5, ...(dash !== undefined && { strokeDasharray: dash }) };
        if (mark === 'area') return <Area key={name} {...props} {...outline} fill={color} fillOpacity={0.25} />;
        if (mark === 'line')
          return <Line key={name} {...props} {...outline} dot={places.length <= mostDots && dotStyle} />;
        return <Bar key={name} {...props} fill={color} maxBarSize={48} />;
      })}
    </ComposedChart>
  );
}
