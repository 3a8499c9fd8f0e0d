import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arcTangent, cosine, sine } from './trigonometry.ts';

const BITS = 200n;
const ONE = 1n << BITS;

/** The series of sine and cosine of a double in fixed point, and the double nearest to them. */
function exactly(angle: number): { sine: number; cosine: number } {
  const x = fixed(angle);
  const found = [0n, 0n];
  let term = ONE;
  for (let n = 0n; term !== 0n && term !== -1n; n++) {
    found[Number(n % 2n)] += n % 4n < 2n ? term : -term;
    term = (term * x) / (ONE * (n + 1n));
  }
  const unit = 2 ** -Number(BITS);
  return { cosine: Number(found[0]) * unit, sine: Number(found[1]) * unit };
}

function fixed(value: number): bigint {
  const unit = 2 ** 60;
  return BigInt(Math.trunc(value * unit)) << (BITS - 60n);
}

test.each([
  [0, 0, 1],
  [Math.PI / 2, 1, 6.123233995736766e-17],
  [Math.PI, 1.2246467991473532e-16, -1],
  [-Math.PI / 2, -1, 6.123233995736766e-17],
  [(Math.PI / 180) * 10, 0.17364817766693033, 0.984807753012208],
])('sine and cosine of %f', (angle, ofSine, ofCosine) => {
  expect(sine(angle)).toBe(ofSine);
  expect(cosine(angle)).toBe(ofCosine);
});

test('sine and cosine are the nearest doubles almost always, and never a whole place off', () => {
  let nearest = 0;
  for (let i = 1; i <= 2000; i++) {
    const angle = Math.round(i * 1.57e-3 * 2 ** 50) / 2 ** 50;
    const exact = exactly(angle);
    nearest += Number(sine(angle) === exact.sine) + Number(cosine(angle) === exact.cosine);
    expect(Math.abs(sine(angle) - exact.sine)).toBeLessThanOrEqual(Math.abs(exact.sine) * 2 ** -52);
  }
  expect(nearest).toBeGreaterThan(3980);
});

test('sine is odd, cosine even, and the arc tangent finds the angle again', () => {
  fc.assert(
    fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (angle) => {
      expect(sine(-angle)).toBe(-sine(angle));
      expect(cosine(-angle)).toBe(cosine(angle));
      expect(arcTangent(sine(angle), cosine(angle))).toBeCloseTo(angle, 14);
    }),
  );
});

test.each([
  [0, 0, 0],
  [0, -1, Math.PI],
  [-0, -1, -Math.PI],
  [1, 0, Math.PI / 2],
  [Number.POSITIVE_INFINITY, 1, Math.PI / 2],
  [Number.NaN, 1, Number.NaN],
])('the arc tangent of %f and %f', (y, x, angle) => {
  expect(arcTangent(y, x)).toBe(angle);
});
