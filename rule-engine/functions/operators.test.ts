import { describe, expect, test } from 'vitest';
import { Decimal } from '../schema/decimal.ts';
import { DynamicScalar } from '../schema/value.ts';
import { bool, call, decimal, dynamic, int, long, real, span, text, ticks } from './call.test-helper.ts';
import { parseDatetime, parseTimespan } from './datetime-text.ts';
import { bindList } from './list-membership.ts';
import { valueText } from './value-text.ts';

describe('arithmetic', () => {
  test.each([
    ['/', -7, 2, -3n],
    ['/', 7, 0, null],
    ['%', -7, 3, 2n],
    ['%', 7, -3, 1n],
    ['%', 7, 0, null],
    ['+', 9223372036854775807n, 1, -9223372036854775808n],
  ])('long %s: %s, %s is %s', (operator, a, b, expected) => {
    expect(call(operator, 'long', long(a), long(b))).toBe(expected);
  });
  test('reals divide by zero into infinities', () => {
    expect(call('/', 'real', real(1), int(0))).toBe(Number.POSITIVE_INFINITY);
    expect(call('%', 'real', real(-7.5), int(2))).toBe(0.5);
  });
  test('ints are longs in a sum', () => {
    expect(call('+', 'long', int(2147483647), int(1))).toBe(2147483648n);
    expect(call('negate', 'long', int(-2147483648))).toBe(2147483648n);
  });
  test('datetimes and timespans', () => {
    const day = parseDatetime('2020-06-15') ?? 0n;
    expect(call('-', 'timespan', ticks(day), ticks(day - 36_000_000_000n))).toBe(36_000_000_000n);
    expect(call('+', 'datetime', ticks(3_155_378_975_999_999_999n), span(1n))).toBe(null);
    expect(call('/', 'real', span(864_000_000_000n), span(36_000_000_000n))).toBe(24);
    expect(call('*', 'timespan', span(864_000_000_000n), real(2.5))).toBe(2_160_000_000_000n);
    expect(call('+', 'datetime', ticks(day), span(null))).toBe(null);
  });
  test('decimals', () => {
    const third = call('/', 'decimal', decimal(new Decimal(1n, 0)), decimal(new Decimal(3n, 0)));
    expect(valueText(third, 'decimal')).toBe('0.3333333333333333333333333333333333');
    expect(valueText(call('+', 'decimal', decimal(new Decimal(1n, 1)), long(2)), 'decimal')).toBe('2.1');
  });
});

describe('comparison with nulls', () => {
  test.each([
    ['==', 1, null, false],
    ['!=', 1, null, true],
    ['==', null, null, null],
    ['!=', null, null, null],
    ['<', 1, null, null],
    ['>=', null, 1, null],
  ])('%s of %s and %s is %s', (operator, a, b, expected) => {
    expect(call(operator, 'bool', long(a), long(b))).toBe(expected);
  });
  test('NaN equals nothing', () => {
    expect(call('==', 'bool', real(Number.NaN), real(Number.NaN))).toBe(false);
    expect(call('!=', 'bool', real(Number.NaN), real(Number.NaN))).toBe(true);
  });
  test.each([
    ['true', true, true],
    ['True', true, true],
    ['false', true, false],
    ['False', false, true],
    ['x', true, false],
  ])('the text %s compares with a bool as the bool that it spells', (spelled, value, expected) => {
    expect(call('==', 'bool', text(spelled), bool(value))).toBe(expected);
    expect(call('!=', 'bool', bool(value), text(spelled))).toBe(!expected);
  });
  test('a dynamic bool compares with a text as tostring gives it', () => {
    expect(call('==', 'bool', dynamic(true), text('true'))).toBe(true);
    expect(call('==', 'bool', text('True'), dynamic(true))).toBe(false);
    expect(call('!=', 'bool', dynamic(false), text('false'))).toBe(false);
  });
  test('a dynamic compares by the scalar that it holds', () => {
    expect(call('==', 'bool', dynamic('x'), text('x'))).toBe(true);
    expect(call('==', 'bool', dynamic(5n), real(5))).toBe(true);
    expect(call('==', 'bool', dynamic(null), text('x'))).toBe(false);
    expect(call('>', 'bool', dynamic(5n), long(4))).toBe(true);
  });
  test('between includes both ends, and takes a timespan after a datetime', () => {
    expect(call('between', 'bool', int(5), int(5), int(7))).toBe(true);
    expect(call('between', 'bool', ticks(10n), ticks(5n), span(5n))).toBe(true);
    expect(call('!between', 'bool', ticks(11n), ticks(5n), span(5n))).toBe(true);
    expect(call('between', 'bool', long(null), long(1), long(2))).toBe(null);
  });
});

test.each([
  [true, null, null, true],
  [false, null, false, null],
  [null, null, null, null],
])('%s with %s: and is %s, or is %s', (a, b, and, or) => {
  expect(call('and', 'bool', bool(a), bool(b))).toBe(and);
  expect(call('or', 'bool', bool(a), bool(b))).toBe(or);
  expect(call('and', 'bool', bool(b), bool(a))).toBe(and);
});

test('assert raises its message', () => {
  expect(call('assert', 'bool', bool(true), text('no'))).toBe(true);
  expect(() => call('assert', 'bool', bool(false), text('out of range'))).toThrow('out of range');
});

test('conditionals', () => {
  expect(call('iff', 'string', bool(null), text('a'), text('b'))).toBe('b');
  expect(call('case', 'string', bool(null), text('a'), bool(true), text('b'), text('c'))).toBe('b');
  expect(call('coalesce', 'string', text(''), text('x'))).toBe('x');
  expect(call('coalesce', 'long', long(null), long(3))).toBe(3n);
  expect(call('isempty', 'bool', text(''))).toBe(true);
  expect(call('isnull', 'bool', text(''))).toBe(false);
  expect(call('isnotempty', 'bool', dynamic(null))).toBe(false);
});

