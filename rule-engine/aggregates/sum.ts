import type { Column } from '../columnar/column.ts';
import { int64Column, numberColumn } from '../columnar/columns.ts';
import { Int64Values } from '../columnar/int64-values.ts';
import { Decimal } from '../schema/decimal.ts';
import type { Scalar } from '../schema/value.ts';
import type { Accumulator, AggregateFunction, AggregateSite, GroupedState } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { GroupedArray } from './grouped-arrays.ts';

/** `sum`: nulls are skipped, the sum of none is 0, a long wraps. */
export const sum: AggregateFunction = {
  name: 'sum',
  bind: (site) => {
    switch (site.resultTypes[0]) {
      case 'real':
        return realSum;
      case 'decimal':
        return decimalSum;
      case 'dynamic':
        return dynamicSum;
      default:
        return longSum;
    }
  },
  bindColumns: (site, [column]) => sumColumns(site, column),
};

export const sumFamily: readonly AggregateFunction[] = [sum, conditional('sumif', sum, 1)];

function realSum(): Accumulator {
  let total = 0;
  return {
    add: ([value]) => {
      if (isSummable(value)) total += Number(value);
    },
    result: () => [total],
  };
}

function longSum(): Accumulator {
  let total = 0n;
  return {
    add: ([value]) => {
      if (typeof value === 'bigint') total = BigInt.asIntN(64, total + value);
      else if (isSummable(value)) total = BigInt.asIntN(64, total + BigInt(Math.trunc(Number(value))));
    },
    result: () => [total],
  };
}

function decimalSum(): Accumulator {
  let total = new Decimal(0n, 0);
  return {
    add: ([value]) => {
      if (value instanceof Decimal) total = total.add(value);
    },
    result: () => [total],
  };
}

/** Over a dynamic argument: a long while all numbers are longs, else a real. */
function dynamicSum(): Accumulator {
  let longs = 0n;
  let reals = 0;
  let anyReal = false;
  return {
    add: ([value]) => {
      if (typeof value === 'bigint') longs = BigInt.asIntN(64, longs + value);
      else if (typeof value === 'number') {
        reals += value;
        anyReal = true;
      }
    },
    result: () => [anyReal ? reals + Number(longs) : longs],
  };
}

function isSummable(value: Scalar): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

function sumColumns(site: AggregateSite, column: Column): GroupedState | undefined {
  const type = site.resultTypes[0];
  if (column.kind === 'number' && type === 'real') {
    const totals = new GroupedArray((length) => new Float64Array(length));
    return {
      addRows: (rows, groups, start, end, groupCount) => {
        const sums = totals.grow(groupCount);
        const { values, nulls } = column;
        for (let i = start; i < end; i++) if (!nulls?.has(rows[i])) sums[groups[i]] += values[rows[i]];
      },
      results: (groupCount) => [numberColumn('real', totals.take(groupCount), undefined)],
    };
  }
  if (column.kind === 'int64' && (type === 'long' || type === 'timespan')) {
    const totals = new GroupedArray((length) => new BigInt64Array(length));
    return {
      addRows: (rows, groups, start, end, groupCount) => {
        const sums = totals.grow(groupCount);
        const { values, nulls } = column;
        for (let i = start; i < end; i++) if (!nulls?.has(rows[i])) sums[groups[i]] += values.get(rows[i]);
      },
      results: (groupCount) => [int64Column(type, Int64Values.from(totals.take(groupCount)), undefined)],
    };
  }
  return undefined;
}
