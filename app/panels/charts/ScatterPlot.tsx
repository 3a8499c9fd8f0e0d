import { Scatter, ScatterChart } from 'recharts';
import { axesOf, plotProps } from './Axes.tsx';
import type { ChartOptions } from './chart-options.ts';
import type { ScatterPoints } from './scatter-points.ts';
import { seriesColor } from './series-color.ts';

interface ScatterPlotProps {
  readonly points: ScatterPoints;
  readonly title: string;
  readonly options: ChartOptions;
}

const shapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star'] as const;

/** A point for each row; series differ in shape as well as in hue. */
export function ScatterPlot({ points: { series, xScale }, title, options }: ScatterPlotProps) {
  return (
    <ScatterChart
      {...plotProps}
      aria-label={`${title}: the numbers are in the rows below`}
      style={{ width: '100%', height: 190 }}
    >
      {axesOf({ xScale, options, seriesCount: series.length, isWhole: false })}
      {series.map(({ name, points }, index) => (
        <Scatter
          key={name}
          name={name || '(empty)'}
          data={points}
          dataKey="y"
          fill={seriesColor(index)}
          shape={shapes[index % shapes.length]}
          isAnimationActive={false}
        />
      ))}
    </ScatterChart>
  );
}
