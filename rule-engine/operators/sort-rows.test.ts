import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableFromRows } from '../columnar/table-builder.ts';
import { compareScalars } from '../schema/scalar-order.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import { ascendingRows } from './relation.ts';
import { columnComparer } from './row-comparer.ts';
import { sortRows, topRows } from './sort-rows.ts';

const noPause = async (): Promise<void> => {};

const columns: Readonly<Partial<Record<ScalarType, fc.Arbitrary<Scalar>>>> = {
  string: fc.string({ unit: 'grapheme', maxLength: 3 }),
  long: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  int: fc.option(fc.integer({ min: -5, max: 5 })),
  bool: fc.option(fc.boolean()),
  real: fc.option(fc.constantFrom(1.5, -2, 0, Number.NaN, Number.NEGATIVE_INFINITY)),
  guid: fc.option(fc.uuid()),
};

/** Null, NaN and all else are apart; within the last the values decide. */
function expectedOrder(a: Scalar, b: Scalar, ascending: boolean, nullsFirst: boolean): number {
  const rank = (value: Scalar): number => (value === null ? 0 : Number.isNaN(value) ? 1 : 2);
  if (rank(a) !== rank(b)) return (rank(a) - rank(b)) * (nullsFirst ? 1 : -1);
  return rank(a) === 2 ? compareScalars(a, b) * (ascending ? 1 : -1) : 0;
}

describe('sorting rows', () => {
  for (const [type, values] of Object.entries(columns)) {
    it(`orders ${type} as Kusto does, nulls and NaN at one end, equal rows as they came`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(values, { maxLength: 40 }), fc.boolean(), fc.boolean(), async (data, asc, first) => {
          const {
            columns: [sorted],
          } = tableFromRows(
            [{ name: 'x', type: type as ScalarType }],
            data.map((value) => [value]),
          );
          const compare = columnComparer(sorted, { order: asc ? 'asc' : 'desc', nulls: first ? 'first' : 'last' });
          const expected = data.map((_, row) => row).sort((a, b) => expectedOrder(data[a], data[b], asc, first));
          expect([...(await sortRows(ascendingRows(data.length), compare, noPause))]).toEqual(expected);
        }),
      );
    });
  }

  it('keeps rows that are in order, and turns round those in the opposite one, equal ones as they came', async () => {
    const ascending = Array.from({ length: 30_000 }, (_, i) => i >> 1);
    const falling = ascending.map((_, i) => -i);
    for (const values of [ascending, falling, [...falling.slice(0, 9_000), 7, 7]]) {
      const compare = (a: number, b: number): number => values[a] - values[b];
      const expected = values.map((_, row) => row).sort(compare);
      expect([...(await sortRows(ascendingRows(values.length), compare, noPause))]).toEqual(expected);
    }
  });

  it('merges runs of many rows, and finds the first ones without sorting the rest', async () => {
    const values = Array.from({ length: 40_000 }, (_, i) => Math.imul(i, 2654435761) % 977);
    const compare = (a: number, b: number): number => values[a] - values[b];
    const expected = values.map((_, row) => row).sort(compare);
    expect([...(await sortRows(ascendingRows(values.length), compare, noPause))]).toEqual(expected);
    for (const count of [0, 1, 500, 30_000, 50_000]) {
      const first = await topRows(ascendingRows(values.length), count, compare, noPause);
      expect([...first]).toEqual(expected.slice(0, count));
    }
  });
});
