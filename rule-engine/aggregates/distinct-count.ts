import type { Column } from '../columnar/column.ts';
import { int64Column } from '../columnar/columns.ts';
import { PairInterner } from '../columnar/pair-interner.ts';
import { type ScalarKey, scalarKey } from '../schema/scalar-key.ts';
import type { AggregateFunction, GroupedState } from './aggregate.ts';
import { conditional } from './conditional.ts';
import { countsAsInt64, GroupedArray } from './grouped-arrays.ts';

/** `dcount` and `count_distinct`: nulls are not counted. Both exact; Kusto's `dcount` estimates large sets. */
function distinctCount(name: string): AggregateFunction {
  return {
    name,
    bind: () => () => {
      const keys = new Set<ScalarKey>();
      return {
        add: ([value]) => {
          if (value !== null) keys.add(scalarKey(value));
        },
        result: () => [BigInt(keys.size)],
      };
    },
    bindColumns: (_site, [column]) => (column.kind === 'string' ? countCodes(column) : undefined),
  };
}

const dcount = distinctCount('dcount');
const exactDistinctCount = distinctCount('count_distinct');

export const distinctCountFamily: readonly AggregateFunction[] = [
  dcount,
  exactDistinctCount,
  conditional('dcountif', dcount, 1),
  conditional('count_distinctif', exactDistinctCount, 1),
];

/** Equal strings share a code, so that (group, code) pairs are counted and no text is read. */
function countCodes(column: Extract<Column, { kind: 'string' }>): GroupedState {
  const pairs = new PairInterner();
  const counts = new GroupedArray((length) => new Float64Array(length));
  return {
    addRows: (rows, groups, start, end, groupCount) => {
      const { codes } = column;
      const values = counts.grow(groupCount);
      for (let i = start; i < end; i++) {
        const known = pairs.count;
        if (pairs.intern(groups[i], codes[rows[i]]) === known) values[groups[i]]++;
      }
    },
    results: (groupCount) => [int64Column('long', countsAsInt64(counts.take(groupCount)), undefined)],
  };
}
