import { lazy, Suspense } from 'react';
import { FailureBoundary } from '../FailureBoundary.tsx';
import type { RowBarsProps } from './RowBars.tsx';
import type { TimeChartProps } from './TimeChart.tsx';

// The library of charts is loaded when the first one is looked at.
const LoadedTimeChart = lazy(() => import('./TimeChart.tsx'));
const LoadedRowBars = lazy(() => import('./RowBars.tsx'));

const failed = <p>The chart could not be loaded; the numbers are in the table.</p>;

/** See `TimeChart.tsx`. */
export function TimeChart(props: TimeChartProps) {
  return (
    <FailureBoundary fallback={failed}>
      <Suspense fallback={<div style={{ height: 128 }} />}>
        <LoadedTimeChart {...props} />
      </Suspense>
    </FailureBoundary>
  );
}

/** See `RowBars.tsx`. */
export function RowBars(props: RowBarsProps) {
  return (
    <FailureBoundary fallback={failed}>
      <Suspense fallback={<div style={{ height: props.rows.length * props.rowHeight }} />}>
        <LoadedRowBars {...props} />
      </Suspense>
    </FailureBoundary>
  );
}
