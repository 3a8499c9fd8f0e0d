import { int64Column } from '../columnar/columns.ts';
import type { AggregateFunction, GroupedState } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { GroupedArray } from './grouped-arrays.ts';

/** `count()`: all rows; an argument makes no difference. */
export const count: AggregateFunction = {
  name: 'count',
  aliases: ['cnt'],
  bind: () => () => {
    let rows = 0;
    return {
      add: () => {
        rows++;
      },
      result: () => [BigInt(rows)],
    };
  },
  bindColumns: () => countRows(),
};

function countRows(): GroupedState {
  const counts = new GroupedArray((length) => new Float64Array(length));
  return {
    addRows: (_rows, groups, start, end, groupCount) => {
      const values = counts.grow(groupCount);
      for (let i = start; i < end; i++) values[groups[i]]++;
    },
    results: (groupCount) => [int64Column('long', toInt64(counts.take(groupCount)), undefined)],
  };
}

/** Counts as 64-bit numbers, by their halves: without a bigint a count. */
function toInt64(counts: Float64Array): BigInt64Array {
  const result = new BigInt64Array(counts.length);
  const halves = new Uint32Array(result.buffer);
  for (let i = 0; i < counts.length; i++) {
    halves[i * 2] = counts[i];
    halves[i * 2 + 1] = counts[i] / 2 ** 32;
  }
  return result;
}

export const countFamily: readonly AggregateFunction[] = [count, conditional('countif', count, 0)];
