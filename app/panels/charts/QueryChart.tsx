import { lazy, Suspense, useMemo } from 'react';
import { FailureBoundary } from '../../components/FailureBoundary.tsx';
import { useAnswer } from '../../stores/answers/engine-answer.ts';
import { type EvaluatedQuery, lastResult, useEvaluationStore } from '../../stores/evaluation/evaluation-store.ts';
import styles from './QueryChart.module.css';

// The library of charts is loaded when the first one is looked at.
const Plot = lazy(() => import('./Plot.tsx'));

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
  const title = chart.properties.title ?? chart.kind;
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title}
        {total > rows.length && ` · the first ${rows.length} of ${total} rows`}
      </figcaption>
      <FailureBoundary fallback={<p className={styles.note}>The chart could not be loaded: the rows are below.</p>}>
        <Suspense fallback={<p className={styles.note}>Drawing the chart…</p>}>
          <Plot
            kind={chart.kind.toLowerCase()}
            title={title}
            columns={columns}
            rows={rows}
            properties={chart.properties}
          />
        </Suspense>
      </FailureBoundary>
    </figure>
  );
}
