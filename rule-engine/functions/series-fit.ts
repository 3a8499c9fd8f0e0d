import type { DynamicValue, Scalar } from '../schema/value.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { mean, type Series, seriesArgument } from './series.ts';

/** Straight lines by least squares. */
export const seriesFit: readonly ScalarFunction[] = [
  { name: 'series_fit_line', nulls: 'propagate', bind: (call) => bindFit(call, (fit) => fitValues(fit)) },
  { name: 'series_fit_line_dynamic', nulls: 'propagate', bind: (call) => bindFit(call, (fit) => fitBag(fit)) },
];

/** A line through a series, against the number of each element, from 1. */
export interface LineFit {
  readonly rsquare: number;
  readonly slope: number;
  /** Of the series and of what the line leaves over, both by n - 1. */
  readonly variance: number;
  readonly rvariance: number;
  readonly interception: number;
  readonly line: readonly number[];
}

function bindFit(call: CallSite, shape: (fit: LineFit) => Scalar): Kernel {
  const series = seriesArgument(call, 0);
  return (args) => {
    const values = series(args);
    const fit = values === undefined ? undefined : fitLine(values);
    return fit === undefined ? null : shape(fit);
  };
}

/** Undefined for a series without numbers. */
export function fitLine(series: Series): LineFit | undefined {
  const points = series.flatMap((y, x) => (y === null ? [] : [{ x: x + 1, y }]));
  if (points.length === 0) return undefined;
  const [mx, my] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const sum = (term: (dx: number, dy: number) => number): number =>
    points.reduce((total, { x, y }) => total + term(x - mx, y - my), 0);
  const [xx, xy, yy] = [sum((dx) => dx * dx), sum((dx, dy) => dx * dy), sum((_, dy) => dy * dy)];
  const slope = xx === 0 ? 0 : xy / xx;
  const interception = my - slope * mx;
  const residual = points.reduce((total, { x, y }) => total + (y - interception - slope * x) ** 2, 0);
  return {
    rsquare: yy === 0 ? 1 : 1 - residual / yy,
    slope,
    variance: yy / (points.length - 1),
    rvariance: residual / (points.length - 1),
    interception,
    line: series.map((_, x) => interception + slope * (x + 1)),
  };
}

function fitValues(fit: LineFit): readonly DynamicValue[] {
  return [fit.rsquare, fit.slope, fit.variance, fit.rvariance, fit.interception, fit.line];
}

function fitBag(fit: LineFit): DynamicValue {
  return new Map<string, DynamicValue>([
    ['slope', fit.slope],
    ['interception', fit.interception],
    ['rsquare', fit.rsquare],
    ['variance', fit.variance],
    ['rvariance', fit.rvariance],
    ['line_fit', fit.line],
  ]);
}
