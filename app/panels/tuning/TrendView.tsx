import type { Trend } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import type { BinRange } from '../../components/charts/brush.ts';
import { TimeChart } from '../../components/charts/lazy-charts.tsx';
import type { TimeSeries } from '../../components/charts/TimeChart.tsx';
import { formatMoment } from '../../components/format.ts';
import { Message } from '../../components/Message.tsx';
import type { EvaluatedQuery } from '../../stores/evaluation/evaluation-store.ts';
import { exclusionName } from '../../stores/evaluation/exclusion-names.ts';
import { useViewStore } from '../../stores/view/view-store.ts';
import styles from './TrendView.module.css';
import { rangeOfFilter, shortMoment, timeFilter } from './time-range.ts';
import { type TrendChoice, type TuningViewProps, trendResolution } from './tuning-view-props.ts';
import { useRunAnswer } from './use-run-answer.ts';

/** Hits and excluded rows over time. The brush filters the grid. */
export function TrendView({ result, trend, onTrend }: TuningViewProps) {
  const answer = useRunAnswer('trend', result, trendResolution);
  if (answer.phase === 'failed') return <Message kind="error">No chart: {answer.error.message}.</Message>;
  if (answer.phase === 'loading') return <Message kind="loading">Counting rows over time…</Message>;
  if (answer.result.column === undefined || answer.result.starts.length === 0) {
    return <Message>The rule's table has no time column with a value, so there is nothing to draw over time.</Message>;
  }
  return (
    <TrendChart
      trend={answer.result}
      result={answer.about}
      column={answer.result.column}
      shown={trend}
      onShow={onTrend}
    />
  );
}

interface TrendChartProps {
  readonly trend: Trend;
  readonly result: EvaluatedQuery;
  readonly column: string;
  readonly shown: TrendChoice;
  readonly onShow: (choice: TrendChoice) => void;
}

function TrendChart({ trend, result, column, shown, onShow }: TrendChartProps) {
  const filters = useViewStore((state) => state.filters);
  const { setFilters } = useViewStore((state) => state.actions);
  const series = seriesOf(trend, shown);
  const range = rangeOfFilter(trend, filters);
  const brush = (chosen: BinRange | undefined): void =>
    setFilters(column, chosen ? [timeFilter(trend, column, chosen)] : []);
  return (
    <div className={styles.trend}>
      <div className={styles.bar}>
        <label className={styles.choice}>
          Show
          <select value={shown} onChange={(event) => onShow(event.target.value as TrendChoice)}>
            <option value="verdict">Hits and excluded rows</option>
            <option value="all">All events</option>
            <optgroup label="Rows that a pattern matches">
              {result.evaluation.literals.map(({ text }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a literal is known by its index.
                <option key={index} value={`literal ${index}`}>
                  {text}
                </option>
              ))}
            </optgroup>
            <optgroup label="Rows that an exclusion removes">
              {result.evaluation.exclusions.map((_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an exclusion is known by its index.
                <option key={index} value={`exclusion ${index}`}>
                  {exclusionName(result, index)}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
        <ul className={styles.legend}>
          {series.map(({ name, tone }) => (
            <li key={name} data-tone={tone}>
              {name}
            </li>
          ))}
        </ul>
        {range && <Button onClick={() => brush(undefined)}>All times</Button>}
      </div>
      <TimeChart
        label={`Rows over ${column}`}
        series={series}
        binNames={trend.starts.map(formatMoment)}
        tickOf={(name) => shortMoment(name, trend.binMilliseconds)}
        range={range}
        onRange={brush}
      />
      <details className={styles.table}>
        <summary>The numbers as a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Events</th>
              <th scope="col">Hits</th>
              <th scope="col">Excluded</th>
            </tr>
          </thead>
          <tbody>
            {trend.starts.map((start, bin) => (
              <tr key={start}>
                <th scope="row">{formatMoment(start)}</th>
                <td>{trend.all[bin]}</td>
                <td>{trend.hits[bin]}</td>
                <td>{trend.excluded[bin]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function seriesOf(trend: Trend, shown: TrendChoice): readonly TimeSeries[] {
  const [kind, index] = shown.split(' ');
  switch (kind) {
    case 'all':
      return [{ name: 'events', tone: 'accent', values: trend.all }];
    case 'literal':
      return [{ name: 'rows', tone: 'accent', values: trend.literals[Number(index)] ?? [] }];
    case 'exclusion':
      return [{ name: 'rows', tone: 'excluded', values: trend.exclusions[Number(index)] ?? [] }];
    default:
      return [
        { name: 'hits', tone: 'hit', values: trend.hits },
        { name: 'excluded', tone: 'excluded', values: trend.excluded },
      ];
  }
}
