import { invalid } from '../diagnostics/diagnostic.ts';
import { toDynamicValue } from '../functions/value-text.ts';
import { compareScalars } from '../schema/scalar-order.ts';
import { nearestRank, type WeightedValue } from '../schema/sketch.ts';
import type { Scalar } from '../schema/value.ts';
import type { Accumulator, AggregateFunction, AggregateSite } from './aggregate.ts';
import { asDouble } from './variance.ts';

/**
 * `percentile(s)` and their weighted and array forms: nearest-rank, exact (Kusto estimates for large sets); nulls and
 * rows of no weight are skipped. Arguments: the value, with `w` its weight, then percentages or one array of them.
 */
function percentiles(name: string, weighted: boolean, asArray: boolean): AggregateFunction {
  return {
    name,
    bind: (site) => {
      const constants = constantPercentages(site, weighted ? 2 : 1);
      return () => {
        const values: WeightedValue<Scalar>[] = [];
        let percentages = constants;
        return {
          add: (args) => {
            percentages ??= numbersIn(args.slice(weighted ? 2 : 1));
            const weight = weighted ? (asDouble(args[1]) ?? 0) : 1;
            if (args[0] !== null && weight > 0) values.push({ value: args[0], weight });
          },
          result: () => resultOf(site, values, percentages ?? [], asArray),
        } satisfies Accumulator;
      };
    },
  };
}

export const percentileFamily: readonly AggregateFunction[] = [
  percentiles('percentile', false, false),
  percentiles('percentiles', false, false),
  percentiles('percentiles_array', false, true),
  percentiles('percentilew', true, false),
  percentiles('percentilesw', true, false),
  percentiles('percentilesw_array', true, true),
];

function resultOf(
  site: AggregateSite,
  values: WeightedValue<Scalar>[],
  percentages: readonly number[],
  asArray: boolean,
): readonly Scalar[] {
  values.sort((a, b) => compareScalars(a.value, b.value));
  const found = percentages.map((percentage) => nearestRank(values, percentage) ?? null);
  if (asArray) return [found.map((value) => toDynamicValue(value, site.argumentTypes[0]))];
  return site.resultTypes.map((type, i) => convert(found[i] ?? null, type));
}

function convert(value: Scalar, type: string): Scalar {
  if (type === 'real' && typeof value === 'bigint') return Number(value);
  if (type === 'long' && typeof value === 'number') return BigInt(Math.trunc(value));
  return value;
}

function constantPercentages(site: AggregateSite, from: number): readonly number[] | undefined {
  const constants = site.constants.slice(from);
  if (!constants.every((value) => value !== undefined)) return undefined;
  const percentages = numbersIn(constants);
  if (percentages.some((percentage) => percentage < 0 || percentage > 100)) {
    throw invalid('out-of-range', 'A percentage is from 0 to 100', site.span);
  }
  return percentages;
}

function numbersIn(values: readonly (Scalar | undefined)[]): readonly number[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return numbersIn(value as readonly Scalar[]);
    const number = asDouble(value ?? null);
    return number === undefined ? [] : [number];
  });
}
