import type { DynamicBag, DynamicValue, Scalar } from '../schema/value.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { present, type Series, seriesArgument, variance } from './series.ts';
import { fitLine, type LineFit } from './series-fit.ts';

/** Two straight lines, one before and one from the element where they split best. */
export const seriesFitTwoLines: readonly ScalarFunction[] = [
  { name: 'series_fit_2lines', nulls: 'propagate', bind: (call) => bindFit(call, twoLineValues) },
  { name: 'series_fit_2lines_dynamic', nulls: 'propagate', bind: (call) => bindFit(call, twoLineBag) },
];

interface TwoLines {
  readonly rsquare: number;
  /** The index of the first element of the right line. */
  readonly split: number;
  readonly variance: number;
  readonly rvariance: number;
  readonly left: LineFit;
  readonly right: LineFit;
}

/** A line needs two elements. */
const SHORTEST_SIDE = 2;

function bindFit(call: CallSite, shape: (fit: TwoLines) => Scalar): Kernel {
  const series = seriesArgument(call, 0);
  return (args) => {
    const values = series(args);
    const fit = values === undefined ? undefined : fitTwoLines(values);
    return fit === undefined ? null : shape(fit);
  };
}

/** Undefined for a series too short to split. */
function fitTwoLines(series: Series): TwoLines | undefined {
  const values = present(series);
  const whole = values.length < 2 ? 0 : variance(values);
  let best: TwoLines | undefined;
  for (let split = SHORTEST_SIDE; split <= series.length - SHORTEST_SIDE; split++) {
    const [left, right] = [fitLine(series.slice(0, split)), fitLine(series.slice(split))];
    if (left === undefined || right === undefined) continue;
    const line = [...left.line, ...right.line];
    const residual = series.reduce<number>((sum, y, i) => sum + (y === null ? 0 : (y - line[i]) ** 2), 0);
    const rvariance = residual / (values.length - 1);
    if (best !== undefined && rvariance >= best.rvariance) continue;
    best = { rsquare: whole === 0 ? 1 : 1 - rvariance / whole, split, variance: whole, rvariance, left, right };
  }
  return best;
}

/** The right line counts its elements from 1 again. */
function lineOf({ left, right }: TwoLines): DynamicValue {
  return [...left.line, ...right.line];
}

function sideValues(fit: LineFit): readonly DynamicValue[] {
  return [fit.rsquare, fit.slope, fit.interception, orZero(fit.variance), orZero(fit.rvariance)];
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}

function twoLineValues(fit: TwoLines): readonly DynamicValue[] {
  return [
    fit.rsquare,
    BigInt(fit.split),
    fit.variance,
    fit.rvariance,
    lineOf(fit),
    ...sideValues(fit.right),
    ...sideValues(fit.left),
  ];
}

function sideBag(fit: LineFit): DynamicBag {
  const [rsquare, slope, interception, variance, rvariance] = sideValues(fit);
  return new Map(Object.entries({ rsquare, slope, interception, variance, rvariance }));
}

function twoLineBag(fit: TwoLines): DynamicValue {
  return new Map<string, DynamicValue>([
    ['rsquare', fit.rsquare],
    ['split_idx', BigInt(fit.split)],
    ['variance', fit.variance],
    ['rvariance', fit.rvariance],
    ['line_fit', lineOf(fit)],
    ['right', sideBag(fit.right)],
    ['left', sideBag(fit.left)],
  ]);
}
