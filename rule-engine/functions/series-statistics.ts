import type { DynamicValue, Scalar } from '../schema/value.ts';
import { dynamicArgument } from './arguments.ts';
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

/** `min`, `min_idx`, `max`, `max_idx`, `avg`, `stdev`, `variance`, and of the dynamic form `sum` and `len`. */
function bindStatistics(call: CallSite, shape: (statistics: readonly Statistic[]) => Scalar): Kernel {
  const series = seriesArgument(call, 0);
  return (args) => {
    const values = series(args);
    return values === undefined ? null : shape(statisticsOf(values));
  };
}

function statisticsOf(series: Series): readonly Statistic[] {
  const values = present(series);
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

/** Two arguments as numbers, a scalar as long as the other; undefined where one has a null. */
function pairArgument(call: CallSite): (args: readonly Scalar[]) => readonly (readonly [number, number])[] | undefined {
  const [left, right] = [dynamicArgument(call, 0), dynamicArgument(call, 1)];
  return (args) => {
    const [a, b] = [left(args), right(args)];
    const length = isDynamicArray(a) ? a.length : isDynamicArray(b) ? b.length : 0;
    const pairs = Array.from({ length }, (_, i) => {
      const x = numberOf(isDynamicArray(a) ? (a[i] ?? null) : a);
      const y = numberOf(isDynamicArray(b) ? (b[i] ?? null) : b);
      return x === null || y === null ? undefined : ([x, y] as const);
    });
    return length === 0 || pairs.includes(undefined) ? undefined : pairs.filter((pair) => pair !== undefined);
  };
}

function bindDotProduct(call: CallSite): Kernel {
  const pairs = pairArgument(call);
  return (args) => pairs(args)?.reduce((sum, [x, y]) => sum + x * y, 0) ?? null;
}

function bindCosineSimilarity(call: CallSite): Kernel {
  const pairs = pairArgument(call);
  return (args) => {
    const found = pairs(args);
    if (found === undefined) return null;
    const [xy, xx, yy] = found.reduce(([xy, xx, yy], [x, y]) => [xy + x * y, xx + x * x, yy + y * y], [0, 0, 0]);
    return xy / (Math.sqrt(xx) * Math.sqrt(yy));
  };
}

function bindPearson(call: CallSite): Kernel {
  const pairs = pairArgument(call);
  return (args) => {
    const found = pairs(args);
    if (found === undefined) return null;
    const [mx, my] = [mean(found.map(([x]) => x)), mean(found.map(([, y]) => y))];
    const sum = (term: (x: number, y: number) => number): number =>
      found.reduce((total, [x, y]) => total + term(x - mx, y - my), 0);
    return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  };
}
