import { int64Column } from '../columnar/columns.ts';
import type { AggregateFunction, GroupedState } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { countsAsInt64, GroupedArray } from './grouped-arrays.ts';

/** `count()`: all rows; an argument makes no difference. */
const count: AggregateFunction = {
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
    results: (groupCount) => [int64Column('long', countsAsInt64(counts.take(groupCount)), undefined)],
  };
}

export const countFamily: readonly AggregateFunction[] = [count, conditional('countif', count, 0)];
