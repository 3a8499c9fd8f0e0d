import type { Scalar } from '../schema/value.ts';
import type { CallSite, Kernel, ScalarFunction } from './function.ts';
import { seriesArgument } from './series.ts';

/** Fourier's transform of a complex series and its inverse: the real part, then the imaginary one. */
export const seriesFourier: readonly ScalarFunction[] = [
  { name: 'series_fft', nulls: 'propagate', bind: (call) => bindTransform(call, false) },
  { name: 'series_ifft', nulls: 'propagate', bind: (call) => bindTransform(call, true) },
];

type Complex = readonly [real: Float64Array, imaginary: Float64Array];

function bindTransform(call: CallSite, inverse: boolean): Kernel {
  const real = seriesArgument(call, 0);
  const imaginary = call.argumentTypes[1] === undefined ? undefined : seriesArgument(call, 1);
  return (args): Scalar => {
    const x = real(args);
    const y = imaginary === undefined ? x?.map(() => 0) : imaginary(args);
    if (x === undefined || y === undefined || x.length !== y.length || x.length === 0) return null;
    const input: Complex = [Float64Array.from(x, (value) => value ?? 0), Float64Array.from(y, (value) => value ?? 0)];
    const [outX, outY] = inverse ? inverseTransform(input) : transform(input);
    return [[...outX], [...outY]];
  };
}

/** Any length: powers of two by halving, others by Bluestein's convolution. */
function transform(input: Complex): Complex {
  const length = input[0].length;
  return (length & (length - 1)) === 0 ? transformHalves(input) : transformAnyLength(input);
}

function inverseTransform([real, imaginary]: Complex): Complex {
  const [swappedImaginary, swappedReal] = transform([imaginary, real]);
  return [swappedReal.map((value) => value / real.length), swappedImaginary.map((value) => value / real.length)];
}

function transformHalves([real, imaginary]: Complex): Complex {
  const length = real.length;
  if (length === 1) return [real.slice(), imaginary.slice()];
  const half = length / 2;
  const part = (offset: number): Complex => [
    Float64Array.from({ length: half }, (_, i) => real[2 * i + offset]),
    Float64Array.from({ length: half }, (_, i) => imaginary[2 * i + offset]),
  ];
  const [[evenX, evenY], [oddX, oddY]] = [transformHalves(part(0)), transformHalves(part(1))];
  const [x, y] = [new Float64Array(length), new Float64Array(length)];
  for (let k = 0; k < half; k++) {
    const angle = (-2 * Math.PI * k) / length;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [turnedX, turnedY] = [oddX[k] * cos - oddY[k] * sin, oddX[k] * sin + oddY[k] * cos];
    [x[k], y[k]] = [evenX[k] + turnedX, evenY[k] + turnedY];
    [x[k + half], y[k + half]] = [evenX[k] - turnedX, evenY[k] - turnedY];
  }
  return [x, y];
}

/** @see https://en.wikipedia.org/wiki/Chirp_Z-transform#Bluestein's_algorithm */
function transformAnyLength([real, imaginary]: Complex): Complex {
  const length = real.length;
  const size = 2 ** Math.ceil(Math.log2(2 * length - 1));
  const angles = Float64Array.from({ length }, (_, i) => (Math.PI * ((i * i) % (2 * length))) / length);
  const [a, b] = [emptyComplex(size), emptyComplex(size)];
  for (let i = 0; i < length; i++) {
    const [cos, sin] = [Math.cos(angles[i]), Math.sin(angles[i])];
    a[0][i] = real[i] * cos + imaginary[i] * sin;
    a[1][i] = imaginary[i] * cos - real[i] * sin;
    for (const at of i === 0 ? [0] : [i, size - i]) [b[0][at], b[1][at]] = [cos, sin];
  }
  const [x, y] = inverseTransform(product(transformHalves(a), transformHalves(b)));
  return [
    Float64Array.from({ length }, (_, i) => x[i] * Math.cos(angles[i]) + y[i] * Math.sin(angles[i])),
    Float64Array.from({ length }, (_, i) => y[i] * Math.cos(angles[i]) - x[i] * Math.sin(angles[i])),
  ];
}

function emptyComplex(size: number): Complex {
  return [new Float64Array(size), new Float64Array(size)];
}

function product([ax, ay]: Complex, [bx, by]: Complex): Complex {
  return [ax.map((x, i) => x * bx[i] - ay[i] * by[i]), ax.map((x, i) => x * by[i] + ay[i] * bx[i])];
}
