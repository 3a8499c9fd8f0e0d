import { formatCount } from '../../components/format.ts';
import { shareText } from '../../components/ratio.ts';
import type { ChartData } from './chart-data.ts';
import styles from './QueryChart.module.css';
import { seriesColor } from './series-color.ts';

interface PiePlotProps {
  readonly data: ChartData;
  readonly title: string;
}

/** A slice for each place of the first series. Negative values have no slice. */
export function PiePlot({ data: { places, series }, title }: PiePlotProps) {
  const values = places.map((_, place) => Math.max(0, series[0]?.values[place] ?? 0));
  const whole = values.reduce((sum, value) => sum + value, 0);
  let at = 0;
  const slices = places.map((place, index) => {
    const start = at;
    at += whole === 0 ? 0 : values[index] / whole;
    return { place, value: values[index], start, end: at };
  });
  return (
    <div className={styles.pie}>
      <svg role="img" aria-label={`${title}: ${places.length} slices`} viewBox="-1.05 -1.05 2.1 2.1">
        {slices.map(({ place, start, end }, index) => (
          <path
            key={place}
            d={slicePath(start, end)}
            fill={seriesColor(index)}
            stroke="var(--surface)"
            strokeWidth={0.02}
          />
        ))}
      </svg>
      <ul className={styles.legend}>
        {slices.map(({ place, value }, index) => (
          <li key={place}>
            <i style={{ background: seriesColor(index) }} aria-hidden />
            {place || '(empty)'} {formatCount(value)} ({shareText({ part: value, whole })})
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A slice between two shares of the turn, clockwise from the top. */
function slicePath(start: number, end: number): string {
  if (end - start >= 1) return 'M0 -1A1 1 0 1 1 0 1A1 1 0 1 1 0 -1Z';
  const point = (share: number): string => {
    const angle = share * 2 * Math.PI;
    return `${Math.sin(angle).toFixed(4)} ${(-Math.cos(angle)).toFixed(4)}`;
  };
  return `M0 0L${point(start)}A1 1 0 ${end - start > 0.5 ? 1 : 0} 1 ${point(end)}Z`;
}
