import { useMemo } from 'react';
import { useAnswer } from '../../stores/engine-answer.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from '../../stores/evaluation-store.ts';
import { BarPlot } from './BarPlot.tsx';
import { chartData } from './chart-data.ts';
import { LinePlot } from './LinePlot.tsx';
import { PiePlot } from './PiePlot.tsx';
import styles from './QueryChart.module.css';

/** Rows that are drawn; the grid below has all of them. */
const drawn = 2000;

/** What the query's `render` asks for, above the rows that it draws. Nothing without one, or for `render table`. */
export function QueryChart() {
  const result = useEvaluationStore(lastResult);
  const kind = result?.evaluation.chart?.kind.toLowerCase();
  if (!result || kind === undefined || kind === 'table') return null;
  return <Chart result={result} />;
}

function Chart({ result }: { readonly result: EvaluatedQuery }) {
  const { run } = result.evaluation;
  const params = useMemo(
    () => ({ view: { run, tab: 'hits' as const, sort: [], filters: [], search: '' }, start: 0, end: drawn }),
    [run],
  );
  const answer = useAnswer('rows', params, result);
  if (answer.phase === 'failed') return <p className={styles.note}>No chart: {answer.error.message}.</p>;
  const chart = answer.phase === 'done' ? answer.about.evaluation.chart : undefined;
  if (answer.phase === 'loading' || !chart) return <p className={styles.note}>Drawing the chart…</p>;
  const { columns, rows, total } = answer.result;
  const data = chartData(columns, rows, chart.properties);
  if (!data) return <p className={styles.note}>The result has no number to draw: the rows are below.</p>;
  const kind = chart.kind.toLowerCase();
  const title = chart.properties.title ?? `${chart.kind} over ${data.xColumn}`;
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title}
        {total > rows.length && ` · the first ${rows.length} of ${total} rows`}
      </figcaption>
      {kind === 'piechart' && <PiePlot data={data} title={title} />}
      {kind === 'barchart' && <BarPlot data={data} title={title} isHorizontal />}
      {(kind === 'columnchart' || kind === 'stackedareachart') && (
        <BarPlot data={data} title={title} isHorizontal={false} />
      )}
      {!['piechart', 'barchart', 'columnchart', 'stackedareachart'].includes(kind) && (
        <LinePlot data={data} title={title} />
      )}
    </figure>
  );
}
