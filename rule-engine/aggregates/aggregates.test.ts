import { describe, expect, test } from 'vitest';
import { Decimal } from '../schema/decimal.ts';
import type { ScalarType } from '../schema/scalar-type.ts';
import { DynamicScalar, type Scalar } from '../schema/value.ts';
import { aggregateFunction, aggregateFunctions } from './registry.ts';

/** The value of an aggregate over rows of arguments; constants are the arguments that are the same in all rows. */
function over(
  name: string,
  argumentTypes: readonly ScalarType[],
  rows: readonly (readonly Scalar[])[],
  resultTypes: readonly ScalarType[] = [argumentTypes[0] ?? 'long'],
  constants: readonly (Scalar | undefined)[] = argumentTypes.map(() => undefined),
): readonly Scalar[] {
  const entry = aggregateFunction(name);
  if (entry === undefined) throw new Error(`no aggregate ${name}`);
  const accumulator = entry.bind({ argumentTypes, resultTypes, constants, span: { start: 0, length: 0 } })();
  for (const row of rows) accumulator.add(row);
  return accumulator.result();
}

const column = (values: readonly Scalar[]) => values.map((value) => [value]);

test('every name and alias stands for one aggregate', () => {
  const names = aggregateFunctions.flatMap((entry) => [entry.name, ...(entry.aliases ?? [])]);
  expect(new Set(names).size).toBe(names.length);
});

describe('of no rows', () => {
  test.each<[string, ScalarType[], ScalarType, Scalar]>([
    ['count', [], 'long', 0n],
    ['sum', ['long'], 'long', 0n],
    ['sum', ['real'], 'real', 0],
    ['avg', ['long'], 'real', Number.NaN],
    ['avg', ['timespan'], 'timespan', null],
    ['min', ['long'], 'long', null],
    ['max', ['string'], 'string', ''],
    ['dcount', ['string'], 'long', 0n],
    ['stdev', ['real'], 'real', 0],
    ['make_list', ['long'], 'dynamic', []],
    ['make_set', ['string'], 'dynamic', []],
    ['make_bag', ['dynamic'], 'dynamic', new Map()],
    ['take_any', ['string'], 'string', ''],
    ['arg_max', ['long'], 'long', null],
    ['percentile', ['long', 'long'], 'long', null],
    ['binary_all_or', ['long'], 'long', null],
  ])('%s(%s) as %s is %s', (name, types, result, expected) => {
    expect(over(name, types, [], [result])).toEqual([expected]);
  });
});

describe('nulls', () => {
  const values = column([null, 3n, null, 1n]);
  test.each<[string, ScalarType, Scalar]>([
    ['count', 'long', 4n],
    ['sum', 'long', 4n],
    ['avg', 'real', 2],
    ['min', 'long', 1n],
    ['max', 'long', 3n],
    ['dcount', 'long', 2n],
    ['take_any', 'long', 3n],
    ['make_list', 'dynamic', [3n, 1n]],
    ['make_list_with_nulls', 'dynamic', [null, 3n, null, 1n]],
    ['make_set', 'dynamic', [3n, 1n]],
    ['binary_all_xor', 'long', 2n],
  ])('%s', (name, result, expected) => {
    expect(over(name, ['long'], values, [result])).toEqual([expected]);
  });

  test('only rows whose condition is true reach an …if form', () => {
    const rows = [
      [1n, true],
      [2n, null],
      [4n, false],
      [8n, true],
    ]; // prettier-ignore
    expect(over('sumif', ['long', 'bool'], rows, ['long'])).toEqual([9n]);
    expect(over('minif', ['long', 'bool'], rows, ['long'])).toEqual([1n]);
    expect(over('dcountif', ['long', 'bool'], rows, ['long'])).toEqual([2n]);
    expect(over('make_list_if', ['long', 'bool'], rows, ['dynamic'])).toEqual([[1n, 8n]]);
    expect(over('take_anyif', ['long', 'bool'], rows, ['long'])).toEqual([1n]);
    expect(
      over(
        'countif',
        ['bool'],
        rows.map(([, condition]) => [condition]),
        ['long'],
      ),
    ).toEqual([2n]);
  });
});

