import { unsupported } from '../diagnostics/diagnostic.ts';
import type { Scalar } from '../schema/value.ts';
import { integerArgument, realArgument, textArgument } from './arguments.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { present, type Series, seriesArgument } from './series.ts';

/** Outliers by Tukey's fences. */
export const seriesOutliers: readonly ScalarFunction[] = [
  { name: 'series_outliers', nulls: 'kernel', bind: bindOutliers },
];

/** Which percentiles make the fence, and how many of their distances a score of 1 is. */
export interface Fence {
  readonly low: number;
  readonly high: number;
  readonly scale: number;
}

/**
 * The fences by name. Kusto scales the scores of its custom fence so that 1.5 keeps its meaning; the factor is known
 * for the tenth and ninetieth percentile alone, from scores that its engine gave.
 */
const FENCES: ReadonlyMap<string, Fence> = new Map([
  ['tukey', { low: 25, high: 75, scale: 1 }],
  ['ctukey', { low: 10, high: 90, scale: 2.772605605507916 }],
]);

/** The fence that a constant argument names, `ctukey` when there is none. */
export function fenceArgument(call: CallSite, index: number): Fence {
  if (call.argumentTypes[index] === undefined) return FENCES.get('ctukey') as Fence;
  const constant = call.constants[index];
  const name = typeof constant === 'string' && constant !== '' ? constant.toLowerCase() : 'ctukey';
  const fence = FENCES.get(name);
  if (fence === undefined) throw unsupported(`The outlier method '${name}'`, call.span);
  return fence;
}

/**
 * How far each value lies outside the fence of the series without its last `testPoints`, in units where 1.5 is a mild
 * outlier; 0 within the fence and for null.
 */
export function outlierScores(series: Series, fence: Fence, testPoints = 0): readonly number[] {
  const sorted = present(series.slice(0, series.length - testPoints)).toSorted((a, b) => a - b);
  const [low, high] = [percentile(sorted, fence.low), percentile(sorted, fence.high)];
  return series.map((value) => {
    if (value === null || (value >= low && value <= high)) return 0;
    return (fence.scale * (value - (value < low ? low : high))) / (high - low);
  });
}

/** Between the two nearest ranks by a line. */
function percentile(sorted: readonly number[], percent: number): number {
  const rank = (percent / 100) * (sorted.length - 1);
  const below = Math.floor(rank);
  return sorted[below] + (rank - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}

function bindOutliers(call: CallSite): Kernel {
  const series = seriesArgument(call, 0);
  const fence = fenceArgument(call, 1);
  const ignored = call.argumentTypes[2] === undefined ? () => null : realArgument(call, 2);
  const custom = [3, 4].some((i) => {
    const given = call.constants[i];
    return call.argumentTypes[i] !== undefined && Number(given ?? Number.NaN) !== (i === 3 ? 10 : 90);
  });
  if (custom && textArgument(call, 1)(call.constants as readonly Scalar[]) !== 'tukey') {
    throw unsupported('series_outliers with percentiles other than 10 and 90', call.span);
  }
  const testPoints = integerArgument(call, 5, 0);
  return (args) => {
    const values = args[0] === null ? undefined : series(args);
    if (values === undefined) return null;
    const missing = ignored(args);
    const known = values.map((value) => (value === missing ? null : value));
    return outlierScores(known, fence, testPoints(args) ?? 0);
  };
}
