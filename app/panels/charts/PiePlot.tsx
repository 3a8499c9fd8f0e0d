import { Cell, Legend, Pie, PieChart, Tooltip } from 'recharts';
import { tooltipStyle } from '../../components/charts/chart-style.ts';
import { formatCount } from '../../components/format.ts';
import { shareText } from '../../components/ratio.ts';
import { plotProps } from './Axes.tsx';
import type { ChartData } from './chart-data.ts';
import { seriesColor } from './series-color.ts';

interface PiePlotProps {
  readonly data: ChartData;
  readonly title: string;
}

/** A slice for each place of the first series. Negative values have no slice. */
export function PiePlot({ data: { places, series }, title }: PiePlotProps) {
  const slices = places.map((place, index) => ({
    name: place || '(empty)',
    value: Math.max(0, series[0]?.values[index] ?? 0),
  }));
  const whole = slices.reduce((sum, { value }) => sum + value, 0);
  const said = (value: number): string => `${formatCount(value)} (${shareText({ part: value, whole })})`;
  return (
    <PieChart
      {...plotProps}
      aria-label={`${title}: the numbers are in the rows below`}
      style={{ width: '100%', height: 190 }}
    >
      <Pie
        data={slices}
        dataKey="value"
        nameKey="name"
        cx={96}
        outerRadius={84}
        startAngle={90}
        endAngle={-270}
        isAnimationActive={false}
        stroke="var(--surface)"
      >
        {slices.map(({ name }, index) => (
          <Cell key={name} fill={seriesColor(index)} />
        ))}
      </Pie>
      <Tooltip {...tooltipStyle} formatter={(value) => said(Number(value))} />
      <Legend
        layout="vertical"
        align="left"
        verticalAlign="middle"
        iconSize={8}
        itemSorter={null}
        wrapperStyle={{ left: 208, maxHeight: 184, overflow: 'auto', fontSize: 'var(--size-tiny)' }}
        formatter={(name, _, index) => `${name} ${said(slices[index]?.value ?? 0)}`}
      />
    </PieChart>
  );
}
