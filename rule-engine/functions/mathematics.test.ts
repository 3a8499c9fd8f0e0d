import { describe, expect, test } from 'vitest';
import type { DynamicValue } from '../schema/value.ts';
import { bool, call, dynamic, int, long, real, text } from './call.test-helper.ts';

const close = (name: string, expected: number, ...values: readonly number[]): void => {
  expect(call(name, 'real', ...values.map((value) => real(value)))).toBeCloseTo(expected, 12);
};

test('elementary and special functions', () => {
  close('log2', 2.321928094887362, 5);
  close('gamma', 24, 5);
  close('gamma', Math.sqrt(Math.PI), 0.5);
  close('loggamma', 3.1780538303479458, 5);
  expect(call('gamma', 'real', real(-1))).toBe(Number.NaN);
  expect(call('gamma', 'real', real(0))).toBe(Number.POSITIVE_INFINITY);
  expect(call('loggamma', 'real', real(-3))).toBe(Number.POSITIVE_INFINITY);
  close('loggamma', 1.2655121234846454, -0.5);
  close('erf', 0.8427007929497149, 1);
  close('erfc', 2.209049699858544e-5, 3);
  close('beta_cdf', 0.9692858271300793, 0.5, 10, 20);
  close('beta_inv', 0.22641502238874897, 0.1, 10, 20);
  close('beta_pdf', 0.746176019310951, 0.5, 10, 20);
  expect(call('beta_inv', 'real', real(1.5), real(10), real(20))).toBe(null);
  expect(call('beta_cdf', 'real', real(0.1), real(-1), real(20))).toBe(Number.NaN);
  expect(call('log', 'real', real(-1))).toBe(null);
  expect(call('sqrt', 'real', real(-1))).toBe(Number.NaN);
});

test('signs, extremes, tests', () => {
  expect(call('abs', 'long', int(-2147483648))).toBe(2147483648n);
  expect(call('sign', 'real', real(Number.NaN))).toBe(0);
  expect(call('max_of', 'real', int(1), long(2), real(1.5))).toBe(2);
  expect(call('min_of', 'long', long(null), long(5))).toBe(5n);
  expect(call('isinf', 'bool', real(Number.NEGATIVE_INFINITY))).toBe(true);
  expect(call('isfinite', 'bool', real(Number.NaN))).toBe(false);
});

test('bits', () => {
  expect(call('binary_xor', 'long', long(6), long(3))).toBe(5n);
  expect(call('binary_not', 'long', long(0))).toBe(-1n);
  expect(call('binary_shift_left', 'long', long(1), long(63))).toBe(-9223372036854775808n);
  expect(call('bitset_count_ones', 'long', long(-1))).toBe(64n);
  expect(call('tohex', 'string', long(-256))).toBe('ffffffffffffff00');
  expect(call('tohex', 'string', int(-256), long(8))).toBe('ffffff00');
  expect(call('tohex', 'string', long(256), long(8))).toBe('00000100');
});

describe('series', () => {
  const series = (...values: (number | null)[]) => dynamic(values);
  test('element by element', () => {
    expect(call('series_add', 'dynamic', series(1, 2, null), series(4, 2, 1))).toEqual([5, 4, null]);
    expect(call('series_greater', 'dynamic', series(1, 20), int(15))).toEqual([false, true]);
    expect(call('series_pow', 'dynamic', series(4), series(0.5))).toEqual([2]);
  });
  test('statistics', () => {
    expect(call('series_stats_dynamic', 'dynamic', series(2, null, 4))).toBe(null);
    const ignored = bool(true);
    const named = call('series_stats_dynamic', 'dynamic', series(2, null, 4), ignored) as ReadonlyMap<string, unknown>;
    expect([named.get('sum'), named.get('len')]).toEqual([6, 3n]);
    const stats = call('series_stats', 'dynamic', series(23, 46, null, 2), ignored) as readonly (number | bigint)[];
    expect(stats.slice(0, 4)).toEqual([2, 3n, 46, 1n]);
    expect(call('series_dot_product', 'real', series(1, 2, 4), series(4, 2, 1))).toBe(12);
    expect(call('series_dot_product', 'real', series(1, null, 4, 9), series(4, 2, 1))).toBe(8);
    expect(call('series_dot_product', 'real', series(), series(4))).toBe(null);
    expect(call('series_cosine_similarity', 'real', series(3, 4, 9), series(6, 8))).toBe(1);
    expect(call('series_cosine_similarity', 'real', series(3, 4), series(6, 8), real(10), int(2))).toBe(2.5);
    expect(call('series_pearson_correlation', 'real', series(1, 2, 3), series(2, 4, 6))).toBeCloseTo(1, 12);
    expect(call('series_pearson_correlation', 'real', series(1, 2, 3), series(2, 4))).toBe(null);
  });
  test('filling', () => {
    const gaps = dynamic([null, 111n, null, 36n, null]);
    expect(call('series_fill_linear', 'dynamic', gaps)).toEqual([111n, 111n, 73n, 36n, 36n]);
    expect(call('series_fill_linear', 'dynamic', gaps, real(null), bool(false))).toEqual([null, 111n, 73n, 36n, null]);
    expect(call('series_fill_forward', 'dynamic', gaps)).toEqual([null, 111n, 111n, 36n, 36n]);
    expect(call('series_fill_backward', 'dynamic', gaps)).toEqual([111n, 111n, 36n, 36n, null]);
    expect(call('series_fill_const', 'dynamic', gaps, int(0))).toEqual([0n, 111n, 0n, 36n, 0n]);
  });
  test('filters', () => {
    const values = series(5, 15, 10, 20);
    expect(call('series_fir', 'dynamic', values, series(1, -1), bool(false), bool(false))).toEqual([5, 10, -5, 10]);
    expect(call('series_fir', 'dynamic', values, series(1, -1), bool(true))).toBe(null);
    expect(call('series_fir', 'dynamic', series(0, 10, 0), series(1, 1), bool(true), bool(true))).toEqual([5, 5, 0]);
    expect(call('series_iir', 'dynamic', series(0, 1, 2, 3), series(1), series(1, -1))).toEqual([0, 1, 3, 6]);
  });
  test('a line', () => {
    const fit = call(
      'series_fit_line',
      'dynamic',
      series(2, 5, 6, 8, 11, 15, 17, 18, 25, 26, 30, 30),
    ) as readonly number[];
    const expected = [0.982900730884447, 2.730769230769231, 98.62878787878789, 1.686480186480187, -1.6666666666666716];
    for (const [i, value] of expected.entries()) expect(fit[i]).toBeCloseTo(value, 9);
  });
});

