import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingInt64 } from './growing-int64.ts';
import { type AcceptedOrders, Int64Values } from './int64-values.ts';

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
/** Values near one another, at places where an upper half ends, and at the ends of all numbers. */
const near = fc
  .tuple(
    fc.constantFrom(0n, 2n ** 32n, -(2n ** 32n), 638_000_000_000_000_000n, -(2n ** 63n), 2n ** 63n - 2n ** 33n),
    int64,
  )
  .chain(([base, other]) => fc.array(fc.oneof(nearTo(base), nearTo(base), fc.constant(other)), { maxLength: 150 }));
const run = fc.oneof(near, fc.array(nearTo(2n ** 40n), { maxLength: 200 }), fc.array(int64, { maxLength: 70 }));
const rows = fc.array(fc.array(fc.option(run, { nil: [null] }), { maxLength: 4 }).map((runs) => runs.flat()));

function nearTo(base: bigint): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((offset) => base + offset);
}

function append(growing: GrowingInt64, value: bigint | null): void {
  if (value === null) growing.pushMissing();
  else growing.push(Number(BigInt.asUintN(32, value)), Number(value >> 32n));
}

function halvesOf(values: readonly bigint[]): Uint32Array {
  return Uint32Array.from(
    values.flatMap((value) => [value, value >> 32n]),
    (half) => Number(BigInt.asUintN(32, half)),
  );
}

function byValue(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

function read(values: Int64Values, like: readonly (bigint | null)[]): (bigint | null)[] {
  return like.map((value, row) => (value === null ? null : values.get(row)));
}

test('values come back as they were appended, also those that were taken before others came', () => {
  fc.assert(
    fc.property(rows, fc.nat(1000), (parts, room) => {
      const growing = new GrowingInt64();
      const taken: [Int64Values, readonly (bigint | null)[]][] = [];
      for (const [i, part] of parts.entries()) {
        if (i === 1) growing.reserve(room);
        if (i % 2 === 1 && !part.includes(null)) growing.pushAll(halvesOf(part as bigint[]));
        else for (const value of part) append(growing, value);
        taken.push([growing.toValues(), parts.slice(0, i + 1).flat()]);
      }
      for (const [values, expected] of taken) {
        expect(values.length).toBe(expected.length);
        expect(read(values, expected)).toEqual(expected);
      }
    }),
  );
});

test('the range is that of the values, however they are kept', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 3 }), (runs) => {
      const all = runs.flat();
      const growing = new GrowingInt64();
      for (const value of all) append(growing, value);
      const [least] = all.toSorted(byValue);
      const expected = least === undefined ? undefined : { least, greatest: all.toSorted(byValue).at(-1) };
      expect(growing.toValues().range()).toEqual(expected);
      expect(Int64Values.from(BigInt64Array.from(all)).range()).toEqual(expected);
    }),
  );
});

test('halves and order are those of the values', () => {
  fc.assert(
    fc.property(fc.array(run, { maxLength: 3 }), fc.boolean(), (runs, isGrown) => {
      const all = runs.flat();
      const growing = new GrowingInt64();
      for (const value of all) append(growing, value);
      const values = isGrown ? growing.toValues() : Int64Values.from(BigInt64Array.from(all));
      for (const [row, value] of all.entries()) {
        expect(values.low(row)).toBe(Number(BigInt.asUintN(32, value)));
        expect(values.high(row)).toBe(Number(value >> 32n));
        const other = all[0];
        expect(Math.sign(values.compare(row, 0))).toBe(value < other ? -1 : value > other ? 1 : 0);
      }
      const rowsOf = (accepted: AcceptedOrders) => [...values.compareAll(all[0] ?? 0n, accepted).toRows()];
      const rowsWhere = (test: (value: bigint) => boolean) => [...all.keys()].filter((row) => test(all[row]));
      expect(rowsOf({ below: true, equal: false, above: false })).toEqual(rowsWhere((value) => value < all[0]));
      expect(rowsOf({ below: false, equal: true, above: true })).toEqual(rowsWhere((value) => value >= all[0]));
    }),
  );
});

test('times in their order take four bytes, whatever rows lack one', () => {
  const growing = new GrowingInt64();
  for (let row = 0; row < 100_000; row++) {
    const jitter = BigInt((row * 7919) % 600_000_000);
    append(growing, row % 7 === 3 ? null : 638_000_000_000_000_000n + BigInt(row) * 50_000_000n + jitter);
  }
  expect(growing.toValues().byteLength).toBeLessThan(4.2 * 100_000);
});

test('times in any order take eight bytes', () => {
  const growing = new GrowingInt64();
  for (let row = 0; row < 1000; row++) append(growing, BigInt((row * 7919) % 1000) * 10n ** 12n);
  expect(growing.toValues().byteLength).toBe(8000);
});
