import { Decimal } from '../schema/decimal.ts';
import { scalarKey } from '../schema/scalar-key.ts';
import type { Scalar } from '../schema/value.ts';
import { isTrue, scanRows } from './neighbour-functions.ts';
import type { WindowFunction } from './window-function.ts';

/** `row_cumsum(term [, restart])`: the sum of the terms so far; a null adds nothing. */
const rowCumulativeSum: WindowFunction = {
  name: 'row_cumsum',
  evaluate: (input) => {
    const [terms, restarts] = input.columns;
    const zero = zeroOf(input.call.resultType);
    let total = zero;
    return scanRows(input, (row) => {
      const term = terms.get(row);
      total = add(isTrue(restarts, row) ? zero : total, term);
      return total;
    });
  },
};

/** `row_rank_dense` and `row_rank_min`: the rank of a value, equal neighbours sharing one. */
function rowRank(name: string, isDense: boolean): WindowFunction {
  return {
    name,
    evaluate: (input) => {
      const [terms, restarts] = input.columns;
      let rank = 0n;
      let place = 0n;
      let last: unknown;
      return scanRows(input, (row, at) => {
        const key = scalarKey(terms.get(row));
        if (isTrue(restarts, row)) {
          rank = 0n;
          place = 0n;
        }
        place++;
        const isNew = at === 0 || place === 1n || !Object.is(key, last);
        if (isNew) rank = isDense ? rank + 1n : place;
        last = key;
        return rank;
      });
    },
  };
}

/**
 * `row_window_session(expr, maxDistanceFromFirst, maxDistanceBetweenNeighbors [, restart])`: the first value of the
 * session that the row is in. A null is in no session and ends the one before.
 */
const rowWindowSession: WindowFunction = {
  name: 'row_window_session',
  evaluate: (input) => {
    const [times, fromFirst, betweenNeighbours, restarts] = input.columns;
    let first: bigint | undefined;
    let previous = 0n;
    return scanRows(input, (row) => {
      const time = times.get(row);
      if (typeof time !== 'bigint') {
        first = undefined;
        return null;
      }
      const isInSession =
        first !== undefined &&
        !isTrue(restarts, row) &&
        time >= previous &&
        time - first < (fromFirst.get(row) as bigint) &&
        time - previous < (betweenNeighbours.get(row) as bigint);
      if (!isInSession) first = time;
      previous = time;
      return first ?? null;
    });
  },
};

export const runningFunctions: readonly WindowFunction[] = [
  rowCumulativeSum,
  rowRank('row_rank_dense', true),
  rowRank('row_rank', true),
  rowRank('row_rank_min', false),
  rowWindowSession,
];

function zeroOf(type: string): Scalar {
  if (type === 'decimal') return new Decimal(0n, 0);
  return type === 'real' || type === 'int' ? 0 : 0n;
}

function add(total: Scalar, term: Scalar): Scalar {
  if (term === null) return total;
  if (total instanceof Decimal && term instanceof Decimal) return total.add(term);
  if (typeof total === 'bigint') return BigInt.asIntN(64, total + BigInt(term as bigint | number));
  return Number(total) + Number(term);
}