test('places on the earth', () => {
  const distance = call(
    'geo_distance_2points',
    'real',
    real(-122.407628),
    real(47.578557),
    real(-118.275287),
    real(34.019056),
  );
  expect(distance).toBeCloseTo(1546754.3519738095, 3);
  expect(call('geo_distance_2points', 'real', real(300), real(1), real(1), real(1))).toBe(null);
  expect(
    call(
      'geo_point_in_circle',
      'bool',
      real(-122.137575),
      real(47.630683),
      real(-122.100896),
      real(47.527351),
      real(3500),
    ),
  ).toBe(false);
  expect(call('geo_point_to_geohash', 'string', real(-80.195829), real(25.802215), int(8))).toBe('dhwfz15h');
  expect(call('geo_geohash_to_central_point', 'dynamic', text('a'))).toBe(null);
  expect(call('geo_geohash_neighbors', 'dynamic', text('sunny'))).toEqual([
    'sunnv',
    'sunnt',
    'sunnw',
    'sunnx',
    'sunpp',
    'sunnz',
    'sunpn',
    'sunpj',
  ]);
  const line = new Map<string, DynamicValue>([
    ['type', 'MultiLineString'],
    [
      'coordinates',
      [
        [
          [-73.95798683166502, 40.800556090021466],
          [-73.98193359375, 40.76819171855746],
        ],
        [
          [-73.94940376281738, 40.79691751000055],
          [-73.97317886352539, 40.76435634049001],
        ],
      ],
    ],
  ]);
  expect(call('geo_line_length', 'real', dynamic(line))).toBeCloseTo(8262.243397537412, 6);
  expect(call('geo_line_length', 'real', dynamic([]))).toBe(null);
});

test('units', () => {
  const converted = (name: string, value: number, from: string, to: string) =>
    call(name, 'real', real(value), text(from, true), text(to, true));
  expect(converted('convert_angle', 1.2, 'Degree', 'Arcminute')).toBeCloseTo(72, 9);
  expect(converted('convert_force', 1.2, 'Newton', 'Decanewton')).toBeCloseTo(0.12, 12);
  expect(converted('convert_temperature', 1.2, 'Kelvin', 'DegreeCelsius')).toBeCloseTo(-271.95, 9);
  expect(() => converted('convert_length', 1, 'Meter', 'Parsec')).toThrow('Parsec');
});

test('the p-value of two samples, whose t is 1 with 18 degrees of freedom', () => {
  const p = call('welch_test', 'real', real(1), real(5), real(10), real(0), real(5), real(10));
  expect(p).toBeCloseTo(0.3305649, 5);
});

test('units as documented', () => {
  const convert = (kind: string, value: number, from: string, to: string) =>
    call(`convert_${kind}`, 'real', real(value), text(from), text(to)) as number;
  expect(convert('speed', 1.2, 'MeterPerSecond', 'CentimeterPerHour')).toBeCloseTo(432_000, 6);
  expect(convert('volume', 1.2, 'CubicMeter', 'AcreFoot')).toBeCloseTo(0.0009728568, 15);
  expect(convert('temperature', 100, 'DegreeCelsius', 'DegreeDelisle')).toBeCloseTo(0, 9);
  expect(convert('temperature', 100, 'DegreeCelsius', 'DegreeRoemer')).toBeCloseTo(60, 9);
  expect(convert('temperature', 100, 'DegreeCelsius', 'DegreeNewton')).toBeCloseTo(33, 9);
  expect(convert('angle', 360, 'Degree', 'NatoMil')).toBe(6400);
  expect(convert('energy', 1, 'KilowattDay', 'KilowattHour')).toBeCloseTo(24, 12);
  expect(convert('length', 1, 'Chain', 'Foot')).toBeCloseTo(66, 9);
});
