import { axisTicks, niceCeiling } from '../../components/charts/bar-scale.ts';
import { formatMoment } from '../../components/format.ts';
import type { ChartData } from './chart-data.ts';
import { Legend } from './Legend.tsx';
import styles from './QueryChart.module.css';
import { seriesColor, seriesDash } from './series-color.ts';

const width = 1000;
const height = 140;

interface PlotProps {
  readonly data: ChartData;
  readonly title: string;
}

/** A line for each series; a place without a value is a gap. */
export function LinePlot({ data, title }: PlotProps) {
  const { places, series } = data;
  const end = niceCeiling(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const x = (place: number): number => (places.length < 2 ? width / 2 : (width * place) / (places.length - 1));
  const y = (value: number): number => height - (height * value) / end;
  return (
    <>
      <div className={styles.plot}>
        <Axis end={end} />
        <svg
          role="img"
          aria-label={`${title}: ${series.length} series, ${places.length} places; the numbers are in the rows below`}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
        >
          {series.map(({ name, values }, index) => (
            <path
              key={name}
              d={pathOf(values, x, y)}
              fill="none"
              stroke={seriesColor(index)}
              strokeWidth={1.5}
              strokeDasharray={seriesDash(index)}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      </div>
      <p className={styles.ends}>
        <span>{formatMoment(places[0] ?? '')}</span>
        <span>{formatMoment(places.at(-1) ?? '')}</span>
      </p>
      <Legend names={series.map(({ name }) => name)} />
    </>
  );
}

/** Where the values of a y axis that begins at 0 stand. */
export function Axis({ end }: { readonly end: number }) {
  return (
    <div className={styles.axis} aria-hidden>
      {axisTicks(end).map((tick) => (
        <span key={tick} style={{ bottom: `${(100 * tick) / end}%` }}>
          {tick.toLocaleString('en-US')}
        </span>
      ))}
    </div>
  );
}

function pathOf(
  values: readonly (number | null)[],
  x: (place: number) => number,
  y: (value: number) => number,
): string {
  let isOn = false;
  return values
    .map((value, place) => {
      if (value === null) {
        isOn = false;
        return '';
      }
      const step = `${isOn ? 'L' : 'M'}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
      isOn = true;
      return step;
    })
    .join('');
}
