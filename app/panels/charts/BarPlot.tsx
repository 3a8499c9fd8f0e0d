import { niceCeiling } from '../../components/charts/bar-scale.ts';
import { formatCount } from '../../components/format.ts';
import type { ChartData } from './chart-data.ts';
import { Legend } from './Legend.tsx';
import { Axis } from './LinePlot.tsx';
import styles from './QueryChart.module.css';
import { seriesColor } from './series-color.ts';

interface BarPlotProps {
  readonly data: ChartData;
  readonly title: string;
  readonly isHorizontal: boolean;
}

/** Stacked bars, a bar for each place on the x axis. */
export function BarPlot({ data, title, isHorizontal }: BarPlotProps) {
  const { places, series } = data;
  const totals = places.map((_, place) => series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0));
  const end = niceCeiling(Math.max(0, ...totals));
  const parts = (place: number) =>
    series.map(({ name, values }, index) => ({
      name,
      share: `${(100 * (values[place] ?? 0)) / end}%`,
      color: seriesColor(index),
    }));
  const label = `${title}: ${places.length} bars; the numbers are in the rows below`;
  if (isHorizontal) {
    return (
      <>
        <div className={styles.bars} role="img" aria-label={label}>
          {places.map((place, index) => (
            <div key={place} className={styles.bar} title={`${place}: ${formatCount(totals[index])}`}>
              <span className={styles.barName}>{place || '(empty)'}</span>
              <span className={styles.track}>
                {parts(index).map(({ name, share, color }) => (
                  <i key={name} style={{ width: share, background: color }} />
                ))}
              </span>
              <span className={styles.barValue}>{formatCount(totals[index])}</span>
            </div>
          ))}
        </div>
        <Legend names={series.map(({ name }) => name)} />
      </>
    );
  }
  return (
    <>
      <div className={styles.plot}>
        <Axis end={end} />
        <div className={styles.columns} role="img" aria-label={label}>
          {places.map((place, index) => (
            <span key={place} className={styles.column} title={`${place}: ${formatCount(totals[index])}`}>
              {parts(index).map(({ name, share, color }) => (
                <i key={name} style={{ height: share, background: color }} />
              ))}
            </span>
          ))}
        </div>
      </div>
      <p className={styles.ends}>
        <span>{places[0]}</span>
        <span>{places.at(-1)}</span>
      </p>
      <Legend names={series.map(({ name }) => name)} />
    </>
  );
}
