import type { ColumnSchema, GridRow } from '../../../rule-engine/index.ts';
import { chartData } from './chart-data.ts';
import { chartOptions } from './chart-options.ts';
import { PiePlot } from './PiePlot.tsx';
import styles from './QueryChart.module.css';
import { ScatterPlot } from './ScatterPlot.tsx';
import { SeriesPlot, type SeriesPlotProps } from './SeriesPlot.tsx';
import { scatterPoints } from './scatter-points.ts';

export interface PlotProps {
  /** `render`'s own name, in small letters. */
  readonly kind: string;
  readonly title: string;
  readonly columns: readonly ColumnSchema[];
  readonly rows: readonly GridRow[];
  readonly properties: Readonly<Record<string, string>>;
}

const marks: Readonly<Record<string, SeriesPlotProps['mark']>> = {
  linechart: 'line',
  timechart: 'line',
  anomalychart: 'line',
  areachart: 'area',
  stackedareachart: 'area',
  columnchart: 'column',
  barchart: 'bar',
};

/** The chart of a kind over the rows of a result. */
export default function Plot({ kind, title, columns, rows, properties }: PlotProps) {
  const options = chartOptions(kind, properties);
  if (kind === 'scatterchart') {
    const points = scatterPoints(columns, rows, properties);
    return points ? <ScatterPlot points={points} title={title} options={options} /> : <NoNumbers />;
  }
  const data = chartData(columns, rows, properties);
  if (!data) return <NoNumbers />;
  if (kind === 'piechart') return <PiePlot data={data} title={title} />;
  return (
    <>
      {!(kind in marks) && <p className={styles.note}>A {kind} is drawn as lines here.</p>}
      <SeriesPlot data={data} title={title} options={options} mark={marks[kind] ?? 'line'} />
    </>
  );
}

function NoNumbers() {
  return <p className={styles.note}>The result lacks the numbers that this chart draws: the rows are below.</p>;
}
