import type { Scalar } from '../schema/value.ts';
import { integerArgument } from './arguments.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { present, type Series, seriesArgument, variance } from './series.ts';

/** Polynomials by least squares. */
export const seriesFitPolynomial: readonly ScalarFunction[] = [
  { name: 'series_fit_poly', nulls: 'propagate', bind: bindFitPolynomial },
];

/** `rsquare`, `coefficients` from the highest power down, `variance`, `rvariance`, `poly_fit`. */
function bindFitPolynomial(call: CallSite): Kernel {
  const series = seriesArgument(call, 0);
  const places = call.argumentTypes[1] === undefined ? undefined : seriesArgument(call, 1);
  const degree = integerArgument(call, 2, 1);
  return (args): Scalar => {
    const y = series(args);
    if (y === undefined) return null;
    const x = places === undefined ? y.map((_, i) => i + 1) : places(args);
    const coefficients = x === undefined ? undefined : fitPolynomial(x, y, degree(args) ?? 1);
    if (x === undefined || coefficients === undefined) return null;
    const fit = x.map((at) => (at === null ? null : valueAt(coefficients, at)));
    const values = present(y);
    const residual = y.reduce<number>((sum, value, i) => sum + ((value ?? fit[i] ?? 0) - (fit[i] ?? 0)) ** 2, 0);
    const [whole, rest] = [values.length < 2 ? 0 : variance(values), residual / (values.length - 1)];
    return [whole === 0 ? 1 : 1 - rest / whole, coefficients, whole, rest, fit];
  };
}

/** Horner's rule, coefficients from the highest power down. */
function valueAt(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
}

/**
 * Householder's triangle of the powers of x, which keeps the digits that the normal equations would lose. Undefined
 * where the points are too few for the degree.
 */
function fitPolynomial(x: Series, y: Series, degree: number): readonly number[] | undefined {
  const rows: number[][] = [];
  for (let i = 0; i < y.length; i++) {
    const [at, value] = [x[i] ?? null, y[i]];
    if (at === null || value === null) continue;
    rows.push([...Array.from({ length: degree + 1 }, (_, power) => at ** (degree - power)), value]);
  }
  if (degree < 0 || rows.length <= degree) return undefined;
  for (let column = 0; column <= degree; column++) if (!reflect(rows, column)) return undefined;
  const coefficients = new Array<number>(degree + 1).fill(0);
  for (let row = degree; row >= 0; row--) {
    let rest = rows[row][degree + 1];
    for (let column = row + 1; column <= degree; column++) rest -= rows[row][column] * coefficients[column];
    coefficients[row] = rest / rows[row][row];
  }
  return coefficients;
}

/** Clears a column below the diagonal, in place; false when nothing is left of it. */
function reflect(rows: number[][], column: number): boolean {
  const length = Math.hypot(...rows.slice(column).map((row) => row[column]));
  if (length === 0) return false;
  const alpha = rows[column][column] > 0 ? -length : length;
  const normal = rows.map((row, i) => (i < column ? 0 : i === column ? row[column] - alpha : row[column]));
  const square = normal.reduce((sum, value) => sum + value * value, 0);
  for (let target = column; target < rows[0].length; target++) {
    const dot = rows.reduce((sum, row, i) => sum + normal[i] * row[target], 0);
    for (let i = column; i < rows.length; i++) rows[i][target] -= (2 * dot * normal[i]) / square;
  }
  return true;
}
