import { realArgument } from './arguments.ts';
import type { CallSite, ScalarFunction } from './function.ts';

/** Gamma, beta and error functions. */
export const specialFunctions: readonly ScalarFunction[] = [
  reals('gamma', 1, ([x]) => gamma(x)),
  reals('loggamma', 1, ([x]) => logGamma(x)),
  reals('erf', 1, ([x]) => errorFunction(x)),
  reals('erfc', 1, ([x]) => complementaryError(x)),
  reals('beta_cdf', 3, ([x, a, b]) => (a <= 0 || b <= 0 || x < 0 || x > 1 ? Number.NaN : incompleteBeta(x, a, b))),
  reals('beta_inv', 3, ([p, a, b]) => {
    if (p < 0 || p > 1) return null;
    return a <= 0 || b <= 0 ? Number.NaN : inverseBeta(p, a, b);
  }),
  reals('beta_pdf', 3, ([x, a, b]) => (a <= 0 || b <= 0 || x < 0 || x > 1 ? Number.NaN : betaDensity(x, a, b))),
];

function reals(name: string, count: number, compute: (values: readonly number[]) => number | null): ScalarFunction {
  return {
    name,
    nulls: 'propagate',
    bind(call: CallSite) {
      const reads = Array.from({ length: count }, (_, i) => realArgument(call, i));
      return (args) => {
        const values = reads.map((read) => read(args) ?? Number.NaN);
        return compute(values);
      };
    },
  };
}

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The gamma function (Lanczos; whole numbers exactly); NaN at the negative whole numbers, its poles, as C's `tgamma`. */
function gamma(x: number): number {
  if (Number.isInteger(x) && x < 0) return Number.NaN;
  if (Number.isInteger(x) && x > 0 && x <= 171) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const t = x - 1 + 7.5;
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * lanczosSum(x - 1);
}

function lanczosSum(x: number): number {
  let sum = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i] / (x + i);
  return sum;
}

/** The natural logarithm of the gamma function's absolute value. */
function logGamma(x: number): number {
  if (Number.isInteger(x) && x <= 0) return Number.POSITIVE_INFINITY;
  if (x < 0.5) return Math.log(Math.abs(Math.PI / Math.sin(Math.PI * x))) - logGamma(1 - x);
  const t = x - 1 + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(lanczosSum(x - 1));
}

function errorFunction(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) > 2.5) return Math.sign(x) * (1 - complementaryError(Math.abs(x)));
  let [term, sum] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && n < 200; n++) {
    term *= -(x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

/** For large arguments by its continued fraction, so that small results keep their digits. */
function complementaryError(x: number): number {
  if (x < 2.5) return 1 - errorFunction(x);
  if (x > 27) return 0;
  let fraction = 0;
  for (let n = 80; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function betaDensity(x: number, a: number, b: number): number {
  return Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta(a, b));
}

/** The regularised incomplete beta function. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  if (x > (a + 1) / (a + b + 2)) return 1 - (front * betaFraction(1 - x, b, a)) / b;
  return (front * betaFraction(x, a, b)) / a;
}

/** Lentz's continued fraction. */
function betaFraction(x: number, a: number, b: number): number {
  const guard = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

function inverseBeta(p: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 200 && high - low > 0; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