describe('lists', () => {
  const texts = (...values: (string | null)[]) => values.map((value) => ({ value, type: 'dynamic' as const }));
  test('in~ folds case beyond ASCII', () => {
    expect(bindList('in~', 'string', texts('müller'))('MÜLLER')).toBe(true);
    expect(bindList('!in', 'string', texts('müller'))('MÜLLER')).toBe(true);
  });
  test('numbers of different types are equal by value', () => {
    const isIn = bindList('in', 'int', [
      { value: 5n, type: 'long' },
      { value: null, type: 'long' },
    ]);
    expect([isIn(5), isIn(6), isIn(null)]).toEqual([true, false, null]);
    expect(bindList('in', 'long', [{ value: 5, type: 'int' }])(5n)).toBe(true);
    expect(bindList('in', 'real', [{ value: 5n, type: 'long' }])(5)).toBe(true);
    expect(bindList('!in', 'long', [{ value: 5n, type: 'long' }])(null)).toBe(true);
  });
});

describe('conversion', () => {
  test.each([
    ['  45  ', 45],
    ['0x1F', 31],
    ['3.14', null],
    ['1e3', null],
    ['+7', 7],
    ['', null],
    ['2147483648', null],
  ])('toint(%s) is %s', (source, expected) => {
    expect(call('toint', 'int', text(source))).toBe(expected);
  });
  test('reals are cut and held in range, longs wrap', () => {
    expect(call('toint', 'int', real(-2.9))).toBe(-2);
    expect(call('toint', 'int', real(1e30))).toBe(2147483647);
    expect(call('tolong', 'long', real(-1e19))).toBe(-9223372036854775808n);
    expect(call('toint', 'int', long(2147483648))).toBe(-2147483648);
  });
  test('dynamics convert by what they hold', () => {
    expect(call('toint', 'int', dynamic(9.99))).toBe(9);
    expect(call('toint', 'int', dynamic([1n]))).toBe(null);
    expect(call('tobool', 'bool', dynamic('123'))).toBe(true);
    expect(call('todatetime', 'datetime', dynamic(new DynamicScalar('datetime', 5n)))).toBe(5n);
  });
  test('tostring', () => {
    expect(call('tostring', 'string', real(0.1 + 0.2))).toBe('0.30000000000000007');
    expect(call('tostring', 'string', real(1e11))).toBe('100000000000.0');
    expect(call('tostring', 'string', real(-0))).toBe('-0.0');
    expect(call('tostring', 'string', bool(true))).toBe('True');
    expect(call('tostring', 'string', dynamic(true))).toBe('true');
    expect(call('tostring', 'string', dynamic(new Map([['a', [1n, 1.5, null, 'é']]])))).toBe('{"a":[1,1.5,null,"é"]}');
    expect(call('tostring', 'string', long(null))).toBe('');
  });
  test.each([
    ['2020-01-01T13:45:00Z', '2020-01-01T13:45:00.0000000Z'],
    ['2015-12-31 23:59:59.9', '2015-12-31T23:59:59.9000000Z'],
    ['12-02-2022', '2022-12-02T00:00:00.0000000Z'],
    ['Sat, 8 Nov 14 15:05:02 GMT', '2014-11-08T15:05:02.0000000Z'],
    ['Saturday, 08-Nov-14 15:05:02 GMT', '2014-11-08T15:05:02.0000000Z'],
    ['2020-01-01T00:00:00+02:00', '2019-12-31T22:00:00.0000000Z'],
    ['12/31/2020 10:11:12 PM', '2020-12-31T22:11:12.0000000Z'],
  ])('todatetime(%s) is %s', (source, expected) => {
    expect(valueText(call('todatetime', 'datetime', text(source)), 'datetime')).toBe(expected);
  });
  test.each(['13-01-2022', 'not a date', '2021-02-29', '2020-01-01T25:00', ''])('todatetime(%s) is null', (source) => {
    expect(parseDatetime(source)).toBe(undefined);
  });
  test.each([
    ['1.02:03:04.5', '1.02:03:04.5000000'],
    ['-00:30:00', '-00:30:00'],
    ['13:00', '13:00:00'],
    ['1d', '1.00:00:00'],
    ['2.5h', '02:30:00'],
  ])('totimespan(%s) is %s', (source, expected) => {
    expect(valueText(parseTimespan(source) ?? null, 'timespan')).toBe(expected);
  });
  test.each(['10675200', '10675200.00:00:00', '-10675200d', '300000000h'])('totimespan(%s) is null', (source) => {
    expect(parseTimespan(source)).toBe(undefined);
  });
});

describe('bin', () => {
  test('rounds downwards', () => {
    expect(call('bin', 'long', long(-5), long(2))).toBe(-6n);
    expect(call('bin', 'real', real(-5.5), real(2))).toBe(-6);
    expect(call('bin', 'long', long(5), long(0))).toBe(null);
    expect(call('bin', 'long', long(-(2n ** 63n) + 1n), long(3))).toBe(2n ** 63n - 1n);
    expect(call('bin', 'int', int(-(2 ** 31)), int(3))).toBe(2 ** 31 - 1);
    expect(call('bin_at', 'real', real(6.5), real(2.5), real(7))).toBe(4.5);
    expect(call('bin_at', 'timespan', span(36_000_000_000n), span(864_000_000_000n), span(432_000_000_000n))).toBe(
      -432_000_000_000n,
    );
  });
  test('round is half away from zero', () => {
    expect(call('round', 'real', real(3.25), int(1))).toBe(3.3);
    expect(call('round', 'real', real(-2.5))).toBe(-3);
  });
});
