import type { DynamicValue, Scalar } from '../schema/value.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { type Series, seriesArgument } from './series.ts';

/** Digital filters over series: finite and infinite impulse response. */
export const seriesFilters: readonly ScalarFunction[] = [
  { name: 'series_fir', aliases: ['fir'], nulls: 'propagate', bind: bindFir },
  { name: 'series_iir', nulls: 'propagate', bind: bindIir },
];

/**
 * `series_fir(series, filter, normalize, center)`: before the start (and after the end, when centered) the series is 0.
 * Normalises by default where no coefficient is negative; coefficients of which one is can't be normalised.
 */
function bindFir(call: CallSite): Kernel {
  const [series, filter] = [seriesArgument(call, 0), seriesArgument(call, 1)];
  return (args): Scalar => {
    const [values, coefficients] = [series(args), filter(args)];
    if (values === undefined || coefficients === undefined) return null;
    const weights = coefficients.map((weight) => weight ?? 0);
    const isPositive = weights.every((weight) => weight >= 0);
    const normalize = (args[2] ?? isPositive) === true;
    if (normalize && !isPositive) return null;
    const total = normalize ? weights.reduce((sum, weight) => sum + weight, 0) : 1;
    const shift = args[3] === true ? Math.floor(weights.length / 2) : 0;
    return values.map(
      (_, i) => weights.reduce((sum, weight, j) => sum + weight * at(values, i + shift - j), 0) / total,
    );
  };
}

function at(series: Series, index: number): number {
  return series[index] ?? 0;
}

/** `series_iir(series, numerators, denominators)`: `a₀ yᵢ = Σ bⱼ xᵢ₋ⱼ − Σ aₖ yᵢ₋ₖ`. */
function bindIir(call: CallSite): Kernel {
  const [series, numerators, denominators] = [0, 1, 2].map((i) => seriesArgument(call, i));
  return (args): Scalar => {
    const [values, b, a] = [series(args), numerators(args), denominators(args)];
    if (values === undefined || b === undefined || a === undefined || !a[0]) return null;
    const output: number[] = [];
    for (let i = 0; i < values.length; i++) {
      const forward = b.reduce<number>((sum, weight, j) => sum + (weight ?? 0) * at(values, i - j), 0);
      const backward = a.reduce<number>((sum, weight, k) => (k === 0 ? 0 : sum + (weight ?? 0) * at(output, i - k)), 0);
      output.push((forward - backward) / a[0]);
    }
    return output satisfies DynamicValue;
  };
}
