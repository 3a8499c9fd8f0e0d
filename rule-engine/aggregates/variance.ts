import { Decimal } from '../schema/decimal.ts';
import type { Scalar } from '../schema/value.ts';
import type { AggregateFunction } from './aggregate.ts';
import { conditional } from './conditional.ts';

/** A number as a double, or undefined for what is none. */
export function asDouble(value: Scalar): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Decimal ? value.toNumber() : undefined;
}

/** Kusto gives a variance to ten decimals, and a deviation as the root of that. */
function roundVariance(value: number): number {
  const scaled = value * 1e10;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / 1e10 : value;
}

/** Over a sample (`rows - 1`) or a population (`rows`); 0 for fewer than two values. */
function spread(name: string, ofSample: boolean, finish: (variance: number) => number): AggregateFunction {
  return {
    name,
    bind: () => () => {
      let rows = 0;
      let mean = 0;
      let squares = 0;
      return {
        add: ([argument]) => {
          const value = asDouble(argument);
          if (value === undefined) return;
          rows++;
          const delta = value - mean;
          mean += delta / rows;
          squares += delta * (value - mean);
        },
        result: () => [rows < 2 ? 0 : finish(roundVariance(squares / (ofSample ? rows - 1 : rows)))],
      };
    },
  };
}

/** Arguments: x and y; rows where either is null are skipped. */
function covariance(name: string, ofSample: boolean): AggregateFunction {
  return {
    name,
    bind: () => () => {
      let rows = 0;
      let meanX = 0;
      let meanY = 0;
      let products = 0;
      return {
        add: (args) => {
          const x = asDouble(args[0]);
          const y = asDouble(args[1]);
          if (x === undefined || y === undefined) return;
          rows++;
          const delta = x - meanX;
          meanX += delta / rows;
          meanY += (y - meanY) / rows;
          products += delta * (y - meanY);
        },
        result: () => [rows < 2 ? 0 : products / (ofSample ? rows - 1 : rows)],
      };
    },
  };
}

const identity = (variance: number) => variance;
const stdev = spread('stdev', true, Math.sqrt);
const stdevp = spread('stdevp', false, Math.sqrt);
const variance = spread('variance', true, identity);
const variancep = spread('variancep', false, identity);
const covarianceOfSample = covariance('covariance', true);
const covarianceOfPopulation = covariance('covariancep', false);

export const varianceFamily: readonly AggregateFunction[] = [
  stdev,
  stdevp,
  variance,
  variancep,
  covarianceOfSample,
  covarianceOfPopulation,
  conditional('stdevif', stdev, 1),
  conditional('varianceif', variance, 1),
  conditional('variancepif', variancep, 1),
  conditional('covarianceif', covarianceOfSample, 2),
  conditional('covariancepif', covarianceOfPopulation, 2),
];
