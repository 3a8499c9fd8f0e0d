import type { ColumnFilter, Trend } from '../../../rule-engine/index.ts';
import type { BinRange } from '../../components/charts/brush.ts';

/** The filter that keeps the rows of a stretch of bins. */
export function timeFilter(trend: Trend, column: string, { from, to }: BinRange): ColumnFilter {
  const next = trend.starts[to + 1];
  return { column, kind: 'range', from: trend.starts[from], to: next === undefined ? trend.end : tickBefore(next) };
}

/** The stretch of bins that the filters keep; undefined when none of them is of this time. */
export function rangeOfFilter(trend: Trend, filters: readonly ColumnFilter[]): BinRange | undefined {
  for (const filter of filters) {
    if (filter.kind !== 'range' || filter.column !== trend.column) continue;
    const from = filter.from === undefined ? 0 : trend.starts.indexOf(filter.from);
    const { to = trend.end } = filter;
    const last = trend.starts.findLastIndex((start) => start <= to);
    if (from >= 0 && last >= from) return { from, to: last };
  }
  return undefined;
}

/** The moment of 100 nanoseconds before another, both ISO 8601 with seven decimals: a filter's ends are both inclusive. */
export function tickBefore(iso: string): string {
  const [seconds, fraction] = [iso.slice(0, 19), iso.slice(20, 27)];
  if (Number(fraction) > 0) return `${seconds}.${String(Number(fraction) - 1).padStart(7, '0')}Z`;
  const before = new Date(Date.parse(`${seconds}Z`) - 1000).toISOString().slice(0, 19);
  return `${before}.9999999Z`;
}

/** A moment as short as bins of a width need it: the day, the day's minute, or the second. */
export function shortMoment(moment: string, binMilliseconds: number): string {
  if (binMilliseconds >= 86_400_000) return moment.slice(0, 10);
  return binMilliseconds >= 60_000 ? moment.slice(5, 16) : moment.slice(11);
}
