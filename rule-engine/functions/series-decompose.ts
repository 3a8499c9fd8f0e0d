import { unsupported } from '../diagnostics/diagnostic.ts';
import type { DynamicValue, Scalar } from '../schema/value.ts';
import { type ArgumentReader, integerArgument, realArgument } from './arguments.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { mean, present, type Series, seriesArgument } from './series.ts';
import { fitLine } from './series-fit.ts';
import { fenceArgument, outlierScores } from './series-outliers.ts';
import { seasonalComponent, strongestPeriod } from './series-seasonality.ts';

/** A series as season, trend and what is left over, and what follows from that. */
export const seriesDecompose: readonly ScalarFunction[] = [
  { name: 'series_seasonal', nulls: 'propagate', bind: bindSeasonal },
  { name: 'series_decompose', nulls: 'propagate', bind: bindDecompose },
  { name: 'series_decompose_anomalies', nulls: 'propagate', bind: bindAnomalies },
  { name: 'series_decompose_forecast', nulls: 'propagate', bind: bindForecast },
];

/** Each as long as the series. */
interface Components {
  readonly baseline: readonly number[];
  readonly seasonal: readonly number[];
  readonly trend: readonly number[];
  /** Null where the series has no value. */
  readonly residual: Series;
}

type Decompose = (args: readonly Scalar[]) => Components | undefined;

/** Where a call has the arguments of its decomposition; a negative index is an argument that the function lacks. */
interface Places {
  readonly period: number;
  readonly trend: number;
  readonly testPoints: number;
  readonly threshold: number;
}

function decomposition(call: CallSite, places: Places): Decompose {
  const series = seriesArgument(call, 0);
  const trend = trendArgument(call, places.trend);
  const testPoints = integerArgument(call, places.testPoints, 0);
  const period = periodArgument(call, places.period, places.threshold, 0.6);
  return (args) => {
    const values = series(args);
    if (values === undefined) return undefined;
    const known = values.slice(0, Math.max(0, values.length - Math.max(0, testPoints(args) ?? 0)));
    const length = period(args, known);
    const seasonal = length === 0 ? values.map(() => 0) : seasonalComponent(known, length, values.length);
    const deseasonal = known.map((value, i) => (value === null ? null : value - seasonal[i]));
    const line = trend(deseasonal, values.length);
    const baseline = seasonal.map((value, i) => value + line[i]);
    const residual = values.map((value, i) => (value === null ? null : value - baseline[i]));
    return { baseline, seasonal, trend: line, residual };
  };
}

/** The period to use: the one given, 0 for none, and for -1 the strongest that reaches the threshold. */
function periodArgument(
  call: CallSite,
  index: number,
  thresholdIndex: number,
  usualThreshold: number,
): (args: readonly Scalar[], series: Series) => number {
  const period = integerArgument(call, index, -1);
  const threshold: ArgumentReader<number | null> =
    call.argumentTypes[thresholdIndex] === undefined ? () => usualThreshold : realArgument(call, thresholdIndex);
  return (args, series) => {
    const given = period(args) ?? -1;
    if (given >= 0) return given;
    const found = strongestPeriod(series);
    return found !== undefined && found.score >= (threshold(args) ?? usualThreshold) ? found.length : 0;
  };
}

type Trend = (series: Series, length: number) => readonly number[];

function trendArgument(call: CallSite, index: number): Trend {
  const constant = call.argumentTypes[index] === undefined ? 'avg' : call.constants[index];
  switch (String(constant).toLowerCase()) {
    case 'avg':
      return (series, length) => {
        const values = present(series);
        return new Array(length).fill(values.length === 0 ? 0 : mean(values));
      };
    case 'linefit':
      return (series, length) => {
        const fit = fitLine(series);
        return Array.from({ length }, (_, x) => (fit === undefined ? 0 : fit.interception + fit.slope * (x + 1)));
      };
    case 'none':
      return (_, length) => new Array(length).fill(0);
    default:
      throw unsupported(`The trend '${constant}' of a series`, call.span);
  }
}

function bindSeasonal(call: CallSite): Kernel {
  const series = seriesArgument(call, 0);
  const period = periodArgument(call, 1, -1, 0.7);
  const testPoints = integerArgument(call, 2, 0);
  return (args) => {
    const values = series(args);
    if (values === undefined) return null;
    const known = values.slice(0, Math.max(0, values.length - Math.max(0, testPoints(args) ?? 0)));
    const length = period(args, known);
    return length === 0 ? values.map(() => 0) : seasonalComponent(known, length, values.length);
  };
}

function bindDecompose(call: CallSite): Kernel {
  return columns(decomposition(call, { period: 1, trend: 2, testPoints: 3, threshold: 4 }));
}

function bindForecast(call: CallSite): Kernel {
  return columns(decomposition(call, { period: 2, trend: 3, testPoints: 1, threshold: 4 }));
}

function columns(decompose: Decompose): Kernel {
  return (args): Scalar => {
    const parts = decompose(args);
    return parts === undefined ? null : [parts.baseline, parts.seasonal, parts.trend, parts.residual];
  };
}

/** `ad_flag`, `ad_score`, `baseline`: flagged is what scores beyond the threshold, 1.5 by default. */
function bindAnomalies(call: CallSite): Kernel {
  const decompose = decomposition(call, { period: 2, trend: 3, testPoints: 4, threshold: 6 });
  const threshold = call.argumentTypes[1] === undefined ? () => 1.5 : realArgument(call, 1);
  const testPoints = integerArgument(call, 4, 0);
  const fence = fenceArgument(call, 5);
  return (args): Scalar => {
    const parts = decompose(args);
    if (parts === undefined) return null;
    const limit = threshold(args) ?? 1.5;
    const scores = outlierScores(parts.residual, fence, Math.max(0, testPoints(args) ?? 0));
    const flags = scores.map((score): DynamicValue => BigInt(score > limit ? 1 : score < -limit ? -1 : 0));
    return [flags, scores, parts.baseline];
  };
}
