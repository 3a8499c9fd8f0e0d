import type { AggregateFunction } from './aggregate.ts';

/** `binary_all_and`, `_or`, `_xor`: nulls are skipped; of no value null. */
function binaryAll(name: string, combine: (a: bigint, b: bigint) => bigint): AggregateFunction {
  return {
    name,
    bind: () => () => {
      let total: bigint | null = null;
      return {
        add: ([value]) => {
          if (typeof value !== 'bigint' && typeof value !== 'number') return;
          const bits = BigInt(value);
          total = total === null ? bits : combine(total, bits);
        },
        result: () => [total],
      };
    },
  };
}

export const binaryAllFamily: readonly AggregateFunction[] = [
  binaryAll('binary_all_and', (a, b) => a & b),
  binaryAll('binary_all_or', (a, b) => a | b),
  binaryAll('binary_all_xor', (a, b) => a ^ b),
];
