import type { Column } from '../columnar/column.ts';
import { int64Column } from '../columnar/columns.ts';
import { type ScalarKey, scalarKey } from '../schema/scalar-key.ts';
import type { AggregateFunction, GroupedState } from './aggregate.ts';
import { conditional } from './conditional.ts';

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
  const pairs = new Set<number>();
  const counts: bigint[] = [];
  return {
    addRows: (rows, groups, start, end) => {
      const { codes } = column;
      const { size } = column.dictionary;
      for (let i = start; i < end; i++) {
        const group = groups[i];
        const pair = group * size + codes[rows[i]];
        if (pairs.has(pair)) continue;
        pairs.add(pair);
        counts[group] = (counts[group] ?? 0n) + 1n;
      }
    },
    results: (groupCount) => [
      int64Column(
        'long',
        BigInt64Array.from({ length: groupCount }, (_, group) => counts[group] ?? 0n),
        undefined,
      ),
    ],
  };
}