describe('numbers', () => {
  test('a sum of longs wraps, and the average divides what it wrapped to', () => {
    const values = column([9223372036854775807n, 1n, 2n]);
    expect(over('sum', ['long'], values)).toEqual([-9223372036854775806n]);
    expect(over('avg', ['long'], values, ['real'])).toEqual([Number(-9223372036854775806n) / 3]);
  });

  test('a NaN makes the smallest and the largest NaN', () => {
    const values = column([1.5, Number.NaN, 2.5]);
    expect(over('max', ['real'], values)).toEqual([Number.NaN]);
    expect(over('min', ['real'], values)).toEqual([Number.NaN]);
  });

  test('decimals are exact', () => {
    const values = column([Decimal.parse('1.1') ?? null, Decimal.parse('2.2') ?? null, Decimal.parse('3.3') ?? null]);
    expect(String(over('sum', ['decimal'], values)[0])).toBe('6.6');
    expect(String(over('avg', ['decimal'], values)[0])).toBe('2.2');
  });

  test('a variance has ten decimals, a deviation is the root of that, and one value varies by nothing', () => {
    const values = column([1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 10n]);
    expect(over('variance', ['long'], values, ['real'])).toEqual([9.1666666667]);
    expect(over('stdev', ['long'], values, ['real'])).toEqual([Math.sqrt(9.1666666667)]);
    expect(over('variancep', ['long'], values, ['real'])).toEqual([8.25]);
    expect(over('stdev', ['real'], column([10]), ['real'])).toEqual([0]);
  });

  test('a covariance leaves out rows where one of the two is null', () => {
    const rows = [
      [1, 14],
      [2, 10],
      [3, 17],
      [4, 20],
      [5, 50],
      [null, 9],
    ]; // prettier-ignore
    expect(over('covariance', ['real', 'real'], rows, ['real'])[0]).toBeCloseTo(20.5, 12);
    expect(over('covariancep', ['real', 'real'], rows, ['real'])[0]).toBeCloseTo(16.4, 12);
  });

  test('percentiles are those of the nearest rank, with weights too', () => {
    expect(
      over(
        'percentile',
        ['real', 'long'],
        [
          [3.5, 50n],
          [1.5, 50n],
        ],
        ['real'],
      ),
    ).toEqual([1.5]);
    const weighted = [
      [10n, 8n],
      [20n, 6n],
      [30n, 3n],
      [40n, 1n],
    ].map((row) => [...row, 50n, 75n, 99.9]);
    const types: ScalarType[] = ['long', 'long', 'long', 'long', 'real'];
    expect(over('percentilesw', types, weighted, ['long', 'long', 'long'])).toEqual([20n, 20n, 40n]);
    expect(over('percentilesw_array', types, weighted, ['dynamic'])).toEqual([[20n, 20n, 40n]]);
  });
});

test('a percentage outside 0 and 100 is refused once it is known', () => {
  expect(() => over('percentile', ['long', 'long'], [[1n, 50n]], ['long'], [undefined, -1n])).toThrow('from 0 to 100');
});

describe('arg_max and arg_min', () => {
  const types: ScalarType[] = ['long', 'string'];
  const results: ScalarType[] = ['long', 'string'];
  test('the first row of equals wins', () => {
    const rows = [
      [5n, 'a'],
      [5n, 'b'],
      [1n, 'c'],
      [1n, 'd'],
    ]; // prettier-ignore
    expect(over('arg_max', types, rows, results)).toEqual([5n, 'a']);
    expect(over('arg_min', types, rows, results)).toEqual([1n, 'c']);
  });
  test('a null loses to any value, and where all are null the first row stands', () => {
    expect(
      over(
        'arg_max',
        types,
        [
          [null, 'a'],
          [-1n, 'b'],
        ],
        results,
      ),
    ).toEqual([-1n, 'b']);
    expect(
      over(
        'arg_min',
        types,
        [
          [null, 'a'],
          [null, 'b'],
        ],
        results,
      ),
    ).toEqual([null, 'a']);
  });
});

describe('lists, sets and bags', () => {
  test('a dynamic array gives its elements, a bag stays one, and a dynamic null stays', () => {
    const rows = column([[1n, 2n], new Map([['a', 1n]]), null]);
    expect(over('make_list', ['dynamic'], rows, ['dynamic'])).toEqual([[1n, 2n, new Map([['a', 1n]]), null]]);
  });
  test('a set tells text from numbers and keeps the order of first appearance', () => {
    const rows = column(['1', 1n, [1n, '1', 2n]]);
    expect(over('make_set', ['dynamic'], rows, ['dynamic'])).toEqual([['1', 1n, 2n]]);
  });
  test('a set of text keeps the empty string, whole code points and case', () => {
    const rows = column(['é', '', 'É', '😀', 'é']);
    expect(over('make_set', ['string'], rows, ['dynamic'])).toEqual([['é', '', 'É', '😀']]);
  });
  test('the largest size holds', () => {
    const rows = [1n, 2n, 3n].map((value) => [value, 2n]);
    expect(over('make_list', ['long', 'long'], rows, ['dynamic'], [undefined, 2n])).toEqual([[1n, 2n]]);
    expect(over('make_set', ['long', 'long'], rows, ['dynamic'], [undefined, 2n])).toEqual([[1n, 2n]]);
  });
  test('times keep their type in a list', () => {
    expect(over('make_list', ['timespan'], column([7n]), ['dynamic'])).toEqual([[new DynamicScalar('timespan', 7n)]]);
  });
  test('the first bag that has a property gives its value', () => {
    const rows = column([
      new Map([['a', 1n]]),
      null,
      new Map([
        ['a', 9n],
        ['b', 2n],
      ]),
    ]);
    expect(over('make_bag', ['dynamic'], rows, ['dynamic'])).toEqual([
      new Map([
        ['a', 1n],
        ['b', 2n],
      ]),
    ]);
  });
  test('a schema admits all values', () => {
    const rows = column([
      new Map<string, never>([
        ['x', 1n as never],
        ['y', 3.5 as never],
      ]),
      new Map<string, never>([
        ['x', 'text' as never],
        ['z', [1n, 2n] as never],
      ]),
      new Map<string, never>([
        ['y', new Map([['w', 'zzz']]) as never],
        ['z', ['foo'] as never],
      ]),
    ]);
    expect(over('buildschema', ['dynamic'], rows, ['dynamic'])).toEqual([
      new Map<string, unknown>([
        ['x', ['long', 'string']],
        ['y', ['double', new Map([['w', 'string']])]],
        ['z', new Map([['`indexer`', ['long', 'string']]])],
      ]),
    ]);
  });
});
