import { realArgument } from './arguments.ts';
import type { ScalarFunction } from './function.ts';
import { incompleteBeta } from './special-functions.ts';

/**
 * `welch_test(mean1, variance1, count1, mean2, variance2, count2)`: the two-sided p-value of Welch's t-test.
 * @see https://learn.microsoft.com/kusto/query/welch-test-function
 */
export const welchTestFunctions: readonly ScalarFunction[] = [
  {
    name: 'welch_test',
    nulls: 'propagate',
    bind(call) {
      const reads = Array.from({ length: 6 }, (_, i) => realArgument(call, i));
      return (args) => {
        const [mean1, variance1, count1, mean2, variance2, count2] = reads.map((read) => read(args) ?? Number.NaN);
        const [error1, error2] = [variance1 / count1, variance2 / count2];
        const t = (mean1 - mean2) / Math.sqrt(error1 + error2);
        const freedom = (error1 + error2) ** 2 / (error1 ** 2 / (count1 - 1) + error2 ** 2 / (count2 - 1));
        return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
      };
    },
  },
];
