import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Bitmap } from '../../columnar/bitmap.ts';
import {
  countSole,
  holds,
  intersectionOf,
  membersOf,
  positionsOf,
  type RowSet,
  repeatedMembers,
  unionOf,
} from './row-set.ts';

const LENGTH = 700;
const members = fc.uniqueArray(fc.nat({ max: LENGTH - 1 }), { maxLength: 12 });
const dense = fc.uniqueArray(fc.nat({ max: LENGTH - 1 }), { minLength: 40, maxLength: 200 });
/** A set as a list or as a bitmap, and its members. */
const set = fc
  .tuple(fc.oneof(members, dense), fc.boolean())
  .map(([rows, asList]): { readonly rows: readonly number[]; readonly set: RowSet } => ({
    rows,
    set: asList ? Uint32Array.from(rows).sort() : Bitmap.fromRows(LENGTH, rows),
  }));

const ascending = (rows: Iterable<number>): number[] => [...rows].sort((a, b) => a - b);

it('a union has the members of all sets, in order and once each', () => {
  fc.assert(
    fc.property(fc.array(set, { maxLength: 6 }), (sets) => {
      const union = unionOf(
        sets.map((one) => one.set),
        LENGTH,
      );
      expect([...membersOf(union)]).toEqual(ascending(new Set(sets.flatMap(({ rows }) => rows))));
    }),
  );
});

it('an intersection has the common members, in order', () => {
  fc.assert(
    fc.property(set, set, (a, b) => {
      const common = a.rows.filter((row) => b.rows.includes(row));
      expect([...membersOf(intersectionOf(a.set, b.set))]).toEqual(ascending(common));
    }),
  );
});

it('many lists of few rows each are united as few ones are', () => {
  const many = fc.array(fc.uniqueArray(fc.nat({ max: 99_999 }), { maxLength: 200 }), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(many, (lists) => {
      const union = unionOf(
        lists.map((rows) => Uint32Array.from(rows).sort()),
        100_000,
      );
      expect(union).toBeInstanceOf(Uint32Array);
      expect([...membersOf(union)]).toEqual(ascending(new Set(lists.flat())));
    }),
  );
});

it('counts what only one of several sets has, and finds what more than one has', () => {
  const length = 150_000;
  const rows = fc.uniqueArray(
    fc.nat({ max: length / 50 - 1 }).map((n) => n * 50),
    { maxLength: 300 },
  );
  const sets = fc.array(fc.tuple(rows, fc.boolean()), { maxLength: 6 });
  fc.assert(
    fc.property(sets, fc.option(rows, { nil: undefined }), (several, within) => {
      const isIn = (row: number): boolean => within === undefined || within.includes(row);
      const all = several.flatMap(([one]) => one);
      const timesOf = (row: number): number => all.filter((other) => other === row).length;
      const made = several.map(([one, asList]) =>
        asList ? Uint32Array.from(one).sort() : Bitmap.fromRows(length, one),
      );
      const among = within === undefined ? undefined : Bitmap.fromRows(length, within);
      expect(countSole(made, length, among)).toEqual(
        several.map(([one]) => {
          const counted = one.filter(isIn);
          return [counted.length, counted.filter((row) => timesOf(row) === 1).length];
        }),
      );
      const repeated = new Set(all.filter((row) => timesOf(row) > 1));
      expect([...repeatedMembers(made, length).toRows()]).toEqual(ascending(repeated));
    }),
    { numRuns: 40 },
  );
});

it('finds the places of a set in a list of rows', () => {
  fc.assert(
    fc.property(set, members, (wanted, rows) => {
      const list = Uint32Array.from(rows).sort();
      const places = [...list.keys()].filter((place) => wanted.rows.includes(list[place]));
      expect([...membersOf(positionsOf(wanted.set, list))]).toEqual(places);
    }),
  );
});

it('few rows stay a list, and a set knows its members', () => {
  const union = unionOf([Uint32Array.of(3, 8), Uint32Array.of(8, 9)], LENGTH);
  expect(union).toBeInstanceOf(Uint32Array);
  expect([2, 3, 8, 9, 10].map((row) => holds(union, row))).toEqual([false, true, true, true, false]);
  expect(unionOf([Uint32Array.of(3), Bitmap.full(LENGTH)], LENGTH)).toBeInstanceOf(Bitmap);
});
