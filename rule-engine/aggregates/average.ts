import { Decimal } from '../schema/decimal.ts';
import type { Accumulator, AggregateFunction, AggregateSite } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { sum } from './sum.ts';

/**
 * `avg`: nulls are skipped; of no value NaN (null for decimals and times). The sum of longs wraps before it is divided,
 * as Kusto's does.
 */
const average: AggregateFunction = {
  name: 'avg',
  bind: (site) => {
    const [type] = site.argumentTypes;
    const sumType = type === 'int' || type === 'bool' ? 'long' : type;
    const createSum = sum.bind({ ...site, resultTypes: [sumType] });
    return () => averageOf(createSum(), site);
  },
};

export const averageFamily: readonly AggregateFunction[] = [average, conditional('avgif', average, 1)];

function averageOf(total: Accumulator, site: AggregateSite): Accumulator {
  const [resultType] = site.resultTypes;
  let rows = 0;
  return {
    add: (args) => {
      const [value] = args;
      if (value === null || (typeof value === 'object' && !(value instanceof Decimal))) return;
      if (typeof value === 'string') return;
      total.add(args);
      rows++;
    },
    result: () => {
      if (rows === 0) return [resultType === 'real' ? Number.NaN : null];
      const [value] = total.result();
      if (value instanceof Decimal) return [value.divide(new Decimal(BigInt(rows), 0)) ?? null];
      if (resultType === 'timespan' || resultType === 'datetime') return [(value as bigint) / BigInt(rows)];
      return [Number(value) / rows];
    },
  };
}
