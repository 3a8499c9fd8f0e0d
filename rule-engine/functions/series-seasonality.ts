import { mean, type Series } from './series.ts';

/** A period of a series, in elements, and how strong it is, from 0 to 1. */
export interface Period {
  readonly length: number;
  readonly score: number;
}

/** No period is shorter, and none longer than half of the series. */
const SHORTEST_PERIOD = 4;

/**
 * The strongest period of a series: the highest peak of its autocorrelation once its line is taken away, a shorter one
 * before one hardly higher. How Kusto scores periods is not published, so that the period found where a query gives none
 * may be another than Kusto's; a query that gives the period does not depend on it.
 */
export function strongestPeriod(series: Series): Period | undefined {
  const longest = Math.floor((series.length - 1) / 2);
  if (longest < SHORTEST_PERIOD) return undefined;
  const correlation = autocorrelation(withoutLine(series), longest + 1);
  let best: Period | undefined;
  let highest = 0;
  for (let length = SHORTEST_PERIOD; length <= longest; length++) {
    const score = correlation[length];
    const weighed = score * Math.sqrt((series.length - length) / series.length);
    if (score <= correlation[length - 1] || score < correlation[length + 1] || weighed <= highest) continue;
    highest = weighed;
    best = { length, score: Math.min(1, score) };
  }
  return best;
}

/** The deviations from the least-squares line; null elements deviate by 0. */
function withoutLine(series: Series): readonly number[] {
  const points = series.flatMap((y, x) => (y === null ? [] : [{ x, y }]));
  const [mx, my] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const spread = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  const slope = spread === 0 ? 0 : points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / spread;
  return series.map((y, x) => (y === null ? 0 : y - my - slope * (x - mx)));
}

/** For each lag up to `longest` the mean product with the series itself that many elements later, by that of lag 0. */
function autocorrelation(values: readonly number[], longest: number): readonly number[] {
  const energy = values.reduce((sum, x) => sum + x * x, 0) / values.length;
  return Array.from({ length: longest + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < values.length; i++) sum += values[i] * values[i - lag];
    return energy === 0 ? 0 : sum / (values.length - lag) / energy;
  });
}

/** The median of all elements at the same place in the period, repeated over `length` elements. */
export function seasonalComponent(series: Series, period: number, length: number): readonly number[] {
  const medians = Array.from({ length: period }, (_, phase) =>
    median(series.flatMap((value, i) => (i % period === phase && value !== null ? [value] : []))),
  );
  return Array.from({ length }, (_, i) => medians[i % period]);
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
