/**
 * Sine, cosine and arc tangent that are rounded correctly in all but a few cases in a thousand. `Math`'s are off by one in
 * the last place more often, and coordinates that go over the sphere and back show it in their last digit.
 * @see Shmuel Gal, "An Accurate Elementary Mathematical Library for the IEEE Floating Point Standard", 1991: tables.
 */

/** A number as the sum of two doubles, the second being what the first can't hold. */
type Double = readonly [high: number, low: number];

const HALF_PI: Double = [1.5707963267948966, 6.123233995736766e-17];
const STEPS = 128;
const BITS = 160n;

let table: { readonly sine: Double; readonly cosine: Double }[] | undefined;

/** The sine of an angle in radians, at most a few turns. */
export function sine(angle: number): number {
  const [high, low] = sineAndCosine(angle).sine;
  return high + low;
}

/** The cosine of an angle in radians, at most a few turns. */
export function cosine(angle: number): number {
  const [high, low] = sineAndCosine(angle).cosine;
  return high + low;
}

/** The angle of a point (x, y) in radians, as `Math.atan2`. */
export function arcTangent(y: number, x: number): number {
  const near = Math.atan2(y, x);
  if ((x === 0 && y === 0) || !Number.isFinite(near) || !Number.isFinite(x) || !Number.isFinite(y)) return near;
  const { sine: s, cosine: c } = sineAndCosine(near);
  const [up, upRest] = product(y, c[0]);
  const [down, downRest] = product(x, s[0]);
  const across = up - down + (upRest - downRest + y * c[1] - x * s[1]);
  return near + across / (x * c[0] + y * s[0]);
}

/** By the nearest multiple of a right angle, the nearest entry of the table, and a short series. */
function sineAndCosine(angle: number): { readonly sine: Double; readonly cosine: Double } {
  const turns = Math.round(angle / HALF_PI[0]);
  const [whole, wholeRest] = product(turns, HALF_PI[0]);
  const [rest, restRest] = sum(angle, -whole);
  const sign = rest < 0 ? -1 : 1;
  const entry = Math.round(Math.abs(rest) * STEPS);
  table ??= tableOfSteps();
  const { sine: s, cosine: c } = table[entry];
  const t = Math.abs(rest) - entry / STEPS;
  const low = sign * (restRest - wholeRest - turns * HALF_PI[1]);
  const square = t * t;
  const cubic = t * square * (-1 / 6 + square * (1 / 120 - square / 5040));
  const even = square * (-1 / 2 + square * (1 / 24 - square / 720));
  const [rise, riseRest] = product(c[0], t);
  const [sineHigh, sineRest] = sum(s[0], rise);
  const sineLow = sineRest + riseRest + s[1] + c[1] * t + c[0] * (low + cubic) + s[0] * (even - t * low);
  const [fall, fallRest] = product(s[0], t);
  const [cosineHigh, cosineRest] = sum(c[0], -fall);
  const cosineLow = cosineRest - fallRest + c[1] - s[1] * t - s[0] * (low + cubic) + c[0] * (even - t * low);
  const found = { sine: sum(sign * sineHigh, sign * sineLow), cosine: sum(cosineHigh, cosineLow) };
  switch (turns & 3) {
    case 0:
      return found;
    case 1:
      return { sine: found.cosine, cosine: negated(found.sine) };
    case 2:
      return { sine: negated(found.sine), cosine: negated(found.cosine) };
    default:
      return { sine: negated(found.cosine), cosine: found.sine };
  }
}

/** Sine and cosine of k / 128 up to half a right angle, by their series in fixed point. */
function tableOfSteps(): { readonly sine: Double; readonly cosine: Double }[] {
  const one = 1n << BITS;
  return Array.from({ length: Math.ceil((Math.PI / 4) * STEPS) + 1 }, (_, k) => {
    const series: [sine: bigint, cosine: bigint] = [0n, 0n];
    let term = one;
    for (let n = 0n; term !== 0n; n++) {
      const sign = n % 4n < 2n ? 1n : -1n;
      series[n % 2n === 1n ? 0 : 1] += sign * term;
      term = (term * BigInt(k)) / (BigInt(STEPS) * (n + 1n));
    }
    return { sine: fromFixed(series[0]), cosine: fromFixed(series[1]) };
  });
}

function fromFixed(value: bigint): Double {
  const high = Number(value);
  const unit = 2 ** -Number(BITS);
  return [high * unit, Number(value - BigInt(high)) * unit];
}

function negated([high, low]: Double): Double {
  return [-high, -low];
}

/** Knuth's exact sum. */
function sum(a: number, b: number): Double {
  const high = a + b;
  const part = high - a;
  return [high, a - (high - part) + (b - part)];
}

/** Dekker's exact product. */
function product(a: number, b: number): Double {
  const high = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  return [high, aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

function halves(value: number): Double {
  const scaled = value * 134_217_729;
  const high = scaled - (scaled - value);
  return [high, value - high];
}
