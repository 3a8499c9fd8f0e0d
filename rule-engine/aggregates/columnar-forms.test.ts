import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableFromRows } from '../columnar/table-builder.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import type { Scalar } from '../schema/value.ts';
import type { AggregateSite } from './aggregate.ts';
import { aggregateFunction } from './registry.ts';

const long = fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }));
const real = fc.option(fc.double());
const int = fc.option(fc.integer());
const text = fc.string({ unit: 'binary', maxLength: 3 });
const bool = fc.option(fc.boolean());

interface Case {
  readonly name: string;
  readonly argumentTypes: readonly ScalarType[];
  readonly resultTypes: readonly ScalarType[];
  readonly row: fc.Arbitrary<readonly Scalar[]>;
}

const cases: readonly Case[] = [
  { name: 'count', argumentTypes: ['long'], resultTypes: ['long'], row: fc.tuple(long) },
  { name: 'countif', argumentTypes: ['bool'], resultTypes: ['long'], row: fc.tuple(bool) },
  { name: 'sum', argumentTypes: ['long'], resultTypes: ['long'], row: fc.tuple(long) },
  { name: 'sum', argumentTypes: ['real'], resultTypes: ['real'], row: fc.tuple(real) },
  { name: 'sumif', argumentTypes: ['long', 'bool'], resultTypes: ['long'], row: fc.tuple(long, bool) },
  { name: 'min', argumentTypes: ['long'], resultTypes: ['long'], row: fc.tuple(long) },
  { name: 'max', argumentTypes: ['real'], resultTypes: ['real'], row: fc.tuple(real) },
  { name: 'min', argumentTypes: ['int'], resultTypes: ['int'], row: fc.tuple(int) },
  { name: 'max', argumentTypes: ['string'], resultTypes: ['string'], row: fc.tuple(text) },
  { name: 'dcount', argumentTypes: ['string'], resultTypes: ['long'], row: fc.tuple(text) },
  { name: 'take_any', argumentTypes: ['string'], resultTypes: ['string'], row: fc.tuple(text) },
  { name: 'take_any', argumentTypes: ['long'], resultTypes: ['long'], row: fc.tuple(long) },
  {
    name: 'take_any',
    argumentTypes: ['long', 'string'],
    resultTypes: ['long', 'string'],
    row: fc.tuple(long, text),
  },
  { name: 'take_anyif', argumentTypes: ['string', 'bool'], resultTypes: ['string'], row: fc.tuple(text, bool) },
  {
    name: 'arg_max',
    argumentTypes: ['long', 'string'],
    resultTypes: ['long', 'string'],
    row: fc.tuple(long, text),
  },
  {
    name: 'arg_min',
    argumentTypes: ['real', 'long'],
    resultTypes: ['real', 'long'],
    row: fc.tuple(real, long),
  },
];

test.each(cases)('the columnar $name of $argumentTypes answers as the one row by row', (given) => {
  const grouped = fc.array(fc.record({ row: given.row, group: fc.integer({ min: 0, max: 3 }) }), { maxLength: 40 });
  fc.assert(
    fc.property(grouped, (rows) => {
      expect(byColumns(given, rows)).toEqual(byRows(given, rows));
    }),
  );
});

type GroupedRow = { readonly row: readonly Scalar[]; readonly group: number };

const GROUPS = 4;

function siteOf({ argumentTypes, resultTypes }: Case): AggregateSite {
  return { argumentTypes, resultTypes, constants: argumentTypes.map(() => undefined), span: { start: 0, length: 0 } };
}

function byRows(given: Case, rows: readonly GroupedRow[]): readonly (readonly Scalar[])[] {
  const create = aggregateFunction(given.name)!.bind(siteOf(given));
  const accumulators = Array.from({ length: GROUPS }, create);
  for (const { row, group } of rows) accumulators[group].add(row);
  return accumulators.map((accumulator) => accumulator.result());
}

function byColumns(given: Case, rows: readonly GroupedRow[]): readonly (readonly Scalar[])[] {
  const schema = given.argumentTypes.map((type, i) => ({ name: `c${i}`, type }));
  // A row of values beyond those that are grouped keeps each column from being a constant one.
  const filler = given.argumentTypes.map((type) => (type === 'string' ? 'filler' : type === 'bool' ? true : 0));
  const { columns } = tableFromRows(schema, [...rows.map(({ row }) => row), filler]);
  const state = aggregateFunction(given.name)!.bindColumns?.(siteOf(given), columns);
  if (state === undefined) throw new Error(`${given.name} has no columnar form`);
  const ids = Uint32Array.from(rows, (_, row) => row);
  const groups = Uint32Array.from(rows, ({ group }) => group);
  const half = rows.length >> 1;
  state.addRows(ids, groups, 0, half, GROUPS);
  state.addRows(ids, groups, half, rows.length, GROUPS);
  const results = state.results(GROUPS);
  return Array.from({ length: GROUPS }, (_, group) => results.map((column) => column.get(group)));
}
