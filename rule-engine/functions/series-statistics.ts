import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument } from './arguments.ts';
import { convert } from './conversion.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { mean, numberOf, present, type Series, seriesArgument, variance } from './series.ts';
import { isDynamicArray } from './value-text.ts';

/** Numbers of one series or of two. */
export const seriesStatistics: readonly ScalarFunction[] = [
  {
    name: 'series_stats',
    nulls: 'propagate',
    bind: (call) => bindStatistics(call, (stats) => stats.slice(0, 7).map(([, x]) => x)),
  },
  { name: 'series_stats_dynamic', nulls: 'propagate', bind: (call) => bindStatistics(call, (stats) => new Map(stats)) },
  reduce('series_sum', (values) => values.reduce((sum, x) => sum + x, 0)),
  reduce('series_product', (values) => values.reduce((product, x) => product * x, 1)),
  reduce('series_magnitude', (values) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0))),
  { name: 'series_dot_product', nulls: 'propagate', bind: bindDotProduct },
  { name: 'series_cosine_similarity', nulls: 'propagate', bind: bindCosineSimilarity },
  { name: 'series_pearson_correlation', nulls: 'propagate', bind: bindPearson },
];

type Statistic = readonly [name: string, value: DynamicValue];

/**
 * `min`, `min_idx`, `max`, `max_idx`, `avg`, `stdev`, `variance`, and of the dynamic form `sum` and `len`: null where an
 * element is no finite number, unless such elements are to be left out.
 */
function bindStatistics(call: CallSite, shape: (statistics: readonly Statistic[]) => Scalar): Kernel {
  const series = seriesArgument(call, 0);
  return (args) => {
    const values = series(args);
    if (values === undefined || (args[1] !== true && !values.every(isFiniteNumber))) return null;
    return shape(statisticsOf(values));
  };
}

function isFiniteNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}

function statisticsOf(series: Series): readonly Statistic[] {
  const values = series.filter(isFiniteNumber);
  const extreme = (pick: (...values: number[]) => number) => (values.length === 0 ? null : pick(...values));
  const [minimum, maximum] = [extreme(Math.min), extreme(Math.max)];
  const spread = values.length < 2 ? 0 : variance(values);
  const orNull = (value: number): number | null => (values.length === 0 ? null : value);
  return [
    ['min', minimum],
    ['min_idx', minimum === null ? null : BigInt(series.indexOf(minimum))],
    ['max', maximum],
    ['max_idx', maximum === null ? null : BigInt(series.indexOf(maximum))],
    ['avg', orNull(mean(values))],
    ['stdev', orNull(Math.sqrt(spread))],
    ['variance', orNull(spread)],
    ['sum', orNull(values.reduce((sum, x) => sum + x, 0))],
    ['len', BigInt(series.length)],
  ];
}

/** Null where an element is no number. */
function reduce(name: string, compute: (values: readonly number[]) => number): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call) {
      const series = seriesArgument(call, 0);
      return (args) => {
        const values = series(args);
        if (values === undefined) return null;
        const numbers = present(values);
        return numbers.length < values.length ? null : compute(numbers);
      };
    },
  };
}

type Pair = readonly [number, number];

/** Two arguments element by element, a scalar as long as the other; undefined where not both elements are numbers. */
function pairArgument(
  call: CallSite,
  lengthOf: (...lengths: number[]) => number,
): (args: readonly Scalar[]) => readonly (Pair | undefined)[] {
  const [left, right] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
  return (args) => {
    const [a, b] = [left(args), right(args)];
    const lengths = [a, b].filter(isDynamicArray).map((array) => array.length);
    return Array.from({ length: lengths.length === 0 ? 0 : lengthOf(...lengths) }, (_, i) => {
      const x = numberOf(isDynamicArray(a) ? (a[i] ?? null) : a);
      const y = numberOf(isDynamicArray(b) ? (b[i] ?? null) : b);
      return x === null || y === null ? undefined : ([x, y] as const);
    });
  };
}

/** As many pairs as the shorter series has, without those that are not of numbers; undefined when there are none. */
function numericPairs(call: CallSite): (args: readonly Scalar[]) => readonly Pair[] | undefined {
  const pairs = pairArgument(call, Math.min);
  return (args) => {
    const found = pairs(args);
    return found.length === 0 ? undefined : found.filter((pair) => pair !== undefined);
  };
}

function bindDotProduct(call: CallSite): Kernel {
  const pairs = numericPairs(call);
  return (args) => pairs(args)?.reduce((sum, [x, y]) => sum + x * y, 0) ?? null;
}

/** The magnitudes are computed unless the query gives them. */
function bindCosineSimilarity(call: CallSite): Kernel {
  const pairs = numericPairs(call);
  const given = (args: readonly Scalar[], i: number) =>
    args[i] === undefined ? null : (convert(args[i], call.argumentTypes[i], 'real') as number | null);
  return (args) => {
    const found = pairs(args);
    if (found === undefined) return null;
    const [xy, xx, yy] = found.reduce(([xy, xx, yy], [x, y]) => [xy + x * y, xx + x * x, yy + y * y], [0, 0, 0]);
    return xy / ((given(args, 2) ?? Math.sqrt(xx)) * (given(args, 3) ?? Math.sqrt(yy)));
  };
}

function bindPearson(call: CallSite): Kernel {
  const pairs = pairArgument(call, Math.max);
  return (args) => {
    const all = pairs(args);
    const found = all.filter((pair) => pair !== undefined);
    if (found.length === 0 || found.length < all.length) return null;
    const [mx, my] = [mean(found.map(([x]) => x)), mean(found.map(([, y]) => y))];
    const sum = (term: (x: number, y: number) => number): number =>
      found.reduce((total, [x, y]) => total + term(x - mx, y - my), 0);
    return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  };
}
