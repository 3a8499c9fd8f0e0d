import { expect, test } from 'vitest';
import type { DynamicValue } from '../schema/value.ts';
import { call, dynamic, int, literal, long, real, text } from './call.test-helper.ts';

const numbers = (value: unknown): readonly number[] => (value as readonly DynamicValue[]).map(Number);
const columns = (value: unknown): readonly (readonly number[])[] => (value as readonly unknown[]).map(numbers);

/** Five weeks of days, quiet at weekends. */
const WEEKS: readonly number[] = Array.from({ length: 35 }, (_, day) => (day % 7 >= 5 ? 1 : 9));

test('the seasonal component is the median of each place in the period', () => {
  const spiked = WEEKS.with(10, 12);
  expect(numbers(call('series_seasonal', 'dynamic', dynamic(spiked)))).toEqual(WEEKS);
  expect(numbers(call('series_seasonal', 'dynamic', dynamic([1, 3, 5, 1, 3, 5, 2, 4, 6]), int(3)))).toEqual([
    1, 3, 5, 1, 3, 5, 1, 3, 5,
  ]);
  expect(numbers(call('series_seasonal', 'dynamic', dynamic([1, 3, 5, 2, 4, 6, 1, 3, 5, 2, 4, 6])))).toEqual(
    new Array(12).fill(0),
  );
});

test('a decomposition adds up: baseline = seasonal + trend, residual = series - baseline', () => {
  const rising = WEEKS.map((value, day) => value + day / 2);
  const [baseline, seasonal, trend, residual] = columns(
    call('series_decompose', 'dynamic', dynamic(rising), int(7), literal(text('linefit'))),
  );
  for (let i = 0; i < rising.length; i++) {
    expect(seasonal[i] + trend[i]).toBeCloseTo(baseline[i], 10);
    expect(rising[i] - baseline[i]).toBeCloseTo(residual[i], 10);
  }
  expect(seasonal.slice(7, 14)).toEqual(seasonal.slice(0, 7));
  expect(trend[1]).toBeGreaterThan(trend[0]);
});

test('an anomaly is what stands out of the season, up or down', () => {
  const noisy = WEEKS.map((value, day) => value + ((day * 7919) % 13) / 13);
  const odd = noisy.with(20, 60).with(3, -60);
  const [flags, scores] = columns(call('series_decompose_anomalies', 'dynamic', dynamic(odd)));
  expect(flags[20]).toBe(1);
  expect(flags[3]).toBe(-1);
  expect(flags.filter((flag) => flag !== 0).length).toBe(2);
  expect(scores[20]).toBeGreaterThan(1.5);
  const [lenient] = columns(call('series_decompose_anomalies', 'dynamic', dynamic(odd), real(1e9)));
  expect(lenient.every((flag) => flag === 0)).toBe(true);
});

test('a forecast does not learn from the points it predicts', () => {
  const cut = WEEKS.map((value, day) => (day < 28 ? value : 0));
  const [baseline] = columns(call('series_decompose_forecast', 'dynamic', dynamic(cut), int(7)));
  expect(baseline.slice(28).map((value) => Math.round(value))).toEqual(WEEKS.slice(28));
});

test("Tukey's fences", () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 100];
  expect(numbers(call('series_outliers', 'dynamic', dynamic(values), literal(text('tukey')))).at(-1)).toBe(93 / 4);
  expect(numbers(call('series_outliers', 'dynamic', dynamic(values))).slice(1, 8)).toEqual(new Array(7).fill(0));
  expect(() =>
    call('series_outliers', 'dynamic', dynamic(values), literal(text('ctukey')), real(null), literal(long(5))),
  ).toThrow('percentiles other than 10 and 90');
});

test('two lines split where the slope turns', () => {
  const [rsquare, split, , , line] = call('series_fit_2lines', 'dynamic', dynamic([1, 2, 3, 4, 8, 6, 4, 2])) as never[];
  expect(split).toBe(4n);
  expect(rsquare).toBeCloseTo(1, 12);
  expect(numbers(line).map((y) => Math.round(y))).toEqual([1, 2, 3, 4, 8, 6, 4, 2]);
  expect(call('series_fit_2lines', 'dynamic', dynamic([1, 2]))).toBe(null);
});

test('polynomials, highest power first', () => {
  const [rsquare, coefficients] = call(
    'series_fit_poly',
    'dynamic',
    dynamic([6, 11, 18, 27]),
    dynamic([1, 2, 3, 4]),
    int(2),
  ) as [number, DynamicValue];
  expect(rsquare).toBeCloseTo(1, 12);
  for (const [i, expected] of [1, 2, 3].entries()) expect(numbers(coefficients)[i]).toBeCloseTo(expected, 9);
  expect(call('series_fit_poly', 'dynamic', dynamic([1, 2]), dynamic([1, 2]), int(2))).toBe(null);
});

test.each([1, 2, 5, 8, 12])('Fourier and back again, %i elements', (length) => {
  const series = Array.from({ length }, (_, i) => Math.sin(i * i) + i);
  const [real, imaginary] = columns(call('series_fft', 'dynamic', dynamic(series)));
  expect(real[0]).toBeCloseTo(
    series.reduce((sum, x) => sum + x, 0),
    9,
  );
  const [back, nothing] = columns(call('series_ifft', 'dynamic', dynamic(real), dynamic(imaginary)));
  for (let i = 0; i < length; i++) {
    expect(back[i]).toBeCloseTo(series[i], 9);
    expect(nothing[i]).toBeCloseTo(0, 9);
  }
});
