import type { Column } from '../columnar/column.ts';
import { valueColumn } from '../columnar/columns.ts';
import { missingValue } from '../columnar/gather.ts';
import type { Scalar } from '../schema/value.ts';
import type { WindowFunction, WindowInput } from './window-function.ts';

/** `prev` and `next`: the value of a row some places before or after (1 when not given), else a default. */
function neighbour(name: string, direction: 1 | -1): WindowFunction {
  return {
    name,
    evaluate: ({ columns, rows, physicalLength, call }) => {
      const [source, offsets, defaults] = columns;
      const missing = missingValue(call.resultType);
      const values: Scalar[] = new Array(physicalLength).fill(missing);
      for (let i = 0; i < rows.length; i++) {
        const offset = offsets === undefined ? 1 : Number(offsets.get(rows[i]) ?? 1);
        const other = rows[i + direction * offset];
        if (other !== undefined) values[rows[i]] = source.get(other);
        else if (defaults !== undefined) values[rows[i]] = defaults.get(rows[i]);
      }
      return valueColumn(call.resultType, values);
    },
  };
}

/** `row_number([start [, restart]])`: counts from 1; begins anew where `restart` is true. */
const rowNumber: WindowFunction = {
  name: 'row_number',
  evaluate: ({ columns, rows, physicalLength, call }) => {
    const [starts, restarts] = columns;
    const values: Scalar[] = new Array(physicalLength).fill(null);
    let number = 0n;
    for (let i = 0; i < rows.length; i++) {
      const begins = i === 0 || isTrue(restarts, rows[i]);
      number = begins ? BigInt((starts?.get(rows[i]) ?? 1n) as bigint | number) : number + 1n;
      values[rows[i]] = number;
    }
    return valueColumn(call.resultType, values);
  },
};

export const neighbourFunctions: readonly WindowFunction[] = [neighbour('prev', -1), neighbour('next', 1), rowNumber];

/** True where a `restart` argument is given and true. */
export function isTrue(restarts: Column | undefined, row: number): boolean {
  return restarts?.get(row) === true;
}

/** What a window function computes row by row, in order. */
export function scanRows(input: WindowInput, next: (row: number, at: number) => Scalar): Column {
  const { rows, physicalLength, call } = input;
  const values: Scalar[] = new Array(physicalLength).fill(missingValue(call.resultType));
  for (let at = 0; at < rows.length; at++) values[rows[at]] = next(rows[at], at);
  return valueColumn(call.resultType, values);
}
