import { Cell, Pie, PieChart, Tooltip } from 'recharts';
import { tooltipStyle } from '../../components/charts/chart-style.ts';
import { formatCount } from '../../components/format.ts';
import { shareText } from '../../components/ratio.ts';
import { plotProps } from './Axes.tsx';
import type { ChartData } from './chart-data.ts';
import styles from './QueryChart.module.css';
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
    <div className={styles.pie}>
      <PieChart
        {...plotProps}
        aria-label={`${title}: the numbers are in the rows below`}
        style={{ width: 180, height: 180, flex: 'none' }}
      >
        <Pie
          data={slices}
          dataKey="value"
          nameKey="name"
          outerRadius="100%"
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
      </PieChart>
      <ul className={styles.slices}>
        {slices.map(({ name, value }, index) => (
          <li key={name}>
            <i style={{ background: seriesColor(index) }} aria-hidden />
            {name} {said(value)}
          </li>
        ))}
      </ul>
    </div>
  );
}
